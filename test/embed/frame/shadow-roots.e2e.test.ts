/** Frames in open shadow roots, of which no observer and no list of the page tells. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lacking } from '../../support/node/engine.js';
import { FEED, openFrames, START_PX, type Frames, type Place } from '../../support/node/frames.js';
import { ENTERPRISES, until } from '../../support/node/visit.js';

let frames: Frames;
before(async () => {
  frames = await openFrames();
});
after(() => frames?.close());

const inShadowRoot = (markup: string) =>
  `<div id="app"><template shadowrootmode="open">${markup}</template></div>`;
/** The height of the frame in the shadow root of the page. */
const heightInRoot = (page: Place) =>
  page.evaluate(() => Number(document.querySelector('#app')!.shadowRoot!.querySelector('iframe')!.height));
const grows = (page: Place) =>
  until(async () => (await heightInRoot(page)) > START_PX, 'the height of the frame in the shadow root');

describe('a frame in an open shadow root', () => {
  it('grows, and so do those that come later, in roots within roots, and again when it is put back', async () => {
    const visit = await frames.open(frames.gallery() + inShadowRoot(frames.gallery()));
    const { page } = visit;
    await grows(page);
    await page.evaluate(() => {
      const app = document.querySelector('#app')!;
      const later = app.shadowRoot!.querySelector('iframe')!.cloneNode() as HTMLIFrameElement;
      later.height = '301';
      const [outer, inner] = [document.createElement('div'), document.createElement('div')];
      const root = outer.attachShadow({ mode: 'open' });
      document.body.append(outer);
      root.append(inner);
      app.shadowRoot!.querySelector('iframe')!.remove();
      inner.attachShadow({ mode: 'open' }).append(later);
      Object.assign(globalThis, { later });
    });
    const laterHeight = () =>
      page.evaluate(() => Number((globalThis as unknown as { later: HTMLIFrameElement }).later.height));
    await until(async () => (await laterHeight()) > 1_000, 'the height of the one that came later');
    await page.evaluate(() => {
      const { later } = globalThis as unknown as { later: HTMLIFrameElement };
      const root = document.querySelector('#app')!.shadowRoot!;
      later.remove();
      later.height = '302';
      root.append(later);
    });
    await grows(page);
    assert.deepEqual(await visit.trouble(), []);
    await visit.close();
  });

  it('has its events on the page, and takes part in its address', async () => {
    const [enterprise] = ENTERPRISES;
    const visit = await frames.open(
      frames.gallery({ src: FEED, 'page-size': '1' }) +
        inShadowRoot(frames.gallery(undefined, 'data-deep-link')),
      {
        hash: `#ceal-gallery.open=${enterprise!.id}`,
        first: () =>
          addEventListener('ceal-feed-loaded', ({ target }) => {
            const { id } = target as Element;
            if (id === 'app') document.documentElement.dataset['loaded'] = 'true';
          }),
      },
    );
    const { page } = visit;
    await until(() => page.evaluate(() => document.documentElement.dataset['loaded']), 'the event');
    await grows(page);
    await page.evaluate(() => {
      location.hash = '#ceal-gallery.q=soep';
    });
    const before = await heightInRoot(page);
    await until(async () => (await heightInRoot(page)) < before, 'the one that was found');
    assert.deepEqual(await visit.trouble(), []);
    await visit.close();
  });

  it(
    'brings what a visitor is led to into sight where it has the focus',
    { skip: lacking('message in another name') },
    async () => {
      const visit = await frames.open(
        frames.gallery({ src: FEED, 'page-size': '1' }) +
          inShadowRoot(frames.gallery()) +
          '<div class="tall"></div>',
      );
      const { page } = visit;
      await grows(page);
      const scrolledTo = () =>
        page.evaluate(
          (data, origin) => {
            const { contentWindow: source } = document
              .querySelector('#app')!
              .shadowRoot!.querySelector('iframe')!;
            dispatchEvent(new MessageEvent('message', { data, origin, source }));
            return scrollY;
          },
          { source: 'ceal-widgets', v: 1, type: 'navigate', top: 2_000 },
          frames.origins[0],
        );
      assert.equal(await scrolledTo(), 0);
      await page.evaluate(() => document.querySelector('#app')!.shadowRoot!.querySelector('iframe')!.focus());
      assert.ok((await scrolledTo()) > 1_000);
      await visit.close();
    },
  );
});

it('a form whose fields have the name of a shadow root keeps no frame from growing', async () => {
  const field = '<input type="radio" name="shadowRoot">';
  const visit = await frames.open(
    `${frames.gallery()}<form>${field}${field}</form>${inShadowRoot(frames.gallery())}`,
  );
  await grows(visit.page);
  assert.deepEqual(await visit.trouble(), []);
  await visit.close();
});
