/**
 * Measures what becomes of the receiver as it grows, side by side in one run: a sign-up, an export and a purge with few
 * stored and with a million; a small edition beside a large one; other visitors while the worst body is read; memory.
 *
 *     npm run bench -- --kind receiver
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { openPglite } from '../../out/src/receiver/storage/pglite.js';
import { openPostgres } from '../../out/src/receiver/storage/postgres.js';
import { migrate } from '../../out/src/receiver/storage/schema.js';
import { DATABASES, entryOf } from '../../out/test/support/node/receiver.js';
import { median } from './report.mjs';
import { entry, onFreshDatabase, post, PROGRAM, startReceiver } from './receiver.mjs';

const FEW = 1_000;
const SOME = 10_000;
const MANY = 1_000_000;
/** Rows that are made by one statement: fewer than a statement has time for. */
const CHUNK = 20_000;
const SAMPLES = 200;
/** A heap in which garbage is collected soon, so that its peak is what is needed and not what has not been collected yet. */
const SMALL_HEAP_MB = 40;
const SMALL_HEAP = [`--max-old-space-size=${SMALL_HEAP_MB}`, '--max-semi-space-size=1'];
/** Visitors of the large edition while one of the small edition signs up. */
const RUSH = 10;

export async function measureGrowth() {
  console.log('\n## receiver: growth\n');
  console.log('| database | what | figure |');
  console.log('| --- | --- | ---: |');
  const lines = [];
  const say = (kind, what, figure, unit = '') => {
    lines.push({ kind, what, figure });
    console.log(`| ${kind} | ${what} | ${figure.toFixed(figure < 10 ? 2 : 0)}${unit} |`);
  };
  for (const kind of DATABASES) {
    const few = await onFreshDatabase(kind, (location) => measureAt(location, FEW));
    const some = await onFreshDatabase(kind, (location) => measureAt(location, SOME));
    const many = await onFreshDatabase(kind, (location) => measureAt(location, MANY));
    say(kind, `one sign-up with ${MANY} ÷ with ${FEW}`, many.signUp / few.signUp);
    say(kind, `export of ${MANY}, time ÷ of ${SOME}`, many.exportMs / some.exportMs);
    say(kind, `export of ${MANY}, peak memory ÷ of ${FEW}`, many.exportPeak / few.exportPeak);
    say(kind, `the same, with a heap of ${SMALL_HEAP_MB} MB`, many.exportNeed / few.exportNeed);
    say(kind, `purge with nothing old, ${MANY} stored`, many.purgeMs / 1_000, ' s');
    if (many.neighbour) say(kind, 'a small edition beside a rush ÷ alone', many.neighbour);
    say(kind, 'others while the worst body is read', few.stall, ' ms');
    say(kind, 'memory, steady', few.memory, ' MB');
  }
  return lines;
}

