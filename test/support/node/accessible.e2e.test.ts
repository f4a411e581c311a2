/** What `accessible` says of an element is what a screen reader is told, as far as our pages go. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { ElementHandle } from 'puppeteer-core';
import { accessible } from './accessible.js';
import { openSite, sessionOf, type Site } from './visit.js';

const MIN_CONTROLS = 10;
/** Engines differ in the spaces between the boxes of a label. */
const squeezed = (words: string) => words.replaceAll(/\s+/g, '');

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

for (const path of ['/universiteit/', '/gemeente/', '/stichting/begeleiden/'])
  it(`names every control on ${path} as the accessibility tree does`, async () => {
    const { page, close } = await site.visit(path, { filled: false, waitUntil: 'networkidle0' });
    const session = await sessionOf(page);
    const controls = await page.evaluateHandle(() => {
      const within = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          element,
          ...(element.shadowRoot ? within(element.shadowRoot) : []),
        ]);
      return within(document.querySelector('main')!).filter(
        (element) =>
          element.matches('a[href], button, input, select, textarea, summary') &&
          element.checkVisibility({ visibilityProperty: true }),
      );
    });
    const handles = [...(await controls.getProperties()).values()].map(
      (handle) => handle.asElement() as ElementHandle<Element> | null,
    );
    const found = handles.filter((handle) => handle !== null);
    assert.ok(found.length > MIN_CONTROLS, `${found.length} controls`);
    for (const handle of found) {
      const backendNodeId = await handle.backendNodeId();
      const { nodes } = await session.send('Accessibility.getPartialAXTree', {
        backendNodeId,
        fetchRelatives: false,
      });
      const [{ role, name, ignored } = { ignored: true }] = nodes;
      if (ignored) continue;
      const ours = await handle.evaluate(accessible);
      assert.equal(ours.role, role?.value);
      assert.equal(squeezed(ours.name), squeezed(String(name?.value)));
    }
    await close();
  });

for (const path of ['/universiteit/', '/gemeente/', '/stichting/'])
  it(`heard 20: no words are glued to a bracket in the accessibility tree of ${path}`, async () => {
    const { page, close } = await site.visit(path, { filled: false, waitUntil: 'networkidle0' });
    const { nodes } = await (await sessionOf(page)).send('Accessibility.getFullAXTree');
    const names = nodes.map(({ name }) => String(name?.value ?? ''));
    assert.ok(names.some((name) => name.includes('(')));
    assert.deepEqual(
      names.filter((name) => /[^\s(]\(/.test(name)),
      [],
    );
    await close();
  });
