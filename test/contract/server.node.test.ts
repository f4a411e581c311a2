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
).map((path) => path.split('/')[1]);

for (const room of rooms)
  describe(`src/${room} without a document`, () => {
    const tag = room.startsWith('ceal-') ? room : `ceal-${room}`;
    const elementClass = async () => {
      const exported = Object.values(await import(`../../src/${room}/${room}.js`));
      const classes = exported.filter((it) => 'observedAttributes' in it);
      assert.equal(classes.length, 1);
      return classes[0];
    };

    it('can be imported and made', async () => {
      const Element = await elementClass();
      assert.equal(customElements.get(tag), undefined);
      const element = new Element();
      assert.ok(element.constructor.observedAttributes.includes('src'));
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
