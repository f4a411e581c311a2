/** The height of a frame follows what it shows, and breaks no policy of either page. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { WIDGETS } from '#tools/elements.mjs';
import type {} from '../../../src/enterprise-gallery/enterprise-gallery.js';
import { lacking } from '../../support/node/engine.js';
import {
  FEED,
  fitted,
  frameOf,
  heightOf,
  inside,
  openFrames,
  press,
  START_PX,
  type Frames,
  type Place,
} from '../../support/node/frames.js';
import { until } from '../../support/node/visit.js';

/** The least height that a frame gets. */
const MIN_HEIGHT_PX = 80;
/** More than a frame gets that grows because it has grown, ten pixels at a time; one that does not stop would pass it. */
const MAX_OWN_GROWTH_PX = 1_000;

let frames: Frames;
before(async () => {
  frames = await openFrames();
});
after(() => frames?.close());

/** Runs in a page before its scripts: notes each height that a frame of it gets. */
function noteHeights(): void {
  const heights: number[] = [];
  Object.assign(globalThis, { heights });
  new MutationObserver((changes) => {
    for (const { target } of changes) heights.push(Number((target as HTMLIFrameElement).height));
  }).observe(document, { subtree: true, attributeFilter: ['height'] });
}
/** Runs in a page: waits for five of its animation frames. */
async function fewAnimationFrames(): Promise<void> {
  for (let left = 5; left; left--) await new Promise((settle) => requestAnimationFrame(settle));
}
const notedHeights = (page: Place) =>
  page.evaluate(() => (globalThis as unknown as { heights: readonly number[] }).heights);

describe('a frame', () => {
  for (const { tag } of WIDGETS) {
    const name = tag.replace('ceal-', '');
    it(`grows to what ${name} shows, and breaks no policy of either page`, async () => {
      const visit = await frames.open(frameOf(frames.address(name)) + '<p id="below">Below</p>', {
        first: noteHeights,
      });
      assert.ok((await fitted(visit)) > START_PX);
      // Not that of nothing in between: what follows on the page would jump up and down.
      const heights = await notedHeights(visit.page);
      assert.ok(heights[0] && Math.min(...heights) > MIN_HEIGHT_PX, heights.join());
      assert.equal(
        await visit.page.evaluate(() => document.querySelector('iframe')!.getAttribute('style')),
        null,
      );
      const asked = await visit.requests();
      assert.ok(asked.some((address) => address.includes(FEED)));
      assert.deepEqual(
        asked.filter((address) => !frames.origins.some((origin) => address.startsWith(origin))),
        [],
      );
      assert.deepEqual(await visit.trouble(), []);
      await visit.close();
    });
  }

  it('follows when more is shown, and less', async () => {
    const visit = await frames.open(frames.gallery({ src: FEED, 'page-size': '6' }));
    const few = await fitted(visit);
    await until(() => press(visit.inner, '[part~="show-more"], .more button'), 'the button for more');
    const more = await until(async () => {
      const height = await heightOf(visit.page);
      return height > few + 100 && height;
    }, 'more');
    await visit.inner.evaluate((size) => {
      document.querySelector('main > *')!.setAttribute('page-size', size);
      document.querySelector('main > *')!.setAttribute('filter', 'q=soep');
    }, '6');
    await until(async () => (await heightOf(visit.page)) < more - 100, 'less');
    assert.deepEqual(await visit.trouble(), []);
    await visit.close();
  });

  it('keeps its height and scrolls without our script', async () => {
    const visit = await frames.open(frames.gallery(), { head: '' });
    await until(async () => (await inside(visit.inner)).hidden > 1_000, 'the cards');
    assert.equal(await heightOf(visit.page), START_PX);
    await visit.inner.evaluate(() => scrollTo({ top: 500, behavior: 'instant' }));
    await until(() => visit.inner.evaluate(() => scrollY === 500), 'the frame to scroll');
    assert.deepEqual(await visit.trouble(), []);
    await visit.close();
  });

  it('is measured when it comes into sight, and when it comes later', async () => {
    const visit = await frames.open(`<div class="hidden" id="tab">${frames.gallery()}</div>`);
    await until(async () => (await inside(visit.inner)).isReady, 'the cards');
    assert.equal(await heightOf(visit.page), START_PX);
    await visit.page.evaluate(() => {
      document.querySelector('#tab')!.className = '';
    });
    assert.ok((await fitted(visit)) > START_PX);
    await visit.page.evaluate(() => {
      const later = document.querySelector('iframe')!.cloneNode() as HTMLIFrameElement;
      later.height = '301';
      document.body.append(later);
    });
    await until(async () => (await heightOf(visit.page, 1)) > 1_000, 'the height of the second frame');
    await visit.close();
  });

  it('works in a sandbox that gives it no origin', { skip: lacking('frame without origin') }, async () => {
    const visit = await frames.open(frames.gallery(undefined, 'sandbox="allow-scripts allow-popups"'));
    assert.ok((await fitted(visit)) > START_PX);
    await visit.close();
  });

  it('stops where it grows because it has grown', async () => {
    const visit = await frames.open(frames.gallery({ src: FEED, 'page-size': '1' }));
    const height = await fitted(visit);
    await visit.inner.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('main { min-block-size: calc(100vb + 10px) }');
      document.adoptedStyleSheets = [sheet];
    });
    let before = 0;
    const last = await until(async () => {
      for (const place of [visit.page, visit.inner]) await place.evaluate(fewAnimationFrames);
      const now = await heightOf(visit.page);
      const isStill = now > height && now === before;
      before = now;
      return isStill && now;
    }, 'the end of growing');
    assert.ok(last < height + MAX_OWN_GROWTH_PX, `${height} to ${last}`);
    await visit.close();
  });
});
