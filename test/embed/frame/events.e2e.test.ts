/** What happens in a frame is told to the page around: events, and the place that a visitor has been led to. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { SCRIPT } from '../../support/node/embedding-site.js';
import { fitted, openFrames, press, type Frames } from '../../support/node/frames.js';
import { ENTERPRISES, until } from '../../support/node/visit.js';

let frames: Frames;
before(async () => {
  frames = await openFrames();
});
after(() => frames?.close());

/** Runs in a page before its scripts: notes events as they come to its window. */
function noteEvents(): void {
  const told: unknown[] = [];
  Object.assign(globalThis, { told });
  for (const type of ['ceal-feed-loaded', 'ceal-gallery-open', 'ceal-gallery-opened'])
    addEventListener(type, (event) => {
      const { bubbles, composed, cancelable, target } = event;
      const { feedId, receivedAt, enterpriseId } = event as unknown as Record<string, unknown>;
      const has = { id: feedId !== undefined, date: receivedAt instanceof Date };
      const on = (target as Element).localName;
      told.push({ type, bubbles, composed, cancelable, on, has, enterpriseId: enterpriseId ?? null });
    });
}

it('the events of a frame are those of its widget, under the same names, once where the script stands twice', async () => {
  const visit = await frames.open(`<section>${frames.gallery()}</section>`, {
    head: SCRIPT + SCRIPT.replace('.js', '.js?again'),
    first: noteEvents,
  });
  await fitted(visit);
  await until(() => press(visit.inner, '[data-id] .name-link'), 'a card');
  const told = () =>
    visit.page.evaluate(() => (globalThis as unknown as { told: Record<string, unknown>[] }).told);
  const all = await until(async () => {
    const list = await told();
    return list.some(({ type }) => type === 'ceal-gallery-opened') && list;
  }, 'the event');
  const common = { bubbles: true, composed: true, cancelable: false, on: 'iframe' };
  assert.deepEqual(all, [
    { type: 'ceal-feed-loaded', ...common, has: { id: true, date: true }, enterpriseId: null },
    {
      type: 'ceal-gallery-opened',
      ...common,
      has: { id: false, date: false },
      enterpriseId: ENTERPRISES[0]!.id,
    },
  ]);
  await visit.close();
});

it('what a visitor opens in a frame is brought into sight', async () => {
  const visit = await frames.open(`<div class="tall"></div>${frames.gallery()}<div class="tall"></div>`);
  await fitted(visit);
  await visit.page.evaluate(() => {
    const frame = document.querySelector('iframe')!;
    frame.focus();
    scrollTo({ top: frame.offsetTop, behavior: 'instant' });
  });
  // Far below the window, as by a key.
  await visit.inner.evaluate(() => {
    const links = document.querySelector('main > *')!.shadowRoot!.querySelectorAll<HTMLElement>('.name-link');
    links[links.length - 1]!.click();
  });
  await until(async () => {
    const top = await visit.page.evaluate(
      () => document.querySelector('iframe')!.getBoundingClientRect().top,
    );
    const offset = await visit.inner.evaluate(() => {
      const name = document.querySelector('main > *')!.shadowRoot!.querySelector('[part~="detail-name"]');
      return name?.getBoundingClientRect().top;
    });
    return typeof offset === 'number' && top + offset >= -1 && top + offset < 900;
  }, 'the name in sight');
  await visit.close();
});
