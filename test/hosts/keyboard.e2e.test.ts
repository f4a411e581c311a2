/** From the start of a real page to an enterprise and back, by keyboard alone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { KeyInput, Page } from 'puppeteer-core';
import { nl } from '../../src/enterprise-gallery/locales/nl.js';
import {
  ENTERPRISES,
  FEED,
  focused,
  inDutch,
  openSite,
  press,
  sayCount,
  spokenName,
  until,
  untilFound,
  untilSaid,
  type GalleryVisit,
  type Site,
} from '../support/node/visit.js';

const MAX_TABS = 60;
const THEME = inDutch(FEED.themes[0]!.label);
const removing = (filter: string) => nl.removeFilter.replace('{filter}', filter);

let site: Site;
let page: Page;
let gallery: GalleryVisit;
before(async () => {
  site = await openSite();
  ({ page, gallery } = await site.visit('/universiteit/'));
});
after(() => site?.close());

const holds = async (name: string) => (await focused(page)).name === name;

/** Presses Tab until something of this name has the focus; gives the names on the way there. */
async function tabTo(name: string, key: KeyInput = 'Tab'): Promise<string[]> {
  const way: string[] = [];
  while (way.length < MAX_TABS) {
    await press(page, key);
    const reached = await focused(page);
    if (reached.name === name) return way;
    way.push(reached.name);
  }
  throw new Error(`no way to “${name}” along ${way.join(', ')}`);
}

const backwards = async (name: string) => {
  await page.keyboard.down('Shift');
  const way = await tabTo(name);
  await page.keyboard.up('Shift');
  return way;
};

/** True if the focus can be seen: an outline, on the element itself or on the area around a link. */
const outlined = () =>
  page.evaluate(() => {
    let active = document.activeElement!;
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return [undefined, '::after'].some((pseudo) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(active, pseudo);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
  });

describe('by keyboard alone', () => {
  it('reaches the search from the start of the page, past the navigation', async () => {
    await press(page, 'Tab');
    assert.ok(await holds('Naar de inhoud'));
    await press(page, 'Enter');
    assert.deepEqual(await tabTo(nl.search), []);
    assert.ok(await outlined());
  });

  it('searches, and takes the search away again', async () => {
    await page.keyboard.type('fiets');
    await untilFound(page, gallery, 'Fietswerkplaats');
    assert.ok(await holds(nl.search), 'typing moves no focus');
    await press(page, 'Backspace', 'fiets'.length);
    await gallery.filled(ENTERPRISES.length);
  });

  it('opens a filter, chooses, and closes it with Escape', async () => {
    assert.deepEqual(await tabTo(nl.theme), []);
    assert.ok(await outlined());
    await press(page, 'Enter');
    await press(page, 'Tab');
    const option = await focused(page);
    assert.equal(option.role, 'checkbox');
    const count = Number(/\d+/.exec(option.name)?.[0]);
    assert.equal(option.name, `${THEME}, ${sayCount(count)}`);
    await press(page, ' ');
    await gallery.filled(count);
    await untilSaid(page, sayCount(count));
    await press(page, 'Escape');
    assert.equal((await focused(page)).name, `${nl.theme}: 1 gekozen`);
  });

  it('takes the filter away by its chip', async () => {
    await tabTo(removing(THEME));
    assert.ok(await outlined());
    await press(page, 'Enter');
    await gallery.filled(ENTERPRISES.length);
    assert.ok(await holds(sayCount(ENTERPRISES.length)));
  });

  it('goes along every card in the order of sight', async () => {
    const names = await gallery.names();
    assert.deepEqual(await tabTo(names[0]!), [nl.sort], 'the order stands between the count and the cards');
    assert.ok(await outlined());
    assert.deepEqual(await tabTo(names.at(-1)!), names.slice(1, -1));
  });

  it('opens an enterprise, stays inside it, and comes back to its card', async () => {
    const name = (await gallery.names()).at(-1)!;
    await press(page, 'Enter');
    await until(async () => (await gallery.title()) === name, 'the dialog');
    assert.ok(await holds(spokenName(name)));
    const around = new Set<string>();
    for (let n = 0; n < 12; n++) {
      await press(page, 'Tab');
      around.add(
        await page.evaluate(() => {
          const root = document.querySelector('ceal-enterprise-gallery')?.shadowRoot;
          return !document.hasFocus() || document.activeElement === document.body
            ? 'browser'
            : String(root?.activeElement?.closest('dialog') != null);
        }),
      );
    }
    assert.ok(!around.has('false'), 'nothing behind the dialog has had the focus');
    await press(page, 'Escape');
    await until(async () => (await gallery.texts('detail')).length === 0, 'the dialog to close');
    assert.ok(await holds(name));
  });

  it('asks for more at the end, and leaves the gallery both ways', async () => {
    const names = await gallery.names();
    await press(page, 'Tab');
    const more = (await focused(page)).name;
    assert.match(more, /^Laat er nog \d+ zien$/);
    await press(page, 'Tab');
    assert.equal(await gallery.within((element) => element.matches(':focus-within')), false);
    assert.deepEqual(await backwards(names.at(-1)!), [more]);
  });
});
