import type { LitElement, PropertyDeclaration } from 'lit';

/** The values of an element's properties, by a key for each. */
type Values = Record<symbol, unknown>;

/** A converter of `attributes.ts`: no method of it needs the object that it is on. */
interface Converter {
  fromAttribute?(this: void, value: string | null): unknown;
}

/**
 * Makes a field a reactive property, by default with an attribute of its own name. Text that is set is read as the
 * attribute would be, and `null` or `undefined` as an attribute that is taken away: React and Vue set the property where
 * a page writes an attribute. For classes as TypeScript's `experimentalDecorators` makes them.
 */
export const property =
  ({ converter, ...options }: PropertyDeclaration = {}) =>
  (prototype: LitElement, name: string): void => {
    const key = Symbol(name);
    const read = (converter as Converter | undefined)?.fromAttribute;
    (prototype.constructor as typeof LitElement).createProperty(name, {
      converter,
      ...options,
      noAccessor: true,
    });
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: Values) {
        return this[key];
      },
      set(this: LitElement & Values, value: unknown) {
        const before = this[key];
        const isText = typeof value === 'string' || value == null;
        this[key] = read && isText ? read(value ?? null) : value;
        this.requestUpdate(name, before);
      },
    });
  };

/** Makes a field a reactive property without an attribute, for what only the element itself sets. */
export const state = () => property({ state: true, attribute: false });
