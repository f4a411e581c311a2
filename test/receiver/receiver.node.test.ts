/** A receiver as a program runs it: what it needs to start, what it leaves to the next start, and how it stops. */
import assert from 'node:assert/strict';
import fs, { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { remoteAdmin } from '../../src/receiver/admin/admin-client.js';
import type { Database } from '../../src/receiver/storage/database.js';
import { findLockedSocket } from '../../src/receiver/storage/folder-lock.js';
import { Scrubber } from '../../src/receiver/storage/scrubber.js';
import type { ReceiverOptions } from '../../src/receiver/options.js';
import { startReceiver, type Receiver } from '../../src/receiver/receiver.js';
import { keptLog } from '../support/node/log.js';
import { filesWith, fillFolder } from '../support/node/pglite.js';
import { FEED } from '../support/node/program.js';
import { entryOf, failingDatabase, serviceOn } from '../support/node/receiver.js';

let folder: string;
let data: string;
let receiver: Receiver | undefined;
const sockets: Socket[] = [];
const { log, note, linesOf } = keptLog();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-run-'));
  data = await fillFolder(join(folder, 'data'));
  writeFileSync(join(folder, 'feed.json'), JSON.stringify(FEED));
});
afterEach(async () => {
  mock.restoreAll();
  syncBuiltinESMExports();
  for (const socket of sockets.splice(0)) socket.destroy();
  await receiver?.stop();
  receiver = undefined;
  log.length = 0;
  rmSync(folder, { recursive: true, force: true });
});

const start = async (options: Partial<ReceiverOptions> = {}): Promise<Receiver> =>
  (receiver = await startReceiver({
    feed: join(folder, 'feed.json'),
    folder: data,
    port: 0,
    metricsPort: 0,
    log: note,
    ...options,
  }));

const stop = async () => {
  await receiver?.stop();
  receiver = undefined;
};

const signUp = ({ url }: Receiver, email: string) =>
  fetch(`${url}/signups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(entryOf({ email })),
  });

/** The path of the socket on which the receiver answers the commands. */
const socketOf = async () => {
  const path = await findLockedSocket(data);
  assert.ok(path);
  return path;
};

/** A request of which the last part never comes. */
const hangOn = async (port: number, head: string) => {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write(head);
};

describe('a receiver', () => {
  it('does not start where an address must be confirmed and nobody sends the mail', async () => {
    const confirm = { hours: 24, address: 'https://www.example.org/confirmations' };
    await assert.rejects(start({ confirm }), /webhook or a command/);
  });

  it('leaves no notices for whoever is told no more', async () => {
    await start({ command: 'exit 0' });
    await stop();
    const { metricsUrl = '', ...running } = await start();
    assert.equal((await signUp(running, 'weg@example.org')).status, 201);
    assert.equal(await remoteAdmin(await socketOf()).erase({ email: 'weg@example.org' }), 1);
    assert.match(await (await fetch(metricsUrl)).text(), /^ceal_notices_waiting 0$/m);
  });

  it('R23: takes out of its files what a command erased, at the next stop where there was no room before', async () => {
    assert.equal((await signUp(await start(), 'gewist@example.org')).status, 201);
    // Room to write, and not to write the tables anew.
    mock.method(fs, 'statfsSync', () => ({ bavail: 24 * 1_024, bsize: 1_024 }));
    syncBuiltinESMExports();
    assert.equal(await remoteAdmin(await socketOf()).erase({ email: 'gewist@example.org' }), 1);
    assert.equal(linesOf('scrub-failed').length, 1);
    await stop();
    assert.notDeepEqual(filesWith(data, 'gewist@example'), []);
    mock.restoreAll();
    syncBuiltinESMExports();
    await start();
    await stop();
    assert.deepEqual(filesWith(data, 'gewist@example'), []);
  });

  it('R19: stops in time, whatever its clients leave open', async () => {
    const { port, metricsUrl = '', url } = await start();
    await hangOn(port, 'POST /signups HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n');
    await hangOn(Number(new URL(metricsUrl).port), 'GET /metrics HTTP/1.1\r\nhost: a\r\n');
    // Both have come by now.
    for (const address of [`${url}/health`, metricsUrl]) assert.equal((await fetch(address)).status, 200);
    await stop();
    assert.ok(Number(linesOf('stopped')[0]!['ms']) < 8_000);
  });

  it('answers a command that it was asked before it stopped', async () => {
    const { url } = await start();
    const asked = request({ socketPath: await socketOf(), path: '/counts', method: 'POST' });
    asked.write('{');
    await once(asked, 'socket').then(([socket]) => once(socket as Socket, 'connect'));
    assert.equal((await fetch(`${url}/health`)).status, 200);
    const stopped = stop();
    assert.equal(await fetch(`${url}/health`).catch(() => 'closed'), 'closed');
    asked.end('}');
    const [response] = (await once(asked, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
    assert.deepEqual([response.statusCode, await text(response)], [200, '[]']);
    await stopped;
  });
});

describe('what is to be taken out of the files', () => {
  it('R19: is left to the next start where that takes longer than a stop', async () => {
    const timer = mock.method(globalThis, 'setTimeout', () => ({ unref: () => ({}) }));
    /** Lets the time of the timer that was set last pass. @returns that time, in milliseconds */
    const pass = () => {
      const [callback, ms] = timer.mock.calls.at(-1)!.arguments as unknown as [() => void, number];
      callback();
      return ms;
    };
    const scrubbing = { ...failingDatabase(new Error('away (voorbeeld)')), query: () => Promise.resolve([]) };
    const scrubber = new Scrubber({ ...scrubbing, scrub: () => new Promise(() => {}) }, note);
    scrubber.soon();
    pass();
    const stopped = scrubber.stop();
    assert.ok(pass() <= 3_000);
    await stopped;
  });
});

describe('whether it can store', () => {
  const full = Object.assign(new Error('The disk is full (voorbeeld).'), { code: '53100' });

  it('is tried by growing after a full disk, also where a probe was on its way', async () => {
    const asked: string[] = [];
    let answer: (() => void) | undefined;
    const probe: Database['probe'] = (work) =>
      work({
        query: (sql) =>
          new Promise((settle) => {
            asked.push(sql);
            if (asked.length === 1) answer = () => settle([]);
            else settle([]);
          }),
      });
    const { service, signUp: send } = serviceOn({ ...failingDatabase(full), probe });
    const first = service.isReady();
    await assert.rejects(send(entryOf()), full);
    answer?.();
    await first;
    await service.isReady();
    assert.match(asked[1] ?? '', /generate_series/);
  });

  it('R12: counts a sign-up that could not be stored', async () => {
    const counted: unknown[] = [];
    const metrics = {
      count: (name: string, labels: Readonly<Record<string, string | number>> = {}) => {
        if (name === 'ceal_signups_total') counted.push(labels['outcome']);
      },
    };
    const { signUp: send } = serviceOn(failingDatabase(full), { metrics });
    const one = entryOf();
    const outcomes = await Promise.allSettled([send(one), send(one)]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.deepEqual(counted.sort(), ['failed', 'in-progress']);
  });
});
