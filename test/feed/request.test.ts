/// <reference types="mocha" />
/** Asking for a feed: what is asked again and when, what a failure is called, and that time and size have an end. */
import { expect } from '@open-wc/testing';
import { LIMITS } from '../../src/feed/fields.js';
import { fetchFeed, type FetchResult } from '../../src/feed/request.js';
import { stopClock, type Clock } from '../support/browser/clock.js';
import { placeOf, placeWith, silentPlace, type Place } from '../support/browser/network.js';

const FEED = { version: '1.0', id: 'proef', title: 'Café' };
const TEXT = JSON.stringify(FEED);
const good = () => Response.json(FEED);
const status = (code: number, headers?: HeadersInit) => () =>
  new Response('{}', { status: code, headers: headers ?? {} });
const lost = (): never => {
  throw new TypeError('Failed to fetch');
};

const random = Math.random;
afterEach(() => {
  Math.random = random;
  Reflect.deleteProperty(navigator, 'onLine');
});

/** Asks, and lets time pass until there is an answer. */
async function ask(place: Place, clock: Clock): Promise<FetchResult> {
  const asking = fetchFeed(place.address, new AbortController().signal);
  let isThere = false;
  void asking.finally(() => (isThere = true));
  while (!isThere) await clock.pass(100);
  return asking;
}

/** The time until an address has been asked so many times, in milliseconds, to 50 ms. */
async function timeUntil(place: Place, asked: number, clock: Clock): Promise<number> {
  let time = 0;
  for (; place.asked < asked; time += 50) await clock.pass(50);
  return time;
}

describe('a feed that is received', () => {
  it('is opened, with its text and with its own address as base', async () => {
    const place = placeOf(FEED);
    const fetched = await fetchFeed(place.address, new AbortController().signal);
    expect(fetched.ok && fetched.text).to.equal(TEXT);
    expect(fetched.ok && fetched.document.head.id).to.equal('proef');
    expect(fetched.ok && fetched.document.base).to.equal(place.address);
    expect(place.asked).to.equal(1);
  });

  const utf16 = (littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(2 * (TEXT.length + 1)));
    [...`\ufeff${TEXT}`].forEach((sign, index) =>
      view.setUint16(2 * index, sign.charCodeAt(0), littleEndian),
    );
    return view.buffer;
  };
  for (const [name, body] of [
    ['UTF-8 with a byte order mark', `\ufeff${TEXT}`],
    ['UTF-16, little end first', utf16(true)],
    ['UTF-16, big end first', utf16(false)],
  ] as const)
    it(`may be ${name}`, async () => {
      const place = placeWith(() => new Response(body));
      const fetched = await fetchFeed(place.address, new AbortController().signal);
      expect(fetched.ok && fetched.document.head.title).to.equal('Café');
    });

  it('may be received in many pieces, cut through a character', async () => {
    const pieces = new ReadableStream({
      start(controller) {
        for (const byte of new TextEncoder().encode(TEXT)) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const place = placeWith(() => new Response(pieces));
    const fetched = await fetchFeed(place.address, new AbortController().signal);
    expect(fetched.ok && fetched.text).to.equal(TEXT);
  });
});

describe('a failure', () => {
  const once = (reason: string, code?: number) => ({ ok: false, reason, ...(code && { status: code }) });

  for (const [code, reason] of [
    [404, 'not-found'],
    [410, 'not-found'],
    [400, 'refused'],
    [401, 'refused'],
    [403, 'refused'],
    [418, 'refused'],
    [501, 'server-error'],
  ] as const)
    it(`with status ${code} is ${reason}, without another attempt`, async () => {
      const place = placeWith(status(code));
      const fetched = await ask(place, stopClock());
      expect(fetched).to.include(once(reason, code));
      expect(place.asked).to.equal(1);
    });

  for (const code of [408, 425, 429, 500, 502, 503, 504])
    it(`with status ${code} is the server’s, after three attempts`, async () => {
      const place = placeWith(status(code));
      expect(await ask(place, stopClock())).to.include(once('server-error', code));
      expect(place.asked).to.equal(3);
    });

  it('to connect is unreachable, after three attempts', async () => {
    const place = placeWith(lost);
    expect(await ask(place, stopClock())).to.include(once('unreachable'));
    expect(place.asked).to.equal(3);
  });

  it('to connect without a network is offline', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    expect(await ask(placeWith(lost), stopClock())).to.include(once('offline'));
  });

  for (const [name, body, reason] of [
    ['nothing', '', 'not-json'],
    ['half a feed', TEXT.slice(0, 20), 'not-json'],
    ['a web page', '<!doctype html><title>Inloggen</title>', 'web-page'],
    ['another kind of JSON', '[]', 'not-a-feed'],
    ['a later format', '{"version":"2.0"}', 'newer-version'],
  ] as const)
    it(`by ${name} is ${reason}, without another attempt`, async () => {
      const place = placeWith(() => new Response(body));
      const fetched = await ask(place, stopClock());
      expect(fetched).to.include({ ok: false, reason });
      expect('text' in fetched).to.equal(reason === 'not-json');
      expect(place.asked).to.equal(1);
    });

  it('by its size stops reading at the limit', async () => {
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_048_576;
        controller.enqueue(new Uint8Array(1_048_576).fill(32));
      },
      cancel: () => void (cancelled = true),
    });
    const place = placeWith(() => new Response(endless));
    expect(await ask(place, stopClock())).to.deep.equal({ ok: false, reason: 'too-large' });
    expect(cancelled).to.equal(true);
    expect(sent).to.be.lessThan(LIMITS.bytes + 4 * 1_048_576);
  });

  for (const asked of [2, 3])
    it(`is forgotten when attempt ${asked} succeeds`, async () => {
      const place = placeWith((times) => (times < asked - 1 ? status(503)() : good()));
      expect((await ask(place, stopClock())).ok).to.equal(true);
      expect(place.asked).to.equal(asked);
    });
});

