/** The receiver when too much comes, or too slowly, or the database does not answer. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, it, mock } from 'node:test';
import { networkOf } from '../../src/receiver/http/client-address.js';
import { RateLimit } from '../../src/receiver/http/rate-limit.js';
import type { SignupProblem } from '../../src/signup/contract.js';
import { BatchQueue } from '../../src/receiver/storage/batches.js';
import type { Database } from '../../src/receiver/storage/database.js';
import { entryOf, failingDatabase, parsed, serviceOn, times } from '../support/node/receiver.js';
import { serveOn } from '../support/node/served.js';
import { until } from '../support/node/until.js';

describe('the rate limit', () => {
  it('lets through what it may, and says when there is room again', () => {
    const limit = new RateLimit(60);
    for (let n = 0; n < 60; n++) assert.equal(limit.take('192.0.2.1', 0), 0);
    assert.equal(limit.take('192.0.2.1', 0), 1_000);
    assert.equal(limit.take('192.0.2.1', 500), 500);
    assert.equal(limit.take('192.0.2.1', 1_000), 0);
    assert.equal(limit.take('192.0.2.1', 1_001), 999);
    assert.equal(limit.take('192.0.2.2', 1_001), 0);
  });

  it('takes the addresses of one household for one, and a mapped address for itself', () => {
    const limit = new RateLimit(1);
    const take = (address: string, now: number) => limit.take(networkOf(address), now);
    assert.equal(take('2001:db8:1:2::1', 0), 0);
    assert.ok(take('2001:db8:1:2:ffff::9', 0) > 0);
    assert.equal(take('2001:db8:1:3::1', 0), 0);
    assert.equal(take('2001:db8::1', 0), 0);
    assert.ok(take('2001:0db8:0:0:5::1', 0) > 0);
    assert.equal(take('::ffff:192.0.2.1', 0), 0);
    assert.ok(take('192.0.2.1', 0) > 0);
  });

  it('keeps no address, and forgets after a minute of rest', () => {
    const limit = new RateLimit(5);
    limit.take('192.0.2.1', 0);
    assert.doesNotMatch(JSON.stringify(limit), /192/);
    for (let n = 0; n < 4; n++) limit.take('192.0.2.1', 0);
    assert.ok(limit.take('192.0.2.1', 0) > 0);
    assert.equal(limit.take('192.0.2.1', 60_000), 0);
  });
});

/** A database that is not there. */
const refusing = () =>
  failingDatabase(Object.assign(new Error('password of noor@example.org'), { code: 'ECONNREFUSED' }));

describe('a receiver', () => {
  it('says when to come back where too much comes from one address', async () => {
    const served = await serveOn(refusing(), { server: { perMinute: 2 } });
    for (let n = 0; n < 2; n++) assert.equal((await served.post()).status, 503);
    const { status, headers } = await served.post();
    assert.equal(status, 429);
    assert.ok(Number(headers.get('retry-after')) >= 1 && Number(headers.get('retry-after')) <= 30);
    // The header of a proxy counts only where there is one.
    assert.equal((await served.post({}, { 'x-forwarded-for': '192.0.2.9' })).status, 429);
    await served.close();
  });

  it('says in words when to come back, also after one second', async () => {
    const served = await serveOn(refusing(), { server: { perMinute: 100 } });
    let last = await served.post();
    while (last.status !== 429) last = await served.post();
    assert.match(
      await last.text(),
      /veel verzoeken van jouw internetverbinding\. Probeer het over een seconde weer/,
    );
    await served.close();
  });

  it('takes the word of its proxy, and only the last word', async () => {
    const served = await serveOn(refusing(), { server: { perMinute: 1, behindProxy: true } });
    assert.equal((await served.post({}, { 'x-forwarded-for': '192.0.2.1' })).status, 503);
    assert.equal((await served.post({}, { 'x-forwarded-for': '192.0.2.7, 192.0.2.1' })).status, 429);
    assert.equal((await served.post({}, { 'x-forwarded-for': '192.0.2.2' })).status, 503);
    const own = { origin: 'https://gemeente.example', 'x-forwarded-host': 'gemeente.example' };
    assert.equal((await served.post({}, { ...own, 'x-forwarded-for': '192.0.2.3' })).status, 503);
    await served.close();
  });

  it('says that it cannot store when the database is gone, and nothing personal in its log', async () => {
    const served = await serveOn(refusing());
    const response = await served.post();
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '5');
    assert.equal(((await response.json()) as SignupProblem).type, 'urn:ceal-widgets:problem:unavailable');
    assert.equal((await fetch(`${served.url}/ready`)).status, 503);
    assert.equal((await fetch(`${served.url}/health`)).status, 200);
    const [error] = served.log.filter(({ event }) => event === 'error');
    assert.equal(error?.['code'], 'ECONNREFUSED');
    assert.doesNotMatch(JSON.stringify(served.log), /noor|password/i);
    await served.close();
  });

  it('tells of a database that is gone once, and again when it is gone again', async () => {
    let isThere = false;
    const gone = refusing();
    const database: Database = {
      ...gone,
      probe: (work) => (isThere ? Promise.resolve(undefined as never) : gone.probe(work)),
    };
    const served = await serveOn(database);
    const errors = () => served.log.filter(({ event }) => event === 'error');
    for (let n = 0; n < 3; n++) assert.equal((await served.post()).status, 503);
    assert.equal(errors().length, 1);
    isThere = true;
    await until(async () => (await fetch(`${served.url}/ready`)).status === 200);
    for (let n = 0; n < 2; n++) assert.equal((await served.post()).status, 503);
    assert.equal(errors().length, 2);
    await served.close();
  });

  it('takes no more than it can work off', async () => {
    const stuck: Database = { ...refusing(), transaction: () => new Promise(() => {}) };
    const { service } = serviceOn(stuck);
    const signUp = () => service.signUp(parsed(entryOf()), { requireKey: true });
    for (let n = 0; n < 1_000; n++) void signUp();
    assert.equal((await signUp()).kind, 'busy');
  });

  it('answers before it has read what is too large, and does not hang on what never ends', async () => {
    const served = await serveOn(refusing());
    const socket = connect(served.port, '127.0.0.1');
    const head =
      'POST /signups HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9000000\r\n\r\n';
    socket.write(`${head}{`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    assert.match(answer.toString(), /^HTTP\/1\.1 413/);
    socket.destroy();
    await served.close();
  });
});

