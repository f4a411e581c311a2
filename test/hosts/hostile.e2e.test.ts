/** A page whose rules reach everywhere gets a sound widget, and the widget leaves the page as it was. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { nl } from '../../src/enterprise-gallery/locales/nl.js';
import { WIDGETS } from './pages.js';
import {
  ENTERPRISES,
  guideOn,
  openSite,
  until,
  type GalleryVisit,
  type GuideVisit,
  type Site,
} from '../support/node/visit.js';

type StyleName =
  | 'backgroundColor'
  | 'borderTopWidth'
  | 'color'
  | 'display'
  | 'fontSize'
  | 'letterSpacing'
  | 'lineHeight'
  | 'textAlign'
  | 'textTransform'
  | 'wordSpacing';

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

describe('what gets in', () => {
  let page: Page;
  let gallery: GalleryVisit;
  before(async () => {
    ({ page, gallery } = await site.visit('/vijandig/', { waitUntil: 'networkidle0' }));
  });
  after(() => page?.browserContext().close());

  /** Size and computed style of a part. */
  const look = <Name extends StyleName>(part: string, ...properties: Name[]) =>
    gallery.within(
      ({ shadowRoot }, selector, names) => {
        const found = shadowRoot.querySelector(selector)!;
        const style = getComputedStyle(found);
        const { width, height } = found.getBoundingClientRect();
        const looks = Object.fromEntries(names.map((name) => [name, style[name]]));
        return { width, height, ...(looks as Record<Name, string>) };
      },
      part.startsWith('.') || part.includes('[') ? part : `[part~="${part}"]`,
      properties,
    );

  it('is a block, whatever the page makes of our element', async () => {
    const display = await gallery.within((element) => getComputedStyle(element).display);
    assert.equal(display, 'block');
  });

  it('has the size that the page gives it by name, in spite of forty pixels for everything', async () => {
    const { fontSize } = await look('tagline', 'fontSize');
    assert.equal(fontSize, '17px');
    assert.equal((await look('count', 'fontSize')).fontSize, '17px');
  });

  it('writes plainly: no capitals, no spaced letters, no centred lines, no red', async () => {
    for (const part of ['tagline', 'count', 'facts', 'name']) {
      const { color, ...style } = await look(part, 'textTransform', 'letterSpacing', 'wordSpacing', 'color');
      assert.deepEqual(
        [style.textTransform, style.letterSpacing, style.wordSpacing],
        ['none', 'normal', '0px'],
        part,
      );
      assert.notEqual(color, 'rgb(176, 0, 32)', part);
    }
    assert.equal((await look('tagline', 'textAlign')).textAlign, 'left');
    assert.equal((await look('tagline', 'lineHeight')).lineHeight, '25.5px');
  });

  it('shows its pictures, buttons and list as they are meant', async () => {
    const image = await look('image');
    assert.ok(image.width > 200 && Math.abs(image.width / image.height - 1.5) < 0.02, JSON.stringify(image));
    const button = await look('[part~=facet] [part~=button]', 'display', 'borderTopWidth');
    assert.notEqual(button.display, 'none');
    assert.ok(button.height >= 44 && parseFloat(button.borderTopWidth) >= 1, JSON.stringify(button));
    const search = await look('search');
    assert.ok(search.height >= 44 && search.width > 300, JSON.stringify(search));
  });

  it('puts cards in rows, one as high as the other', async () => {
    const tops = await gallery.within((element) => {
      const cards = [...element.shadowRoot.querySelectorAll('[part~=card]')];
      return cards.map((card) => {
        const top = (part: string) =>
          Math.round(card.querySelector(`[part~=${part}]`)!.getBoundingClientRect().top);
        return [top('name'), top('facts')].join();
      });
    });
    assert.equal(new Set(tops.slice(0, 4)).size, 1, tops.join(' '));
  });

  it('opens a dialog, where the page hides all dialogs', async () => {
    const [name] = await gallery.names();
    await (await gallery.named('link', name!)).click();
    await until(async () => (await gallery.title()) === name, 'the dialog');
    const dialog = await look('dialog', 'display', 'textTransform', 'backgroundColor');
    assert.equal(dialog.display, 'block');
    assert.equal(dialog.backgroundColor, 'rgb(255, 255, 255)');
    assert.ok(dialog.width > 500 && dialog.height > 400, JSON.stringify(dialog));
    await page.keyboard.press('Escape');
    await until(async () => (await gallery.texts('detail')).length === 0, 'the dialog to close');
  });

  it('hides its announcer from sight, where the page sizes everything', async () => {
    const box = await page.$eval('ceal-announcer', (region) => {
      const { width, height } = region.getBoundingClientRect();
      return { width, height, position: getComputedStyle(region).position };
    });
    assert.deepEqual(box, { width: 1, height: 1, position: 'absolute' });
  });

  it('loses nothing at 320 px and forty-pixel text', async () => {
    await page.setViewport({ width: 320, height: 640 });
    await gallery.within((element) => element.style.setProperty('--ceal-font-size', 'initial'));
    assert.equal((await look('tagline', 'fontSize')).fontSize, '40px');
    const outside = await gallery.within((element) =>
      [...element.shadowRoot.querySelectorAll('*')]
        .filter((it) => it.checkVisibility() && it.getBoundingClientRect().width > 1)
        // What is replaced stays a while, clipped.
        .filter((it) => !it.closest('.leaving'))
        .filter((it) => it.getBoundingClientRect().right > innerWidth + 0.5)
        .map((it) => it.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(outside, []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});

describe('what gets into the Oasis guide', () => {
  let page: Page;
  let guide: GuideVisit;
  before(async () => {
    ({ page } = await site.visit('/vijandig/', { filled: false, waitUntil: 'networkidle0' }));
    guide = guideOn(page);
    await guide.at();
  });
  after(() => page?.browserContext().close());

  const outside = () =>
    guide.within((element) =>
      [...element.shadowRoot.querySelectorAll('*')]
        .filter((it) => it.checkVisibility() && it.getBoundingClientRect().width > 1)
        // What is replaced stays a while, clipped.
        .filter((it) => !it.closest('.leaving'))
        .filter((it) => it.getBoundingClientRect().right > innerWidth + 0.5)
        .map((it) => it.outerHTML.slice(0, 80)),
    );

  it('has the size that the page gives it by name, and writes plainly', async () => {
    const look = await guide.within((element) => {
      const style = getComputedStyle(element.shadowRoot.querySelector('[part~=activities] p')!);
      return [style.fontSize, style.textTransform, style.letterSpacing, style.textAlign];
    });
    assert.deepEqual(look, ['17px', 'none', 'normal', 'left']);
  });

  it('loses nothing at 320 px and forty-pixel text, read or led', async () => {
    await page.setViewport({ width: 320, height: 640 });
    await guide.within((element) => element.style.setProperty('--ceal-font-size', 'initial'));
    assert.deepEqual(await outside(), []);
    await guide.within((element) => {
      element.setAttribute('mode', 'facilitator');
      return element.updateComplete;
    });
    for (const screen of ['Ligt alles klaar?', 'Samen lopen met een blinddoek', 'Alleen op zoek']) {
      assert.deepEqual(await outside(), []);
      await guide.press(screen === 'Ligt alles klaar?' ? screen : 'Volgende');
      await guide.at(`Stap 1 van 7, Kijken: ${screen}`);
    }
    await guide.press('Start de klok');
    assert.deepEqual(await outside(), []);
  });
});

/**
 * Globals that Lit, taken as it comes, leaves on a page: the versions of its packages, and a map for decorators of
 * another kind than ours (with `Symbol.metadata`, by which they would be found). Nothing else gets out.
 */
const OF_LIT = ['litElementVersions', 'litHtmlVersions', 'reactiveElementVersions', 'litPropertyMetadata'];

describe('what gets out', () => {
  /** Everything of a page that we could have touched. */
  const traces = (page: Page) =>
    page.evaluate(
      (ours: string, ofLit: string[]) => {
        const styles = [...document.querySelectorAll('body, body *')]
          .filter((element) => !element.closest(ours))
          .map((element) => {
            const style = getComputedStyle(element);
            const { x, width } = element.getBoundingClientRect();
            return [element.localName, x, width, style.font, style.color, style.display, style.margin].join(
              '|',
            );
          });
        return {
          styles,
          sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
          head: document.head.childElementCount,
          body: [...document.body.children].map((element) => element.localName),
          attributes: [...document.documentElement.attributes, ...document.body.attributes].map(
            (it) => it.name,
          ),
          globals: Object.getOwnPropertyNames(globalThis).filter((name) => !ofLit.includes(name)),
          symbols: Object.getOwnPropertyNames(Symbol).filter((name) => name !== 'metadata'),
          storage: [localStorage.length, sessionStorage.length, document.cookie],
          history: [history.length, JSON.stringify(history.state), location.hash],
          title: document.title,
          scroll: scrollY,
          focus: document.activeElement?.localName,
        };
      },
      ['ceal-feed', 'ceal-announcer', ...WIDGETS].join(),
      OF_LIT,
    );

  for (const path of ['/vijandig/', '/buurt/', '/bundel/'])
    it(`leaves ${path} as it was, but for the announcer`, async () => {
      const without = await site.visit(path, {
        filled: false,
        before: async (page: Page) => {
          await page.setRequestInterception(true);
          page.on(
            'request',
            (request) => void (/\/dist\/.*\.js/.test(request.url()) ? request.abort() : request.continue()),
          );
        },
      });
      const clean = await traces(without.page);
      await without.close();

      const { page, gallery, seen, close } = await site.visit(path, { waitUntil: 'networkidle0' });
      const filled = await traces(page);
      await (await gallery.part('search')).type('soep');
      await until(async () => (await gallery.names())[0] === 'Soep van overschot', 'the soup');
      await gallery.press(nl.clear);
      await gallery.filled(ENTERPRISES.length);
      const used = await traces(page);
      assert.deepEqual(filled.body.toSorted(), [...clean.body, 'ceal-announcer'].toSorted());
      for (const [name, value] of Object.entries(clean)) {
        if (name === 'body') continue;
        assert.deepEqual(filled[name as keyof typeof filled], value, name);
        if (!['scroll', 'focus'].includes(name))
          assert.deepEqual(used[name as keyof typeof used], value, `${name}, in use`);
      }
      assert.deepEqual(seen.foreign, []);
      await close();
    });
});