describe('the delay before another attempt', () => {
  for (const [chance, waits] of [
    [0, [500, 1_500]],
    [0.999999, [1_000, 3_000]],
  ] as const)
    it(`is shortened at random: ${waits.join(' and ')} ms at ${chance}`, async () => {
      Math.random = () => chance;
      const clock = stopClock();
      const place = placeWith(status(503));
      void fetchFeed(place.address, new AbortController().signal);
      await clock.pass(0);
      expect(await timeUntil(place, 2, clock)).to.be.closeTo(waits[0], 50);
      expect(await timeUntil(place, 3, clock)).to.be.closeTo(waits[1], 50);
    });

  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString();
  for (const [name, header, from, to] of [
    ['seconds', () => '7', 6_950, 7_050],
    ['no seconds', () => '0', 0, 50],
    ['a date', () => inSeconds(9), 7_900, 9_050],
    ['a date of yesterday', () => inSeconds(-86_400), 0, 50],
    ['an hour, cut to what a visitor may wait', () => '3600', 19_950, 20_050],
    ['nonsense, not followed', () => 'soon', 450, 550],
  ] as const)
    it(`is that of the server’s Retry-After: ${name}`, async () => {
      Math.random = () => 0;
      const clock = stopClock();
      const place = placeWith(status(429, { 'retry-after': header() }));
      void fetchFeed(place.address, new AbortController().signal);
      await clock.pass(0);
      expect(await timeUntil(place, 2, clock)).to.be.within(from, to);
    });
});

describe('a response that does not come', () => {
  /** Half a feed, and then nothing until nobody listens. */
  const halfABody = (signal: AbortSignal | undefined) =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(TEXT.slice(0, 20)));
          signal?.addEventListener('abort', () => controller.error(signal.reason));
        },
      }),
    );

  for (const [name, make] of [
    ['at all', () => silentPlace()],
    ['further than its first half', () => placeWith((_, signal) => halfABody(signal))],
  ] as const)
    it(`times out after 12 seconds, three times: ${name}`, async () => {
      Math.random = () => 0;
      const clock = stopClock();
      const place = make();
      const asking = fetchFeed(place.address, new AbortController().signal);
      await clock.pass(11_990);
      expect(place.asked).to.equal(1);
      expect(place.abandoned).to.equal(0);
      expect(await timeUntil(place, 2, clock)).to.be.closeTo(510, 50);
      expect(await timeUntil(place, 3, clock)).to.be.closeTo(13_500, 50);
      await clock.pass(12_000);
      expect(await asking).to.deep.equal({ ok: false, reason: 'timed-out', retryable: true });
      expect(place.abandoned).to.equal(3);
    });

  it('leaves no timer when it comes in time after all', async () => {
    const place = placeOf(FEED);
    const clock = stopClock();
    await ask(place, clock);
    await clock.pass(60_000);
    expect(place.abandoned).to.equal(0);
  });
});

describe('an aborted request', () => {
  const reason = new Error('gone');
  const failing = (asking: Promise<unknown>) =>
    asking.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('ends at once, without another attempt', async () => {
    const clock = stopClock();
    const place = silentPlace();
    const controller = new AbortController();
    const failed = failing(fetchFeed(place.address, controller.signal));
    controller.abort(reason);
    await clock.pass(60_000);
    expect(await failed).to.equal(reason);
    expect([place.asked, place.abandoned]).to.deep.equal([1, 1]);
  });

  it('ends while it waits for another attempt', async () => {
    const clock = stopClock();
    const place = placeWith(status(503));
    const controller = new AbortController();
    const failed = failing(fetchFeed(place.address, controller.signal));
    await clock.pass(100);
    controller.abort(reason);
    expect(await failed).to.equal(reason);
    await clock.pass(60_000);
    expect(place.asked).to.equal(1);
  });
});