describe('R4: a clock that is set back', () => {
  afterEach(() => mock.restoreAll());
  const setBack = () => {
    const now = Date.now.bind(Date);
    mock.method(Date, 'now', () => now() - 3_600_000);
  };

  it('locks nobody out', async (t) => {
    // A token every second, so that the test need not wait for a minute.
    const served = await serveOn(refusing(), { server: { perMinute: 60 } });
    t.after(() => served.close());
    while ((await served.post()).status !== 429);
    setBack();
    let status: number;
    do ({ status } = await served.post());
    while (status === 429);
    assert.equal(status, 503);
  });

  it('leaves no places counted that are old', async () => {
    let counts = 0;
    const counting: Database = {
      ...refusing(),
      query: () => {
        counts += 1;
        return Promise.resolve([]);
      },
    };
    const { service } = serviceOn(counting);
    await service.availability();
    setBack();
    const first = counts;
    while (counts === first) {
      await service.availability();
      await new Promise((settle) => setImmediate(settle));
    }
  });
});

describe('R32: a network', () => {
  it('has a limit for what it reads as well, but not for what a supervisor asks', async (t) => {
    const served = await serveOn(refusing(), { server: { perMinute: 1 } });
    t.after(() => served.close());
    const get = (path: string, init?: RequestInit) => fetch(served.url + path, init);
    for (let n = 0; n < 10; n++) assert.equal((await get('/withdrawals')).status, 200);
    for (const path of ['/withdrawals', '/availability', '/signups', '/nergens']) {
      const { status, headers } = await get(path);
      assert.equal(status, 429, path);
      assert.match(headers.get('retry-after') ?? '', /^\d+$/);
    }
    assert.equal((await get('/signups', { method: 'OPTIONS' })).status, 429);
    assert.equal((await served.post()).status, 429);
    assert.equal((await get('/health')).status, 200);
    assert.equal((await get('/ready')).status, 503);
  });

  /** Opens connections, and settles when each is open or refused. */
  const openMany = async (port: number, count: number, localAddress = '127.0.0.1') => {
    const sockets = times(count, () => connect({ port, host: '127.0.0.1', localAddress }));
    await Promise.all(
      sockets.map((socket) =>
        once(
          socket.on('error', () => {}),
          'connect',
        ),
      ),
    );
    return sockets;
  };
  const isAnswered = (socket: Socket) =>
    new Promise<boolean>((settle) => {
      if (socket.destroyed) settle(false);
      socket.once('data', () => settle(true)).once('close', () => settle(false));
      socket.write('GET /health HTTP/1.1\r\nhost: x\r\n\r\n');
    });

  it('has so many connections at once, and leaves others theirs', async (t) => {
    const served = await serveOn(refusing());
    t.after(() => served.close());
    const sockets = await openMany(served.port, 100);
    const [more] = await openMany(served.port, 1);
    assert.equal(await isAnswered(more!), false);
    const [other] = await openMany(served.port, 1, '127.0.0.2');
    assert.equal(await isAnswered(other!), true);
    assert.equal(await isAnswered(sockets[0]!), true);
    const gone = sockets.pop()!;
    gone.destroy();
    await once(gone, 'close');
    let isFree = false;
    while (!isFree) {
      const [socket] = await openMany(served.port, 1);
      isFree = await isAnswered(socket!);
      socket!.destroy();
    }
    for (const socket of [...sockets, other!]) socket.destroy();
  });

  it('has as many as it likes where it is a proxy', async (t) => {
    const served = await serveOn(refusing(), { server: { behindProxy: true } });
    t.after(() => served.close());
    const sockets = await openMany(served.port, 150);
    assert.equal(await isAnswered(sockets.at(-1)!), true);
    for (const socket of sockets) socket.destroy();
  });

  it('is cut off where it does not read its answers', async (t) => {
    // The time limit has passed at once.
    const later = setTimeout;
    mock.method(globalThis, 'setTimeout', (done: () => void) => later(done, 0));
    t.after(() => mock.restoreAll());
    const served = await serveOn(refusing());
    t.after(() => served.close());
    const socket = connect(served.port, '127.0.0.1');
    const closed = new Promise<void>((settle) =>
      served.server.once('connection', (own: Socket) => own.once('close', () => settle())),
    );
    socket.on('error', () => {});
    const requests = 'GET /withdrawals HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(10_000);
    socket.pause().write(requests);
    await closed;
    socket.destroy();
  });
});

