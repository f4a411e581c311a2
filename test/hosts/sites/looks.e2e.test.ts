/** The widgets under the looks of a page, and the room that is held for them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { galleryOn, until } from '../../support/node/visit.js';
import { FORM, GALLERY, LOADER, partOf, servePages } from './site-pages.js';

const RESERVE = '<link rel="stylesheet" href="/dist/ceal-widgets.css">';

const site = servePages({
  '/withheld': `${RESERVE}<script type="text/plain" data-category="functionality" src="/dist/ceal-widgets.js"></script>
    <script type="rocketlazyloadscript" data-rocket-src="/dist/ceal-widgets.js"></script>
    <script type="text/javascript" data-src="/dist/ceal-widgets.js"></script>${GALLERY}<p id="below">Onder.</p>`,
  '/on-its-way': `${RESERVE}<script type="module" async src="/never/ceal-widgets.js"></script>${GALLERY}<p id="below">Onder.</p>`,
  '/inherited': `<style>
      body { font: italic small-caps 700 14px/1.1 Georgia, serif; font-feature-settings: 'smcp'; word-break: break-all;
        line-break: anywhere; caret-color: transparent; text-align-last: center; text-emphasis: dot; quotes: '+' '+';
        cursor: wait; }
      div { text-align: center; white-space: nowrap; text-transform: uppercase; letter-spacing: 0.1em; text-indent: 2em;
        background: linear-gradient(90deg, #3a6ea5, #00b894); background-clip: text; hyphens: none;
        -webkit-text-fill-color: transparent; -webkit-text-stroke: 2px red; }
    </style>${LOADER}<div>${GALLERY}${FORM}</div>`,
  '/see-through': `<style>
      div { color: transparent; background: linear-gradient(90deg, #3a6ea5, #00b894); background-clip: text;
        -webkit-user-select: none; user-select: none; }
    </style>${LOADER}<div>${GALLERY}${FORM}</div>`,
  '/large-text': `<meta name="viewport" content="width=device-width"><style>html { font-size: 200%; }</style>${LOADER}${GALLERY.replace('page-size', 'detail="inline" layout="list" page-size')}`,
});

it('A4: an enterprise that opens within a list stays in a telephone, with text of twice the size', async () => {
  const { page } = await site.open('/large-text', { viewport: { width: 390, height: 800 } });
  const gallery = galleryOn(page);
  await gallery.filled();
  const [name = ''] = await gallery.names();
  await (await gallery.named('link', name)).click();
  await until(async () => (await gallery.title()) === name, 'the detail');
  assert.equal(await page.evaluate(() => document.querySelector('html')!.scrollWidth), 390);
  await page.browserContext().close();
});

describe('E23: room for the widgets', () => {
  const below = async (path: string) => {
    const { page, seen } = await site.open(path, { waitUntil: 'domcontentloaded' });
    const hasSheet = () => page.$eval('[rel=stylesheet]', (link) => (link as HTMLLinkElement).sheet !== null);
    await until(hasSheet, 'the style sheet');
    const at = await page.$eval('#below', (element) => element.getBoundingClientRect().top);
    assert.deepEqual(seen.console, []);
    await page.browserContext().close();
    return at;
  };

  it('is not held while their script is withheld', async () => assert.ok((await below('/withheld')) < 200));

  it('is held while their script is on its way', async () => assert.ok((await below('/on-its-way')) > 800));
});

it('E24: inherits no looks that hide or break its text', async () => {
  const { page, seen } = await site.open('/inherited');
  const looks = async (tag: string, part: string) =>
    (await partOf(page, tag, part)).evaluate((element) => {
      const style = getComputedStyle(element);
      const { wordBreak, lineBreak, caretColor, textAlignLast, quotes, cursor, textTransform } = style;
      const { letterSpacing, whiteSpace, textIndent, fontVariant, fontStyle, webkitTextStrokeWidth } = style;
      return {
        wordBreak,
        lineBreak,
        textAlignLast,
        quotes,
        textTransform,
        letterSpacing,
        whiteSpace: whiteSpace === 'pre-wrap' ? 'normal' : whiteSpace,
        textIndent,
        fontVariant,
        fontStyle,
        fontFeatureSettings: style.fontFeatureSettings,
        emphasis: style.getPropertyValue('text-emphasis-style'),
        stroke: webkitTextStrokeWidth,
        isVisible: style.webkitTextFillColor === style.color && caretColor === style.color,
        isWaiting: cursor === 'wait',
      };
    });
  const plain = {
    wordBreak: 'normal',
    lineBreak: 'auto',
    textAlignLast: 'auto',
    quotes: 'auto',
    textTransform: 'none',
    letterSpacing: 'normal',
    whiteSpace: 'normal',
    textIndent: '0px',
    fontVariant: 'normal',
    fontStyle: 'normal',
    fontFeatureSettings: 'normal',
    emphasis: 'none',
    stroke: '0px',
    isVisible: true,
    isWaiting: false,
  };
  assert.deepEqual(await looks('ceal-enterprise-gallery', 'tagline'), plain);
  assert.deepEqual(await looks('ceal-signup-form', 'input'), plain);
  assert.deepEqual(seen.console, []);
  await page.browserContext().close();
});

it('E24: is read, and its fields can be typed in, where a page makes its text transparent', async () => {
  const { page, seen } = await site.open('/see-through');
  const look = async (tag: string, part: string) =>
    (await partOf(page, tag, part)).evaluate((element) => {
      const { color, userSelect } = getComputedStyle(element);
      const probe = new OffscreenCanvas(1, 1).getContext('2d')!;
      probe.fillStyle = color;
      probe.fillRect(0, 0, 1, 1);
      return { opacity: probe.getImageData(0, 0, 1, 1).data[3], userSelect };
    });
  assert.equal((await look('ceal-enterprise-gallery', 'tagline')).opacity, 255);
  assert.deepEqual(await look('ceal-signup-form', 'input'), { opacity: 255, userSelect: 'text' });
  assert.deepEqual(seen.console, []);
  await page.browserContext().close();
});
