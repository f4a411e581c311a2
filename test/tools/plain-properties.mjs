/**
 * Declares reactive properties without decorators: `@property(options) name` does no more than
 * `Class.createProperty('name', options)`, and says so in fewer bytes. The sources, and what is published for npm, keep
 * their decorators.
 */
export function plainProperties() {
  const decorated =
    /__decorate\(\[\s*(?:property\((.*?)\)|state\(\))\s*\], (\w+)\.prototype, ("\w+"), void 0\);/gs;
  return {
    name: 'plain-properties',
    transform(code, id) {
      if (!code.includes('__decorate([')) return null;
      const plain = code.replace(
        decorated,
        (_, options = '{ state: true, attribute: false }', element, name) =>
          `${element}.createProperty(${name}, ${options});`,
      );
      if (plain.includes('__decorate(['))
        this.error(
          `A decorator other than @property() and @state(), or on something else than a field, in ${id}.`,
        );
      // What is replaced stands on lines of its own: the map stays near enough.
      return { code: plain, map: null };
    },
  };
}
