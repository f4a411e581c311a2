import type { LitElement, PropertyDeclaration } from 'lit';

/**
 * Makes a field a reactive property, by default with an attribute of its own name. Lit's decorator does the same for
 * classes as TypeScript's `experimentalDecorators` makes them, and carries the other kind of decorators along.
 */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: LitElement, name: string): void =>
    (prototype.constructor as typeof LitElement).createProperty(name, options);

/** Makes a field a reactive property without an attribute, for what only the element itself sets. */
export const state = () => property({ state: true, attribute: false });
