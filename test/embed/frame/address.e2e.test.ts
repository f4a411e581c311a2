/** The address of a page and the frames in it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FEED, fitted, openFrames, press, type Frames } from '../../support/node/frames.js';
import { ENTERPRISES, until } from '../../support/node/visit.js';

let frames: Frames;
before(async () => {
  frames = await openFrames();
});
after(() => frames?.close());

describe('the address of the page around', () => {
  const LINKING = 'data-deep-link';
  const [ENTERPRISE] = ENTERPRISES;

  it('leads into the frame, follows it, and keeps what is its own', async () => {
    const visit = await frames.open(`<div class="tall"></div>${frames.gallery(undefined, LINKING)}`, {
      hash: `#theirs=a%20b&ceal-gallery.open=${ENTERPRISE!.id}`,
    });
    const { page, inner } = visit;
    const hash = () => page.evaluate(() => location.hash);
    await until(
      () => inner.evaluate((id) => location.hash === `#ceal-gallery.open=${id}`, ENTERPRISE!.id),
      'the link',
    );
    const detail = () =>
      inner.evaluate(() =>
        Boolean(document.querySelector('main > *')?.shadowRoot?.querySelector('[part~="detail-name"]')),
      );
    await until(detail, 'the enterprise');
    await until(() => page.evaluate(() => scrollY > 2_000), 'the enterprise in sight');
    const steps = await page.evaluate(() => history.length);
    await press(inner, '[data-id] .name-link[aria-expanded="true"]');
    await until(async () => (await hash()) === '#theirs=a%20b', 'the address without it');
    await page.evaluate(() => {
      location.hash = '#theirs=1&ceal-gallery.q=soep';
    });
    await until(
      () => inner.evaluate(() => location.hash === '#ceal-gallery.q=soep'),
      'the search in the frame',
    );
    assert.equal(await page.evaluate(() => history.length), steps + 1);
    assert.deepEqual(await visit.trouble(), []);
    await visit.close();
  });

  it('is none of the frame’s where the page does not say so', async () => {
    const visit = await frames.open(frames.gallery({ src: FEED, 'deep-link': '' }), {
      hash: '#ceal-gallery.q=soep',
    });
    await fitted(visit);
    await press(visit.inner, '[data-id] .name-link');
    await until(
      () => visit.inner.evaluate(() => location.hash.includes('open=')),
      'the address of the frame',
    );
    assert.equal(await visit.page.evaluate(() => location.hash), '#ceal-gallery.q=soep');
    await visit.close();
  });
});
