/**
 * What fails around a receiver, while people sign up: its database, the way to it, its disk, its log, its folder. After
 * each it lives, nothing acknowledged is lost or doubled, `/ready` has told, storing goes on, and SIGTERM ends it in time.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { node } from '#tools/process.mjs';
import { findPostgres, startPostgres } from '#tools/run/postgres.mjs';
import { STOP_TIMEOUT_MS } from '../../src/receiver/receiver.js';
import { openPostgres } from '../../src/receiver/storage/postgres.js';
import type { SignupRecord } from '../../src/receiver/storage/reading.js';
import { Crowd } from '../support/node/clients.js';
import { dropTo, type DroppingProxy } from '../support/node/dropping-proxy.js';
import { fillFolder } from '../support/node/pglite.js';
import { openFeedOf, PROGRAM, receiveIn, type ReceiverProcess } from '../support/node/program.js';

const CLIENTS = 8;
/** The times within which it must have told, stored again and stopped. */
const TELLS_WITHIN_MS = 5_000;
const STORES_WITHIN_MS = 10_000;
/** The same where another's lock has to be let go first. */
const UNLOCKS_WITHIN_MS = 15_000;
/** What a machine that does other things at the same time may take in addition. */
const LOAD_MS = 20_000;
const ONE_TEST = { timeout: 180_000 };

let folder: string;
let receivers: ReceiverProcess[];
let cleanups: (() => unknown)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-fail-'));
  receivers = [];
  cleanups = [];
  writeFileSync(join(folder, 'feed.json'), JSON.stringify(openFeedOf()));
});
afterEach(async () => {
  for (const receiver of receivers) await receiver.stop('SIGKILL');
  for (const cleanup of cleanups.reverse()) await cleanup();
  rmSync(folder, { recursive: true, force: true });
});

async function start(env: NodeJS.ProcessEnv, data = join(folder, 'data')): Promise<ReceiverProcess> {
  const feed = join(folder, 'feed.json');
  const receiver = await receiveIn(env, '--feed', feed, '--data', data, '--rate', '1000000');
  receivers.push(receiver);
  return receiver;
}

/** A PostgreSQL server of the test's own. */
async function server(...options: Parameters<typeof startPostgres>) {
  const postgres = await startPostgres(...options);
  cleanups.push(() => postgres.stop());
  return postgres;
}

/** A network to a server that listens on a port. */
async function network(port: number): Promise<DroppingProxy & { readonly url: string }> {
  const proxy = await dropTo(port);
  cleanups.push(() => proxy.close());
  return { ...proxy, url: `postgresql://postgres@127.0.0.1:${proxy.port}/postgres` };
}

async function readiness({ url }: ReceiverProcess): Promise<number> {
  return (await fetch(`${url}/ready`)).status;
}

/** Settles when `/ready` answers so; rejects where it has not in time. */
async function untilReady(receiver: ReceiverProcess, status: number, ms: number): Promise<void> {
  const end = performance.now() + ms + LOAD_MS;
  while ((await readiness(receiver)) !== status) {
    assert.ok(performance.now() < end, `/ready did not say ${status} within ${ms} ms`);
    await wait(100);
  }
}

async function within<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  const start = performance.now();
  const result = await work;
  const taken = performance.now() - start;
  assert.ok(taken < ms + LOAD_MS, `${what}: ${Math.round(taken)} ms`);
  return result;
}

interface Failure {
  /** Makes it fail. */
  begin(): unknown;
  /** Ends what made it fail. */
  end?(): unknown;
  /** True where `/ready` must tell before it ends. */
  readonly tells?: boolean;
  readonly storesWithin?: number;
}

