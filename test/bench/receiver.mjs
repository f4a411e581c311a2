/**
 * Measures the sign-ups a second that the receiver stores, and the time that a visitor waits, beside the rate at which
 * the bare database takes the same entries: one insert each, durable before the next on that connection. The receiver
 * stores together what arrives together, and so may be faster than that.
 *
 *     npm run bench -- --kind receiver --rounds 3
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openPglite } from '../../out/src/receiver/storage/pglite.js';
import { openPostgres } from '../../out/src/receiver/storage/postgres.js';
import { migrate } from '../../out/src/receiver/storage/schema.js';
import { DATABASES, EDITIONS, entryOf, SIGNUP } from '../../out/test/support/node/receiver.js';
import { startPostgres } from '../tools/run/postgres.mjs';
import { median, quantile } from './report.mjs';

export const PROGRAM = new URL('../../out/src/cli/ceal-widgets.js', import.meta.url).pathname;
/** So many that most are stored by code that has become fast; the first fifth is not counted. */
const ENTRIES = 5_000;
/** Visitors at once, and connections of the bare database: one each, and as many as the receiver itself has. */
const VISITORS = [1, 30];
const CONNECTIONS = { PGlite: [1], PostgreSQL: [1, 8] };
/** A feed whose edition has a limit, so that every sign-up counts places. */
export const FEED = {
  version: '1.0',
  id: 'proef',
  language: 'nl',
  editions: EDITIONS.map((edition) =>
    edition.id === 'herfst' ? { ...edition, capacity: 100_000 } : edition,
  ),
  signups: [SIGNUP],
};

export const entry = (n) =>
  entryOf({
    name: `Naam ${n}`,
    email: `n${n}@example.org`,
    answers: { idee: 'Een buurtmaaltijd op donderdag. '.repeat(8) },
  });

export async function measureReceiver(rounds) {
  console.log('\n## receiver: sign-ups stored\n');
  console.log('| database | what | at once | a second | ms, half | ms, 99 of 100 |');
  console.log('| --- | --- | ---: | ---: | ---: | ---: |');
  const lines = [];
  for (const kind of DATABASES) {
    const rows = [];
    for (let round = 0; round < rounds; round++) {
      for (const connections of CONNECTIONS[kind])
        rows.push(await onFreshDatabase(kind, (location) => measureBare(connections, location)));
      for (const visitors of VISITORS)
        rows.push(await onFreshDatabase(kind, (location) => measureThrough(location, visitors)));
    }
    for (const key of new Set(rows.map(keyOf))) {
      const same = rows.filter((row) => keyOf(row) === key);
      const middle = (figure) => median(same.map((row) => row[figure]));
      const line = {
        kind,
        what: same[0].what,
        concurrency: same[0].concurrency,
        rate: middle('rate'),
        p50: middle('p50'),
        p99: middle('p99'),
      };
      lines.push(line);
      console.log(
        `| ${kind} | ${line.what} | ${line.concurrency} | ${line.rate.toFixed(0)} | ${line.p50.toFixed(1)} | ${line.p99.toFixed(1)} |`,
      );
    }
  }
  console.log('');
  for (const kind of DATABASES) {
    const [one, many] = VISITORS.map((visitors) => lineOf(lines, kind, 'receiver', visitors));
    const bare = CONNECTIONS[kind].map((connections) => lineOf(lines, kind, 'bare inserts', connections));
    console.log(
      `${kind}: a second, ${VISITORS[1]} visitors ÷ bare ${(many.rate / bare.at(-1).rate).toFixed(2)}; ` +
        `ms, one visitor ÷ bare ${(one.p50 / bare[0].p50).toFixed(1)}`,
    );
  }
  return lines;
}

const lineOf = (lines, ...key) =>
  lines.find(({ kind, what, concurrency }) => [kind, what, concurrency].join() === key.join());

/** One line of the table for each. */
const keyOf = ({ what, concurrency }) => `${what}|${concurrency}`;

/** Measures on a database with nothing in it: `folder` is that of the embedded one, `url` the address of the other. */
export async function onFreshDatabase(kind, measure) {
  const folder = mkdtempSync(join(tmpdir(), 'ceal-bench-'));
  const server = kind === 'PostgreSQL' ? await startPostgres() : undefined;
  try {
    return await measure({ folder, url: server?.url });
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Does `work` for each number below `ENTRIES`, some at once; the first fifth is not counted. */
export async function timed(what, concurrency, work) {
  const times = [];
  const warm = ENTRIES / 5;
  let next = 0;
  let start;
  const one = async () => {
    for (let n = next++; n < ENTRIES; n = next++) {
      if (n === warm) start = performance.now();
      const begin = performance.now();
      await work(n);
      if (n >= warm) times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  const seconds = (performance.now() - start) / 1_000;
  return {
    what,
    concurrency,
    rate: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

async function measureBare(connections, { folder, url }) {
  const database = url ? await openPostgres(url) : await openPglite(folder);
  await migrate(database);
  const result = await timed('bare inserts', connections, (n) =>
    database.query(
      `insert into ceal_signups (id, feed, status, reference, digest, entry) values ($1, 'proef', 'accepted', $2, $3, $4)`,
      [randomUUID(), `R${n}`, 'x'.repeat(64), JSON.stringify(entry(n))],
    ),
  );
  await database.close();
  return result;
}

async function measureThrough({ folder, url }, visitors) {
  const receiver = await startReceiver({ folder, url });
  const agent = new Agent({ keepAlive: true, maxSockets: visitors });
  const result = await timed('receiver', visitors, (n) => post(agent, receiver.port, entry(n)));
  agent.destroy();
  await receiver.stop();
  return result;
}

/** Starts a receiver as an operator would: its port, its process, and a function that stops it. */
export async function startReceiver({ folder, url, feed = FEED }) {
  const file = join(folder, 'feed.json');
  writeFileSync(file, JSON.stringify(feed));
  const args = [
    'receive',
    '--feed',
    file,
    '--data',
    join(folder, 'data'),
    '--port',
    '0',
    '--rate',
    '1000000',
  ];
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, DATABASE_URL: url ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise((settle) =>
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"event":"started"')) settle(JSON.parse(line).port);
    }),
  );
  return {
    port,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Signs up; rejects where the entry is not stored. */
export function post(agent, port, value) {
  return new Promise((settle, fail) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': `"${value.submissionId}"` };
    const asked = request(
      { agent, port, host: '127.0.0.1', path: '/signups', method: 'POST', headers },
      (answer) => {
        if (answer.statusCode !== 201) fail(new Error(`status ${answer.statusCode}`));
        answer.resume().on('end', settle);
      },
    );
    asked.once('error', fail).end(JSON.stringify(value));
  });
}
