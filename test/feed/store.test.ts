/// <reference types="mocha" />
/** One source for an address: shared, kept while somebody listens, with a copy where one was asked for. */
import { expect } from '@open-wc/testing';
import type { CacheChoice } from '../../src/feed/cache.js';
import type { FeedSource, SourceState } from '../../src/feed/source.js';
import { feedSource } from '../../src/feed/store.js';
import { stopClock } from '../support/browser/clock.js';
import { nowhere, placeOf, placeWith, silentPlace, type Place } from '../support/browser/network.js';
import { collectConsole } from '../support/browser/quiet.js';
import { ownerTold } from '../support/browser/owner-told.js';

const feed = (title: string) => ({ version: '1.0', id: 'proef', title });
const titleOf = ({ state }: FeedSource) => (state.kind === 'ready' ? state.document.head.title : state.kind);
const failureOf = ({ state }: FeedSource) => (state.kind === 'loading' ? undefined : state.failure);

const listening: (() => void)[] = [];
afterEach(() => {
  for (const stop of listening.splice(0)) stop();
  sessionStorage.clear();
  localStorage.clear();
});

/** Listens until the end of the test, or until the function that comes back is called. */
function listen(source: FeedSource, listener: () => void = () => {}): () => void {
  const stop = source.subscribe(listener);
  listening.push(stop);
  return stop;
}

/** A source that is listened to and has its answer. */
async function heard(place: Place, cache?: CacheChoice): Promise<FeedSource> {
  const source = feedSource(place.address, cache);
  listen(source);
  await source.refresh();
  return source;
}

/** Until whatever was queued has run: whoever stays away is then known to stay away. */
const settle = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));

describe('the source of an address', () => {
  it('requests its feed at the first subscription, once for all subscribers', async () => {
    const place = placeOf(feed('Een'));
    const source = feedSource(place.address);
    expect(feedSource(place.address)).to.equal(source);
    expect([place.asked, source.state.kind]).to.deep.equal([0, 'loading']);
    const heardBy: string[] = [];
    for (const name of ['a', 'b', 'c']) listen(source, () => heardBy.push(`${name} ${source.state.kind}`));
    await source.refresh();
    expect(heardBy).to.deep.equal(['a ready', 'b ready', 'c ready']);
    expect(place.asked).to.equal(1);
    listen(source);
    expect(place.asked).to.equal(1);
  });

  it('has the time at which its feed was received', async () => {
    stopClock();
    const source = await heard(placeOf(feed('Een')));
    expect(source.state).to.include({ kind: 'ready', receivedAt: Date.now() });
  });

  it('requests its feed again on refresh; the same text keeps its document', async () => {
    const place = placeOf(feed('Een'));
    const source = await heard(place);
    const first = source.state as SourceState & { kind: 'ready' };
    await source.refresh();
    expect(place.asked).to.equal(2);
    expect(source.state).to.include({ document: first.document });
    place.answer = () => Response.json(feed('Twee'));
    await source.refresh();
    expect(titleOf(source)).to.equal('Twee');
  });

  it('has one request at a time', async () => {
    const place = silentPlace();
    const source = feedSource(place.address);
    listen(source);
    const asking = [source.refresh(), source.refresh()];
    place.respond(Response.json(feed('Een')));
    await Promise.all(asking);
    expect(place.asked).to.equal(1);
  });

  it('has the reason of a failure, warns the owner once, and recovers', async () => {
    const told = collectConsole();
    const place = nowhere();
    const source = await heard(place);
    expect(source.state).to.deep.equal({
      kind: 'failed',
      failure: { reason: 'not-found', status: 404, text: undefined },
    });
    await source.refresh();
    await ownerTold(told);
    expect(told).to.have.length(1);
    expect(told[0]).to.include(place.address).and.to.include('(HTTP 404)');
    place.answer = () => Response.json(feed('Een'));
    await source.refresh();
    expect(titleOf(source)).to.equal('Een');
    expect(failureOf(source)).to.equal(undefined);
  });

  it('keeps the last good feed when a later request fails, with the failure until one succeeds', async () => {
    const told = collectConsole();
    const place = placeOf(feed('Een'));
    const source = await heard(place);
    const { receivedAt } = source.state as SourceState & { kind: 'ready' };
    place.answer = () => new Response('<!doctype html>');
    await source.refresh();
    await ownerTold(told);
    expect(titleOf(source)).to.equal('Een');
    expect(source.state).to.include({ receivedAt });
    expect(failureOf(source)).to.deep.equal({ reason: 'web-page', status: undefined, text: undefined });
    place.answer = () => Response.json(feed('Een'));
    await source.refresh();
    expect(failureOf(source)).to.equal(undefined);
  });
});

describe('a listener', () => {
  it('that unsubscribes leaves the others subscribed', async () => {
    const place = silentPlace();
    const source = feedSource(place.address);
    const stop = listen(source);
    listen(source);
    stop();
    stop();
    await settle();
    expect(place.abandoned).to.equal(0);
    place.respond(Response.json(feed('Een')));
    await source.refresh();
    expect(titleOf(source)).to.equal('Een');
  });

  it('that is the last one aborts the request by unsubscribing', async () => {
    const place = silentPlace();
    const stop = listen(feedSource(place.address));
    stop();
    expect(place.abandoned).to.equal(0);
    await settle();
    expect(place.abandoned).to.equal(1);
  });

  it('that unsubscribes and subscribes in one task, as after a move, aborts nothing', async () => {
    const place = silentPlace();
    const source = feedSource(place.address);
    listen(source)();
    listen(source);
    await settle();
    expect([place.asked, place.abandoned]).to.deep.equal([1, 0]);
  });

  it('that comes after the last one gets a new source with a new request', async () => {
    const place = placeOf(feed('Een'));
    const source = feedSource(place.address);
    const stop = listen(source);
    await source.refresh();
    stop();
    await settle();
    const later = await heard(place);
    expect(later).not.to.equal(source);
    expect(place.asked).to.equal(2);
  });

  it('may unsubscribe while it is notified, and is not notified again', async () => {
    const place = placeOf(feed('Een'));
    const source = feedSource(place.address);
    let times = 0;
    const stop = listen(source, () => {
      times++;
      stop();
    });
    listen(source);
    await source.refresh();
    await source.refresh();
    expect(times).to.equal(1);
  });
});

