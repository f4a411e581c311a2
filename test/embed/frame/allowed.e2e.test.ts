/** What the address of a frame page may have it show. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { en } from '../../../src/embed/frame/page/locales/en.js';
import { nl } from '../../../src/embed/frame/page/locales/nl.js';
import {
  FEED,
  frameOf,
  heightOf,
  inside,
  openFrames,
  START_PX,
  wordsIn,
  type Frames,
  type FrameVisit,
} from '../../support/node/frames.js';
import { until } from '../../support/node/visit.js';

let frames: Frames;
before(async () => {
  frames = await openFrames();
});
after(() => frames?.close());

describe('what a frame may show', () => {
  const elsewhere = 'https://elsewhere.invalid';
  const asked = async (visit: FrameVisit) =>
    (await visit.requests()).filter((address) => address.startsWith(elsewhere));
  /** What went wrong beside what our own messages say. */
  const trouble = async (visit: FrameVisit) =>
    (await visit.trouble()).filter((line) => !line.includes('[ceal-widgets]'));

  for (const [lang, refused] of [
    ['nl', nl.refused],
    ['en', en.refused],
  ] as const)
    it(`is no feed of another origin, and says so (${lang})`, async () => {
      const visit = await frames.open(frames.gallery({ src: `${elsewhere}/feed.json`, lang }));
      await until(async () => (await wordsIn(visit.inner)).includes(refused), 'the words');
      assert.equal(await visit.inner.evaluate(() => document.querySelector('main')!.lang), lang);
      assert.deepEqual(await asked(visit), []);
      assert.deepEqual(await trouble(visit), []);
      await until(async () => (await heightOf(visit.page)) < START_PX, 'the height of the words');
      await visit.close();
    });

  it('is no form that sends what a visitor writes to another origin', async () => {
    const visit = await frames.open(
      frameOf(frames.address('signup-form', { src: FEED, endpoint: `${elsewhere}/take` })),
    );
    await until(async () => (await wordsIn(visit.inner)).includes(nl.refused), 'the words');
    assert.equal(await visit.inner.evaluate(() => document.querySelectorAll('ceal-signup-form').length), 0);
    assert.deepEqual(await asked(visit), []);
    await visit.close();
  });

  for (const [what, search] of Object.entries({
    'a script for an address': '?src=javascript:alert(1)',
    'what every object has': '?__proto__=x&constructor=y',
    'a feed in the address': `?data={"version":"1.0"}`,
    'a value without end': `?heading=${'x'.repeat(10_000)}&src=${FEED}`,
    blanks: `?src=%20${FEED}%20&page-size=%20%201`,
  }))
    it(`bears ${what}`, async () => {
      const [framed] = frames.origins;
      const visit = await frames.open(
        frameOf(`${framed}/dist/embed/enterprise-gallery.html${search.replaceAll('"', '&quot;')}`),
      );
      await until(
        async () => (await wordsIn(visit.inner)).length > 0 || (await inside(visit.inner)).isReady,
        'words',
      );
      assert.deepEqual(await trouble(visit), []);
      await visit.close();
    });
});