describe('the head of a request', () => {
  for (const [what, headers, status] of [
    ['with more headers than are looked at', times(150, (n) => `x-${n}: 1`), 431],
    ['with a body in another coding', ['transfer-encoding: gzip, chunked'], 501],
  ] as const)
    it(`R6, R32: ${what} is refused, and what stands behind is not left out`, async () => {
      const served = await serveOn(refusing());
      const socket = connect(served.port, '127.0.0.1');
      const head = ['POST /signups HTTP/1.1', 'host: x', ...headers, 'origin: https://evil.example', '', ''];
      socket.write(head.join('\r\n'));
      const [answer] = (await once(socket, 'data')) as [Buffer];
      assert.match(answer.toString(), new RegExp(`^HTTP/1.1 ${status} `));
      socket.destroy();
      await served.close();
    });
});

describe('a batch', () => {
  const ONE = { concurrency: 1, keyOf: () => '' };

  it('takes what has gathered while the one before was on its way', async () => {
    const sizes: number[] = [];
    const batches = new BatchQueue<number, number>(async (items) => {
      sizes.push(items.length);
      await new Promise((settle) => setImmediate(settle));
      return items.map((item) => item * 2);
    }, ONE);
    const results = await Promise.all(times(150, (index) => batches.add(index)));
    assert.deepEqual(
      results,
      times(150, (index) => index * 2),
    );
    assert.deepEqual(sizes, [64, 64, 22]);
    // One that comes as the last one ends is not forgotten.
    assert.equal(await batches.add(1), 2);
    await batches.idle();
    assert.equal(batches.length, 0);
  });

  it('fails as a whole when the database does, and alone for what is its own', async () => {
    const failing = (code: string) =>
      new BatchQueue<number, number>((items) => {
        if (items.includes(1)) return Promise.reject(Object.assign(new Error('no'), { code }));
        return Promise.resolve(items);
      }, ONE);
    const settled = async (batches: BatchQueue<number, number>) =>
      (await Promise.allSettled([0, 1, 2].map((item) => batches.add(item)))).map(({ status }) => status);
    assert.deepEqual(await settled(failing('ECONNRESET')), ['rejected', 'rejected', 'rejected']);
    assert.deepEqual(await settled(failing('22P05')), ['fulfilled', 'rejected', 'fulfilled']);
  });

  it('growth: of one key does not wait for those of another', async () => {
    const ended: string[] = [];
    const release: (() => void)[] = [];
    const batches = new BatchQueue<string, string>(
      async (items) => {
        if (items[0]!.startsWith('rush')) await new Promise<void>((settle) => release.push(settle));
        ended.push(items[0]!);
        return items;
      },
      { concurrency: 2, keyOf: (item) => item.split(' ')[0]! },
    );
    const rush = Promise.all(times(100, (n) => batches.add(`rush ${n}`)));
    assert.equal(await batches.add('calm 1'), 'calm 1');
    assert.equal(await batches.add('calm 2'), 'calm 2');
    assert.deepEqual(ended, ['calm 1', 'calm 2']);
    assert.equal(batches.length, 36);
    release.shift()!();
    while (release.length === 0) await new Promise((settle) => setImmediate(settle));
    release.shift()!();
    assert.equal((await rush).length, 100);
    await batches.idle();
  });
});