describe('the copy of a feed', () => {
  const keyOf = ({ address }: Place) => `ceal-widgets/feed/1/${address}`;
  /** As if the page were opened again. */
  const openAgain = async () => {
    for (const stop of listening.splice(0)) stop();
    await settle();
  };

  for (const [cache, storage] of [
    ['session', sessionStorage],
    ['local', localStorage],
  ] as const)
    it(`is kept in ${cache} storage and shown at once, while the feed is requested`, async () => {
      const clock = stopClock();
      const place = placeOf(feed('Een'));
      await heard(place, cache);
      const savedAt = Date.now();
      expect(Object.keys(storage)).to.deep.equal([keyOf(place)]);
      await openAgain();
      await clock.pass(60_000);
      place.answer = () => Response.json(feed('Twee'));
      const source = feedSource(place.address, cache);
      expect(titleOf(source)).to.equal('Een');
      expect(source.state).to.include({ receivedAt: savedAt });
      listen(source);
      await source.refresh();
      expect(titleOf(source)).to.equal('Twee');
      expect(source.state).to.include({ receivedAt: savedAt + 60_000 });
    });

  it('is not kept by default', async () => {
    await heard(placeOf(feed('Een')));
    expect([sessionStorage.length, localStorage.length]).to.deep.equal([0, 0]);
  });

  it('stays when another element on the page asks for none', async () => {
    const place = placeOf(feed('Een'));
    feedSource(place.address, 'session');
    await heard(place, 'none');
    expect(sessionStorage.getItem(keyOf(place))).not.to.equal(null);
  });

  it('that equals the feed leaves the document as it is', async () => {
    const place = placeOf(feed('Een'));
    await heard(place, 'session');
    await openAgain();
    const source = feedSource(place.address, 'session');
    const { document } = source.state as SourceState & { kind: 'ready' };
    listen(source);
    await source.refresh();
    expect(place.asked).to.equal(2);
    expect(source.state).to.include({ document });
  });

  it('stays when the feed cannot be loaded, with its age and the reason', async () => {
    const told = collectConsole();
    stopClock();
    const place = placeOf(feed('Een'));
    await heard(place, 'session');
    const savedAt = Date.now();
    await openAgain();
    place.answer = () => new Response(null, { status: 403 });
    const source = await heard(place, 'session');
    await ownerTold(told);
    expect(titleOf(source)).to.equal('Een');
    expect(source.state).to.include({ receivedAt: savedAt });
    expect(failureOf(source)).to.deep.equal({ reason: 'refused', status: 403, text: undefined });
  });

  const text = JSON.stringify(feed('Bewaard'));
  const saved = (value: unknown) => JSON.stringify(value);
  for (const [name, kept] of [
    ['is no JSON', 'kapot'],
    ['is null', 'null'],
    ['is of another shape', saved({ savedAt: 1, feed: text })],
    ['has no time', saved({ text })],
    ['has a time that is none', saved({ text, savedAt: 'gisteren' })],
    ['comes from the future', saved({ text, savedAt: Date.now() + 86_400_000 })],
    ['is no feed', saved({ text: '[]', savedAt: 1 })],
    ['is of a later version', saved({ text: '{"version":"2.0"}', savedAt: 1 })],
    ['breaks off', saved({ text: text.slice(0, 20), savedAt: 1 })],
  ] as const)
    it(`that ${name} is not used`, async () => {
      const place = placeOf(feed('Vers'));
      sessionStorage.setItem(keyOf(place), kept);
      expect(feedSource(place.address, 'session').state.kind).to.equal('loading');
      expect(titleOf(await heard(place, 'session'))).to.equal('Vers');
    });

  it('is checked like any other feed', () => {
    const place = placeOf(feed('Vers'));
    const hostile = {
      ...feed('Bewaard'),
      enterprises: [{ id: 'a', name: 'A', links: [{ url: 'data:text/html,x' }] }],
    };
    sessionStorage.setItem(keyOf(place), saved({ text: JSON.stringify(hostile), savedAt: 1 }));
    const { state } = feedSource(place.address, 'session');
    expect(state.kind === 'ready' && state.document.base).to.equal(place.address);
  });

  it('of a large feed is not kept', async () => {
    const place = placeOf({ ...feed('Groot'), extra: 'x'.repeat(500_001) });
    expect(titleOf(await heard(place, 'local'))).to.equal('Groot');
    expect(localStorage.length).to.equal(0);
  });

  it('is not needed where a page may store nothing', async () => {
    const { setItem, getItem } = Storage.prototype;
    const forbid = () => {
      throw new DOMException('Forbidden', 'SecurityError');
    };
    Object.assign(Storage.prototype, { setItem: forbid, getItem: forbid });
    try {
      expect(titleOf(await heard(placeOf(feed('Een')), 'local'))).to.equal('Een');
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });

  it('of one that fails is not kept', async () => {
    const told = collectConsole();
    const place = placeWith(() => new Response('[]'));
    await heard(place, 'local');
    await ownerTold(told);
    expect(localStorage.length).to.equal(0);
  });
});
