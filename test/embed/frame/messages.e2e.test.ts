/** Hostile messages, to the page around a frame and to the page in it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lacking } from '../../support/node/engine.js';
import { FEED, fitted, forge, openFrames, type Frames, type Place } from '../../support/node/frames.js';
import { ENTERPRISES, until } from '../../support/node/visit.js';

const ELSEWHERE = 'https://elsewhere.invalid';
/** What every message of ours has. */
const OURS = { source: 'ceal-widgets', v: 1 };

let frames: Frames;
before(async () => {
  frames = await openFrames();
});
after(() => frames?.close());

/** A gallery that is ready soon. */
const gallery = (attributes?: string) => frames.gallery({ src: FEED, 'page-size': '1' }, attributes);

/** Sends messages from a frame to the page around it. */
const sendFrom = (inner: Place, ...messages: readonly object[]): Promise<void> =>
  inner.evaluate(
    (ours, all) => {
      for (const message of all) parent.postMessage({ ...ours, ...message }, '*');
    },
    OURS,
    messages,
  );
/** The message behind all others, after which the page notes what its scripts have heard. */
const END = { type: 'event', event: 'ceal-ended', fields: {} };
const noted = (page: Place) => page.evaluate(() => document.documentElement.dataset['end']);

describe('hostile messages', () => {
  it('of a frame are bounded, and those of nobody’s are nothing', async () => {
    const visit = await frames.open(`${gallery()}<div class="tall"></div>`);
    const { page, inner } = visit;
    await fitted(visit);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      const heights: number[] = [];
      Object.assign(globalThis, { heights });
      new MutationObserver(() => heights.push(Number(frame.height))).observe(frame, { attributes: true });
      addEventListener('ceal-ended', () => (document.documentElement.dataset['end'] = 'true'));
    });
    /** The heights that the frame has had since then. */
    const heights = () => page.evaluate(() => (globalThis as unknown as { heights: number[] }).heights);
    // No JSON has these.
    await inner.evaluate((ours) => {
      for (const height of [NaN, Infinity]) parent.postMessage({ ...ours, type: 'height', height }, '*');
      const fields = JSON.parse('{ "preventDefault": 1, "target": 2, "__proto__": 3 }') as unknown;
      parent.postMessage({ ...ours, type: 'event', event: 'ceal-xed', fields }, '*');
    }, OURS);
    await sendFrom(
      inner,
      ...[-5, 0, '5000', null, {}].map((height) => ({ type: 'height', height })),
      { type: 'height', height: 5_000, v: 2 },
      { type: 'event', event: 'click', fields: {} },
      { type: 'fragment', pairs: ['ceal-gallery.q=x'] },
      { type: 'navigate', top: -1e9 },
    );
    const data = { ...OURS, type: 'height', height: 7_000 };
    await page.evaluate((message) => postMessage(message, '*'), data);
    await page.evaluate(
      (message, origin) =>
        dispatchEvent(new MessageEvent('message', { data: message, origin, source: window })),
      data,
      frames.origins[0],
    );
    await sendFrom(inner, END);
    await until(() => noted(page), 'the end of the messages');
    assert.deepEqual(await heights(), []);
    assert.equal(await page.evaluate(() => location.hash), '');
    await sendFrom(inner, { type: 'height', height: 1e9 });
    await until(async () => (await heights()).includes(20_000), 'the greatest height');
    assert.ok((await heights()).every((height) => height <= 20_000));
    assert.deepEqual(await visit.trouble(), []);
    await visit.close();
  });

  it('do not hold the scroll of a page whose visitor is not in the frame', async () => {
    const visit = await frames.open(
      `<button>Theirs</button><div class="tall"></div>${frames.gallery(undefined, 'data-deep-link')}`,
      { hash: `#ceal-gallery.open=${ENTERPRISES[0]!.id}` },
    );
    const { page, inner } = visit;
    await until(() => page.evaluate(() => scrollY > 2_000), 'the enterprise in sight');
    // When the page says so: where WebKit's driver runs a script, there the focus goes.
    await inner.evaluate(
      (ours, end) =>
        addEventListener('message', ({ data }) => {
          if (data !== 'go') return;
          const places = [0, 1_000].map((top) => ({ type: 'navigate', top }));
          for (const message of [{ type: 'ready' }, ...places, end])
            parent.postMessage({ ...ours, ...message }, '*');
        }),
      OURS,
      END,
    );
    await page.evaluate(() => {
      const button = document.querySelector('button')!;
      // In WebKit a frame does not give the focus away by itself.
      button.focus();
      button.blur();
      scrollTo({ top: 0, behavior: 'instant' });
      addEventListener('ceal-ended', () => (document.documentElement.dataset['end'] = String(scrollY)));
      document.querySelector('iframe')!.contentWindow!.postMessage('go', '*');
    });
    assert.equal(await until(() => noted(page), 'the end of the messages'), '0');
    await visit.close();
  });

  for (const [sandbox, origin, isHeard] of [
    ['', ELSEWHERE, false],
    ['', 'null', false],
    ['sandbox="allow-scripts allow-same-origin"', 'null', false],
    ['sandbox="allow-scripts"', 'null', true],
  ] as const)
    it(
      `of a frame with ${sandbox || 'no sandbox'} and the origin ${origin} are ${isHeard ? 'heard' : 'nothing'}`,
      { skip: lacking('message in another name') },
      async () => {
        const { page, close } = await frames.open(gallery(sandbox));
        await page.evaluate(() =>
          addEventListener('ceal-ended', () => (document.documentElement.dataset['end'] = 'true')),
        );
        await forge(page, { ...OURS, ...END }, origin);
        assert.equal(Boolean(await noted(page)), isHeard);
        await close();
      },
    );

  it('that ask the page for leave are not passed on to it', async () => {
    const visit = await frames.open(gallery());
    await fitted(visit);
    await visit.page.evaluate(() => {
      const told: string[] = [];
      for (const type of ['ceal-signup-submit', 'ceal-gallery-open', 'ceal-ended'])
        addEventListener(type, () => {
          told.push(type);
          if (type === 'ceal-ended') document.documentElement.dataset['end'] = told.join();
        });
    });
    await sendFrom(
      visit.inner,
      { ...END, event: 'ceal-signup-submit' },
      { ...END, event: 'ceal-gallery-open' },
      END,
    );
    assert.equal(await until(() => noted(visit.page), 'the end of the messages'), 'ceal-ended');
    await visit.close();
  });

  it('in a flood are read a hundred a second', async () => {
    const visit = await frames.open(gallery(), {
      first: () => {
        let heard = 0;
        addEventListener('ceal-flooded', () => heard++);
        // The last of a flood; the page around reads in order.
        addEventListener('message', ({ data }) => {
          if (data === 'end') document.documentElement.dataset['end'] = String(heard);
        });
      },
    });
    await fitted(visit);
    await visit.inner.evaluate((ours) => {
      const message = { ...ours, type: 'event', event: 'ceal-flooded', fields: {} };
      for (let n = 0; n < 20_000; n++) parent.postMessage(message, '*');
      parent.postMessage('end', '*');
    }, OURS);
    const heard = Number(await until(() => noted(visit.page), 'the end of the flood'));
    assert.ok(heard > 0 && heard < 10_000, `${heard} read`);
    await visit.close();
  });

  it('to a frame are heard from the page around only, and only in their shape', async () => {
    const visit = await frames.open(gallery());
    const { page, inner } = visit;
    await fitted(visit);
    await page.evaluate((ours) => {
      const { contentWindow } = document.querySelector('iframe')!;
      const send = (rest: object) => contentWindow!.postMessage({ ...ours, ...rest }, '*');
      send({ type: 'fragment', pairs: ['access_token=x'] });
      send({ type: 'fragment', pairs: 'ceal-gallery.q=x' });
      send({ type: 'fragment', pairs: ['ceal-gallery.q=x'], v: 9 });
      send({ type: 'ping', source: 'elsewhere' });
      contentWindow!.postMessage(null, '*');
      contentWindow!.postMessage('x'.repeat(1_000_000), '*');
    }, OURS);
    await inner.evaluate(
      (ours, origin, canForge) => {
        const data = { ...ours, type: 'fragment', pairs: ['ceal-gallery.q=x'] };
        postMessage(data, '*');
        if (canForge) dispatchEvent(new MessageEvent('message', { data, origin, source: parent }));
      },
      OURS,
      ELSEWHERE,
      lacking('message in another name') === false,
    );
    await inner.evaluate(() => new Promise((settle) => setTimeout(settle)));
    assert.equal(await inner.evaluate(() => location.hash), '');
    assert.deepEqual(await visit.trouble(), []);
    await visit.close();
  });
});