/** Lets people sign up before, while and after something fails, and compares what they were told with what is stored. */
async function survives(
  receiver: ReceiverProcess,
  env: NodeJS.ProcessEnv,
  { begin, end = () => {}, tells = false, storesWithin = STORES_WITHIN_MS }: Failure,
  data = join(folder, 'data'),
): Promise<void> {
  const crowd = new Crowd(receiver.url, CLIENTS);
  cleanups.push(() => crowd.abandon());
  await crowd.more(5 * CLIENTS);
  await begin();
  if (tells) await untilReady(receiver, 503, TELLS_WITHIN_MS);
  await end();
  await within(crowd.more(2 * CLIENTS), storesWithin, 'until it stores again');
  await untilReady(receiver, 200, TELLS_WITHIN_MS);
  await crowd.more(5 * CLIENTS);
  await crowd.stop();
  assert.equal(receiver.exitCode(), undefined);
  assert.equal(await within(receiver.stop(), STOP_TIMEOUT_MS, 'until it stopped'), 0);
  const { output } = await node([PROGRAM, 'export', '--format', 'json', '--data', data], {
    env: { ...process.env, ...env },
  });
  const rows = JSON.parse(output) as readonly SignupRecord[];
  assert.deepEqual(
    rows.map(({ entry, reference }) => `${entry.name} ${reference}`).sort(),
    crowd.acknowledged.map(({ name, reference }) => `${name} ${reference}`).sort(),
  );
}

/** The reasons that the log gives for not being ready. */
const reasons = ({ lines }: ReceiverProcess): readonly unknown[] =>
  lines.flatMap((line) => {
    const { event, reason } = (line.startsWith('{') ? JSON.parse(line) : {}) as Record<string, unknown>;
    return event === 'not-ready' ? [reason] : [];
  });

/** A file system of its own that is soon full. */
function smallDisk(megabytes: number): string {
  const disk = mountDisk(megabytes);
  cleanups.push(() => unmountDisk(disk));
  return disk;
}

function mountDisk(megabytes: number): string {
  const disk = mkdtempSync(join(tmpdir(), 'ceal-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', disk];
  execFileSync('mount', options, { stdio: 'ignore' });
  return disk;
}

function unmountDisk(disk: string): void {
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true });
}

/** Only root can make such a disk, and not in every container. */
function canMount(): boolean {
  try {
    unmountDisk(mountDisk(1));
    return true;
  } catch {
    return false;
  }
}

/** Fills a disk. @returns a function that gives the room back */
function fillDisk(disk: string): () => void {
  const path = join(disk, 'filling');
  const { bavail, bsize } = statfsSync(disk);
  try {
    writeFileSync(path, Buffer.alloc(bavail * bsize));
  } catch {
    // Somebody else took the last of it.
  }
  return () => truncateSync(path);
}

const needsMount = { skip: canMount() ? false : 'no small disk can be made here' };

