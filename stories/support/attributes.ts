import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/** Values of the controls of a story: attributes by name. */
export type Args = Readonly<Record<string, unknown>>;

/** Writes the controls of a story on an element as the attributes that a page would write. */
class AttributesDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('attributes() stands in the tag of an element.');
  }

  render(_args: Args): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [args]: [Args]): unknown {
    for (const [name, value] of Object.entries(args)) {
      if (value === undefined || value === null || value === '') element.removeAttribute(name);
      else if (value === true) element.setAttribute(name, '');
      else element.setAttribute(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
    return noChange;
  }
}

export const attributes = directive(AttributesDirective);
