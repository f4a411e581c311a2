import { noChange, type ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/** Gives an element custom properties: the numbers where it stands. A strict policy forbids `style` in markup. */
class Placed extends Directive {
  render(_places: Readonly<Record<string, number>>): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [places]: Parameters<this['render']>): unknown {
    for (const [name, value] of Object.entries(places))
      (element as HTMLElement).style.setProperty(`--_${name}`, String(value));
    return noChange;
  }
}

export const placed = directive(Placed);