describe('PostgreSQL', { skip: findPostgres() ? false : 'PostgreSQL is missing' }, () => {
  it('R9: restarted', ONE_TEST, async () => {
    const postgres = await server();
    const env = { DATABASE_URL: postgres.url };
    await survives(await start(env), env, {
      begin: async () => {
        for (let n = 0; n < 5; n++) {
          await postgres.restart();
          await wait(500);
        }
      },
    });
  });

  it('R9: its connections terminated, again and again', ONE_TEST, async () => {
    const postgres = await server();
    const env = { DATABASE_URL: postgres.url };
    await survives(await start(env), env, {
      begin: async () => {
        for (let n = 0; n < 20; n++) {
          await postgres.query(
            'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
          );
          await wait(100);
        }
      },
    });
  });

  it('R19: stopped, and continued', ONE_TEST, async () => {
    const postgres = await server();
    const env = { DATABASE_URL: postgres.url };
    const receiver = await start(env);
    await survives(receiver, env, {
      begin: () => postgres.signal('SIGSTOP'),
      tells: true,
      end: () => postgres.signal('SIGCONT'),
    });
    assert.ok(reasons(receiver).includes('ETIMEDOUT'));
  });

  it('R19: silent, since the network drops what is sent', ONE_TEST, async () => {
    const { port } = await server({ tcp: true });
    const { url, drop, restore } = await network(port);
    const env = { DATABASE_URL: url };
    const receiver = await start(env);
    await survives(receiver, env, { begin: drop, tells: true, end: restore });
    assert.ok(reasons(receiver).includes('ETIMEDOUT'));
  });

  for (const what of ['stopped', 'silent'])
    it(`R19: ${what}, when the receiver is to stop`, ONE_TEST, async () => {
      const postgres = await server({ tcp: true });
      const { url, drop } = await network(postgres.port);
      const receiver = await start({ DATABASE_URL: url });
      const crowd = new Crowd(receiver.url, CLIENTS);
      cleanups.push(() => crowd.abandon());
      await crowd.more(5 * CLIENTS);
      if (what === 'stopped') postgres.signal('SIGSTOP');
      else drop();
      await wait(500);
      assert.equal(await within(receiver.stop(), STOP_TIMEOUT_MS, 'until it stopped'), 0);
    });

  it('R20: locked by an instance whose host has vanished', ONE_TEST, async () => {
    const postgres = await server({ tcp: true });
    const { url, drop } = await network(postgres.port);
    const env = { DATABASE_URL: postgres.url };
    const receiver = await start(env);
    const vanishing = await openPostgres(url);
    await survives(receiver, env, {
      begin: async () => {
        await new Promise<void>((locked, fail) => {
          vanishing
            .transaction(async (tx) => {
              await tx.query('lock table ceal_signups in access exclusive mode');
              locked();
              await new Promise(() => {});
            })
            .catch(fail);
        });
        drop();
      },
      tells: true,
      storesWithin: UNLOCKS_WITHIN_MS,
    });
    await vanishing.close();
  });

  it('R19: read-only', ONE_TEST, async () => {
    const postgres = await server();
    const env = { DATABASE_URL: postgres.url };
    const receiver = await start(env);
    const set = async (value: string) => {
      await postgres.query(`alter system set default_transaction_read_only = ${value}`);
      await postgres.query('select pg_reload_conf()');
    };
    await survives(receiver, env, { begin: () => set('on'), tells: true, end: () => set('off') });
    assert.deepEqual([...new Set(reasons(receiver))], ['25006']);
  });

  it('R31: its disk full', { ...ONE_TEST, ...needsMount }, async () => {
    const disk = smallDisk(160);
    const postgres = await server({ parent: disk });
    const env = { DATABASE_URL: postgres.url };
    const receiver = await start(env);
    let makeRoom = () => {};
    await survives(receiver, env, {
      begin: () => (makeRoom = fillDisk(disk)),
      tells: true,
      end: () => makeRoom(),
    });
    assert.ok(reasons(receiver).length > 0);
  });
});

describe('the embedded database', () => {
  beforeEach(async () => void (await fillFolder(join(folder, 'data'))));

  it('R31: its disk full', { ...ONE_TEST, ...needsMount }, async () => {
    const data = join(smallDisk(120), 'data');
    await fillFolder(data);
    const receiver = await start({}, data);
    let makeRoom = () => {};
    await survives(
      receiver,
      {},
      { begin: () => (makeRoom = fillDisk(join(data, '..'))), tells: true, end: () => makeRoom() },
      data,
    );
    assert.deepEqual([...new Set(reasons(receiver))], ['53100']);
  });

  it('R28: the reader of its log gone', ONE_TEST, async () => {
    const receiver = await start({});
    await survives(receiver, {}, { begin: () => receiver.closeOutput() });
  });

  it('R29: its socket removed', ONE_TEST, async () => {
    const receiver = await start({});
    await survives(
      receiver,
      {},
      {
        begin: async () => {
          const data = join(folder, 'data');
          for (const name of readdirSync(data).filter((file) => file.endsWith('.sock')))
            rmSync(join(data, name));
          await assert.rejects(start({}), /in use/);
        },
      },
    );
  });

  it('R29: its lock removed', ONE_TEST, async () => {
    const receiver = await start({});
    rmSync(join(folder, 'data/owner.lock'));
    // Whoever it stores for next gets no answer.
    await assert.rejects(fetch(`${receiver.url}/ready`));
    while (receiver.exitCode() === undefined) await wait(20);
    assert.equal(receiver.exitCode(), 1);
    assert.match(receiver.lines.at(-1) ?? '', /folder-lost/);
  });
});
