/** The widgets on a phone: fields that a browser does not zoom in on. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { lacking } from '../support/node/engine.js';
import { openSite, until, type Site } from '../support/node/visit.js';

const PHONE = { width: 390, height: 800, isMobile: true, hasTouch: true };
/** Phones zoom in on a field with smaller text. */
const MIN_TEXT_PX = 16;

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

for (const [path, tag, field] of [
  ['/universiteit/', 'ceal-enterprise-gallery', 'select'],
  ['/gemeente/', 'ceal-signup-form', 'textarea'],
  ['/stichting/begeleiden/', 'ceal-oasis-guide', 'input'],
] as const)
  it(`E11: fields have text of 16 px at least (${tag})`, { skip: lacking('touch screen') }, async () => {
    const { page, close } = await site.visit(path, { viewport: PHONE, filled: false });
    const sizes = () =>
      page.evaluate((name) => {
        const root = document.querySelector(name)?.shadowRoot;
        const fields = [...(root?.querySelectorAll('input, select, textarea') ?? [])];
        return fields.map((element) => ({
          name: element.localName,
          px: parseFloat(getComputedStyle(element).fontSize),
        }));
      }, tag);
    await until(async () => (await sizes()).some(({ name }) => name === field), `a ${field}`);
    for (const { name, px } of await sizes()) assert.ok(px >= MIN_TEXT_PX, `${name}: ${px} px`);
    await close();
  });
