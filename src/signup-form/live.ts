import { noChange } from 'lit';
import { directive, Directive, type PropertyPart } from 'lit/directive.js';

class LiveProperty extends Directive {
  render(value: unknown): unknown {
    return value;
  }

  override update({ element, name }: PropertyPart, [value]: [unknown]): unknown {
    const properties = element as unknown as Record<string, unknown>;
    if (properties[name] !== value) properties[name] = value;
    return noChange;
  }
}

/**
 * Sets a property of a field unless the field has that value already. Lit itself compares with the value that it set
 * last, which is another one once the visitor or the browser has filled in the field.
 */
export const live = directive(LiveProperty);
