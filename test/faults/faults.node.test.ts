/** The fault server: every fault that it promises, and no other. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { FEED } from './feed.js';
import { startFaults, type FaultServer } from './server.js';

let faults: FaultServer;
before(async () => {
  faults = await startFaults();
});
after(() => faults.close());

const get = (path: string, options?: RequestInit) => fetch(faults.url + path, options);
const json = async (path: string): Promise<unknown> => (await get(path)).json();
const header = ({ headers }: Response, name: string) => headers.get(name) ?? '';

/** Lists inside each other. */
type NestedList = readonly NestedList[];

interface RawAnswer {
  /** The part of the body that came before the connection ended. */
  readonly body?: string;
  /** True if all of the body came. */
  readonly complete?: boolean;
  readonly error?: NodeJS.ErrnoException;
}

/** Asks, and gives up so many milliseconds after the first part of the body, if that is given. */
const raw = (path: string, { giveUpAfter }: { giveUpAfter?: number } = {}) =>
  new Promise<RawAnswer>((settle) => {
    const asked = request(faults.url + path, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
        if (giveUpAfter !== undefined) setTimeout(() => asked.destroy(), giveUpAfter);
      });
      response.on('close', () => settle({ body, complete: response.complete }));
      response.on('error', () => {});
    });
    asked.on('error', (error) => settle({ error }));
    asked.end();
  });

describe('an answer that arrives', () => {
  it('is the feed, readable from anywhere', async () => {
    const response = await get('/good');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.deepEqual(await response.json(), FEED);
  });

  it('is late', async () => {
    const start = performance.now();
    assert.deepEqual(await json('/slow?ms=120'), FEED);
    assert.ok(performance.now() - start >= 115);
  });

  it('is a web page, honestly or not', async () => {
    assert.match(header(await get('/html'), 'content-type'), /^text\/html/);
    const disguised = await get('/html-as-json');
    assert.match(header(disguised, 'content-type'), /^application\/json/);
    await assert.rejects(disguised.json(), SyntaxError);
  });

  it('leads to a login page of another origin', async () => {
    const first = await get('/redirect-login', { redirect: 'manual' });
    assert.equal(first.status, 302);
    const target = new URL(header(first, 'location'));
    assert.notEqual(target.origin, faults.url);
    assert.equal(target.port, String(faults.port));
  });

  it('has any status, and the time to come back', async () => {
    const response = await get('/status/429?retry-after=2');
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), '2');
    assert.equal((await get('/status/404')).headers.get('retry-after'), null);
  });

  it('fails as often as asked, for each id by itself', async () => {
    const statuses: number[] = [];
    for (const id of ['a', 'a', 'b', 'a', 'b', 'b'])
      statuses.push((await get(`/flaky?fail=2&id=${id}`)).status);
    assert.deepEqual(statuses, [503, 503, 503, 200, 503, 200]);
  });

  it('is encoded strangely', async () => {
    const utf16 = new Uint8Array(await (await get('/utf16')).arrayBuffer());
    assert.deepEqual([...utf16.slice(0, 4)], [0xff, 0xfe, 0x7b, 0]);
    assert.deepEqual(JSON.parse(new TextDecoder('utf-16le').decode(utf16)), FEED);
    const bom = new Uint8Array(await (await get('/bom')).arrayBuffer());
    assert.deepEqual([...bom.slice(0, 4)], [0xef, 0xbb, 0xbf, 0x7b]);
  });

  it('is as large as asked, and valid', async () => {
    const body = await (await get('/big?mb=2')).text();
    assert.ok(Math.abs(body.length - 2 * 1_024 * 1_024) < 1_024, `${body.length} bytes`);
    assert.ok((JSON.parse(body) as typeof FEED).enterprises.length > 1_000);
  });

  it('is as deep as asked', async () => {
    const { enterprises } = (await json('/deep?n=1000')) as { enterprises: NestedList };
    let depth = 0;
    for (let list = enterprises[0]; list; list = list[0]) depth += 1;
    assert.equal(depth, 1_000);
  });

  it('is a feed that holds nothing, or nothing at all', async () => {
    assert.deepEqual(((await json('/empty')) as typeof FEED).enterprises, []);
    assert.equal(await (await get('/blank')).text(), '');
  });

  it('comes from the future', async () => {
    assert.equal(((await json('/newer')) as typeof FEED).version, '2.0');
  });

  it('keeps other origins out', async () => {
    assert.equal((await get('/nocors')).headers.get('access-control-allow-origin'), null);
  });

  it('is 304 for a client that has the feed already', async () => {
    const etag = header(await get('/etag'), 'etag');
    const again = await get('/etag', { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
  });
});

describe('an answer that does not', () => {
  it('ends in the middle, properly', async () => {
    const { body, complete } = await raw('/half');
    assert.equal(complete, true);
    assert.throws(() => void JSON.parse(body ?? ''), SyntaxError);
  });

  it('is cut in the middle', async () => {
    const { body, complete } = await raw('/cut');
    assert.equal(complete, false);
    assert.ok(body);
  });

  it('is cut before the start', async () => {
    assert.equal((await raw('/reset')).error?.code, 'ECONNRESET');
  });

  it('stops in the middle and holds the line', async () => {
    const { body, complete } = await raw('/stall', { giveUpAfter: 150 });
    assert.equal(complete, false);
    assert.ok(body);
  });
});

describe('the fault server', () => {
  it('counts requests by path and id, without preflights', async () => {
    await get('/good?id=counted');
    await get('/good?id=counted&x=1');
    const preflight = await get('/good?id=counted', { method: 'OPTIONS' });
    assert.equal(preflight.status, 204);
    assert.equal(faults.requests.get('/good?id=counted'), 2);
  });

  it('lists its faults', async () => {
    const response = await get('/');
    assert.equal(response.status, 404);
    assert.match(await response.text(), /^\/flaky$/m);
  });

  it('closes with answers still under way', { timeout: 2_000 }, async () => {
    const short = await startFaults();
    const pending = fetch(`${short.url}/stall`).then((response) => response.text());
    const failed = assert.rejects(pending);
    while (!short.requests.has('/stall')) await new Promise(setImmediate);
    await short.close();
    await failed;
  });
});