async function measureAt({ folder, url }, stored) {
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
  const database = url ? await openPostgres(url) : await openPglite(join(folder, 'data'));
  await migrate(database);
  await fill(database, stored);
  await database.close();
  const receiver = await startReceiver({ folder, url });
  const agent = new Agent({ keepAlive: true, maxSockets: RUSH + 1 });
  try {
    const signUp = await medianOf(SAMPLES, (n) => post(agent, receiver.port, entry(n)));
    const neighbour = url && (await neighbourOf({ folder, url }, receiver, agent));
    const stall = await stallOf(receiver.port);
    const exported = await command(['export', '--data', join(folder, 'data')], url);
    const inSmallHeap = await command(['export', '--data', join(folder, 'data')], url, SMALL_HEAP);
    const purged = await command(
      ['purge', '--feed', join(folder, 'feed.json'), '--data', join(folder, 'data')],
      url,
    );
    const memory =
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${receiver.pid}/status`, 'utf8'))[1]) / 1_024;
    return {
      signUp,
      neighbour,
      stall,
      exportMs: exported.ms,
      exportPeak: exported.peak,
      exportNeed: inSmallHeap.peak,
      purgeMs: purged.ms,
      memory,
    };
  } finally {
    agent.destroy();
    await receiver.stop();
  }
}

/** Stores rows as real ones are: some accepted, the rest waiting, all of one edition. */
async function fill(database, count) {
  const { answers, consents, roles, language } = entry(0);
  const kept = { answers, consents, roles, language };
  for (let from = 0; from < count; from += CHUNK)
    await database.query(
      `insert into ceal_signups (id, feed, signup, edition, status, reference, digest, entry)
       select gen_random_uuid(), 'proef', 'meedoen', 'herfst', 'accepted', 'R' || n, repeat('x', 64),
              $1::jsonb || jsonb_build_object('name', 'Naam ' || n, 'email', n || '@example.org')
         from generate_series($2::integer, $3::integer) as n`,
      [JSON.stringify(kept), from, Math.min(count, from + CHUNK) - 1],
    );
  await database.query(
    `insert into ceal_places (feed, edition, signup, accepted) values ('proef', 'herfst', 'meedoen', $1)`,
    [count],
  );
  for (const table of ['ceal_signups', 'ceal_places']) await database.query(`vacuum analyze ${table}`);
}

async function medianOf(count, work) {
  const times = [];
  for (let n = 0; n < count; n++) {
    const start = performance.now();
    await work(n);
    if (n >= count / 10) times.push(performance.now() - start);
  }
  return median(times);
}

/** The wait of a visitor of a small edition at one instance, while ten sign up for the large one at another, ÷ alone. */
async function neighbourOf(location, receiver, agent) {
  const other = await startReceiver(location);
  const own = new Agent({ keepAlive: true });
  const visit = () => post(own, other.port, entryOf({ edition: 'lente' }));
  const alone = await medianOf(SAMPLES, visit);
  let isRushing = true;
  const rush = Array.from({ length: RUSH }, async () => {
    for (let n = 0; isRushing; n++) await post(agent, receiver.port, entry(n));
  });
  const beside = await medianOf(SAMPLES, visit);
  isRushing = false;
  await Promise.all(rush);
  own.destroy();
  await other.stop();
  return beside / alone;
}

/** Bodies that take the most work for their size. */
const WORST = [
  ['application/x-www-form-urlencoded', Array.from({ length: 290_000 }, (_, n) => `a${n}=`).join('&')],
  ['application/json', `{"signup":"meedoen","answers":{${names(150_000)}}}`],
  [
    'application/json',
    `{"signup":"meedoen","roles":[${Array.from({ length: 400_000 }, () => '"x"').join()}]}`,
  ],
  ['application/json', '['.repeat(1_000_000)],
  ['application/json', JSON.stringify({ ...entry(0), answers: { idee: '\u00e9'.repeat(600_000) } })],
  ['application/json', JSON.stringify({ ...entry(0), name: '&#x61;'.repeat(300_000) })],
];

function names(count) {
  return Array.from({ length: count }, (_, n) => `"k${n}":"v"`).join();
}

/** The longest time that a visitor waits for /health while each of the worst bodies is read, in milliseconds. */
async function stallOf(port) {
  let longest = 0;
  for (const [type, body] of WORST) {
    let isSent = false;
    const sent = send(port, type, body).then(() => (isSent = true));
    while (!isSent) {
      const start = performance.now();
      await health(port);
      longest = Math.max(longest, performance.now() - start);
    }
    await sent;
  }
  return longest;
}

function send(port, type, body) {
  return new Promise((settle) => {
    const headers = {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'idempotency-key': randomUUID(),
    };
    request({ port, host: '127.0.0.1', path: '/signups', method: 'POST', headers }, (answer) =>
      answer.resume().on('end', settle),
    )
      .once('error', settle)
      .end(body);
  });
}

function health(port) {
  return new Promise((settle, fail) =>
    request({ port, host: '127.0.0.1', path: '/health' }, (answer) => answer.resume().on('end', settle))
      .once('error', fail)
      .end(),
  );
}

/** Runs a command of the program: its time and the most memory that it had, in megabytes. */
async function command(args, url, flags = []) {
  const start = performance.now();
  const child = spawn(process.execPath, [...flags, PROGRAM, ...args], {
    env: { ...process.env, DATABASE_URL: url ?? '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      peak = Math.max(peak, Number(kilobytes ?? 0) / 1_024);
    } catch {
      // It has ended meanwhile.
    }
  }, 20);
  await once(child, 'exit');
  clearInterval(timer);
  return { ms: performance.now() - start, peak };
}
