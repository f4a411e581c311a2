/** What is copied from a widget, and what can be selected in it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openSite, until, type GalleryVisit, type Site } from '../support/node/visit.js';

let site: Site;
let page: Page;
let gallery: GalleryVisit;
before(async () => {
  site = await openSite();
  ({ page, gallery } = await site.visit('/universiteit/'));
});
after(() => site?.close());

async function pressWithControl(key: 'a' | 'c' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

/** Copies what is selected, and gives it as text. */
async function copied(): Promise<string> {
  await pressWithControl('c');
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.body.append(field);
    field.focus({ preventScroll: true });
  });
  await pressWithControl('v');
  return page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('#pasted')!;
    field.remove();
    return field.value;
  });
}

/** The place of the first words of a part, or of its picture, in the middle of the window, when nothing moves it any more. */
const placeOf = (part: string) =>
  gallery.within(async ({ shadowRoot }, name) => {
    const element = shadowRoot.querySelector(`[part~="${name}"]`)!;
    const range = document.createRange();
    range.selectNodeContents(element);
    for (let last: number | undefined; ;) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = range.getClientRects()[0] ?? element.getBoundingClientRect();
      if (y === last) return { x: x + 2, y: y + height / 2, end: x + width - 2 };
      last = y;
      await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)));
    }
  }, part);
/** Drags along a line of text, with nothing selected before: that would be dragged along. */
async function drag({ x, y, end }: { readonly x: number; readonly y: number; readonly end: number }) {
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(end, y, { steps: 5 });
  await page.mouse.up();
}
const isOpen = () => gallery.within(({ shadowRoot }) => shadowRoot.querySelector('dialog[open]') !== null);
const tagline = () =>
  gallery.within(({ shadowRoot }) => shadowRoot.querySelector('.tagline')!.textContent.trim());

describe('H12: a copy', () => {
  for (const width of [1280, 390])
    it(`has a line or a blank between a day and its hour, and no words of controls or for voices (${width} px)`, async () => {
      await page.setViewport({ width, height: 900 });
      await until(
        () =>
          page.evaluate(() =>
            document.querySelector('ceal-programme-timeline')?.shadowRoot?.querySelector('.session time'),
          ),
        'the sessions',
      );
      await pressWithControl('a');
      const text = await copied();
      assert.match(text, /do 9 sep 2027,?\s13:30 tot 17:00/);
      assert.doesNotMatch(
        text,
        /\d{4},?\d\d?:\d\d|\b(jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec),?\d\d?:\d\d/,
      );
      assert.doesNotMatch(text, /agenda\n|opent een andere website|Laat er nog/);
      assert.match(text, /Groep najaar 2027/);
      assert.match(text, /Fietswerkplaats\sVoorbeeld/);
      assert.doesNotMatch(text, /\p{L}Voorbeeld/u);
    });
});

describe('H12: a card', () => {
  before(async () => {
    ({ page, gallery } = await site.visit('/universiteit/', { waitUntil: 'networkidle0' }));
    await page.bringToFront();
  });

  it('can be copied of, by a drag and by a double click, which open nothing', async () => {
    const place = await placeOf('tagline');
    await drag(place);
    const words = (await copied()).trim();
    assert.ok(words.length > 5 && (await tagline()).startsWith(words), words);
    const { x, y } = await placeOf('tagline');
    await page.mouse.click(x + 15, y, { count: 2 });
    const word = (await copied()).trim();
    assert.match(word, /^\S+$/);
    assert.ok((await tagline()).includes(word), word);
    assert.equal(await isOpen(), false);
  });

  for (const part of ['tagline', 'facts', 'image', 'name'])
    it(`leaves a click on it as it was (${part})`, async () => {
      const { x, y } = await placeOf(part);
      await page.mouse.click(x, y);
      await until(isOpen, 'the dialog');
      await page.keyboard.press('Escape');
      await until(async () => !(await isOpen()), 'its end');
    });
});
