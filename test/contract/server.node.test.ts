/**
 * On a server there is no document: every widget can be imported and made there, and brings its own markup for
 * prerendering.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesUnder } from '#tools/files.mjs';

/** The folders of `src/` that hold an element. */
const rooms = filesUnder(
  'src',
  (path) => path.endsWith('/define.ts') && !path.startsWith('src/element/'),
).map((path) => path.split('/')[1]!);

/** The methods that a server calls, and a page never does. */
interface ServerElement {
  willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void;
  render(): { readonly strings: readonly string[] };
}

interface ElementClass {
  readonly observedAttributes: readonly string[];
  new (): ServerElement;
}

const isElementClass = (value: unknown): value is ElementClass =>
  typeof value === 'function' && 'observedAttributes' in value;

for (const room of rooms)
  describe(`src/${room} without a document`, () => {
    const tag = room.startsWith('ceal-') ? room : `ceal-${room}`;
    const elementClass = async (): Promise<ElementClass> => {
      const exported: unknown = await import(`../../src/${room}/${room}.js`);
      const [found, ...others] = Object.values(exported as object).filter(isElementClass);
      assert.deepEqual(others, []);
      assert.ok(found);
      return found;
    };

    it('can be imported and made', async () => {
      const Element = await elementClass();
      assert.equal(customElements.get(tag), undefined);
      assert.ok(new Element() instanceof Element);
      assert.ok(Element.observedAttributes.includes('src'));
      assert.equal(globalThis.document, undefined);
      assert.equal(globalThis.window, undefined);
    });

    it('renders as far as a server asks it to', async () => {
      const element = new (await elementClass())();
      element.willUpdate(new Map());
      assert.ok(element.render().strings.join('').includes('<slot'));
    });

    it('can be defined', async () => {
      await import(`../../src/${room}/define.js`);
      assert.ok(customElements.get(tag));
    });
  });
