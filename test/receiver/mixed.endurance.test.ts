/**
 * Ten minutes of everything at once: people sign up and withdraw, somebody attacks, receivers are killed, the database
 * restarts, and the keeper of the feed makes slips. Whoever had an answer is there, once and in order.
 */
import assert from 'node:assert/strict';
import { setMaxListeners } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { node } from '#tools/process.mjs';
import { startPostgres } from '#tools/run/postgres.mjs';
import type { SignupRecord } from '../../src/receiver/storage/reading.js';
import { signUpUntilAnswered, type Acknowledged } from '../support/node/clients.js';
import { MortalReceiver } from '../support/node/mortal-receiver.js';
import { fillFolder } from '../support/node/pglite.js';
import { openFeedOf, PROGRAM } from '../support/node/program.js';
import { DATABASES, entryOf, times } from '../support/node/receiver.js';

const DURATION_MS = 600_000;
const CLIENTS = 8;
/** The longest pauses of a client, and of each that makes trouble. */
const CLIENT_PAUSE_MS = 200;
const TROUBLE_PAUSE_MS = 4_000;
const KILL_PAUSE_MS = 20_000;
/** Fewer places in spring than people who want one. */
const PLACES = 20;
const REQUEST_TIMEOUT_MS = 15_000;

const GOOD = JSON.stringify(openFeedOf({ capacity: PLACES }));
/** What a keeper may write. None of it gives anybody a place, or takes one. */
const SLIPS = [
  JSON.stringify(openFeedOf({ capacity: 'honderd' })),
  JSON.stringify(openFeedOf({ capacity: 2.5 })),
  JSON.stringify(openFeedOf({ capacity: null })),
  JSON.stringify(openFeedOf({ capacity: undefined, capcity: 9_000 })),
  JSON.stringify(openFeedOf({ capacity: PLACES, status: 'vol' })),
  GOOD.slice(0, GOOD.length / 2),
  '',
];

/** Bodies that cost much, or ask for what is another's. */
const ATTACKS: readonly (readonly [type: string, body: string])[] = [
  ['application/x-www-form-urlencoded', times(100_000, (n) => `a${n}=`).join('&')],
  ['application/json', '['.repeat(500_000)],
  ['application/json', `{"signup":"meedoen","answers":{${times(50_000, (n) => `"k${n}":"v"`).join()}}}`],
  ['application/json', JSON.stringify(entryOf({ name: '\u0301'.repeat(500_000) }))],
  ['multipart/form-data; boundary=x', '--x\r\n'.repeat(100_000)],
  ['application/json', JSON.stringify(entryOf({ signup: 'bestaat-niet' }))],
];

interface Person extends Acknowledged {
  readonly edition: string;
  isWithdrawn?: boolean;
}

/** The people of one client, in the order in which they were answered. */
type Crowd = readonly Person[][];

/** The time in which a test makes trouble, and its end, which may come earlier. */
interface Span {
  readonly end: number;
  readonly signal: AbortSignal;
}

/** Signs up one person after another; every tenth withdraws again. */
async function visit(
  pick: () => MortalReceiver,
  number: number,
  people: Person[],
  { end, signal }: Span,
): Promise<void> {
  for (let n = 0; performance.now() < end; n++) {
    const edition = n % 4 ? 'herfst' : 'lente';
    const entry = entryOf({
      name: `Naam ${number}-${n} (voorbeeld)`,
      email: `n${number}-${n}@example.org`,
      edition,
    });
    const url = () => pick().url;
    const person: Person = { ...(await signUpUntilAnswered(url, entry, { signal })), edition };
    people.push(person);
    if (n % 10 === 0) {
      while (!(await withdraw(await url(), person, entry.email))) await wait(20, undefined, { signal });
      person.isWithdrawn = true;
    }
    await wait(Math.random() * CLIENT_PAUSE_MS, undefined, { signal });
  }
}

/** @returns true if it is withdrawn, now or by an earlier attempt of which the answer was lost */
async function withdraw(url: string, { reference }: Person, contact: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${url}/withdrawals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reference, contact }),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return status === 200 || status === 404;
  } catch {
    return false;
  }
}

async function attack(url: string): Promise<void> {
  const [type, body] = pickOf(ATTACKS);
  const { status } = await fetch(`${url}/signups`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
  assert.ok(status >= 400 && status !== 500, `${type}: ${status}`);
}

function pickOf<T>(items: readonly T[]): T {
  return items[Math.floor(Math.random() * items.length)]!;
}

/** Does something again and again, until the end. */
async function often({ end, signal }: Span, work: () => Promise<unknown> | void): Promise<void> {
  while (performance.now() < end) {
    await wait(Math.random() * TROUBLE_PAUSE_MS, undefined, { signal });
    await work();
  }
}

/** Compares what is stored, in its order, with what people were answered. */
function check(rows: readonly SignupRecord[], crowd: Crowd): void {
  const there = crowd.flat().filter(({ isWithdrawn }) => !isWithdrawn);
  assert.deepEqual(
    rows.map(({ entry, reference }) => `${entry.name} ${reference}`).sort(),
    there.map(({ name, reference }) => `${name} ${reference}`).sort(),
  );
  const position = new Map(rows.map(({ entry }, index) => [entry.name, index]));
  for (const people of crowd)
    for (const edition of ['lente', 'herfst']) {
      const positions = people
        .filter((person) => person.edition === edition && !person.isWithdrawn)
        .map(({ name }) => position.get(name)!);
      assert.deepEqual(
        positions,
        [...positions].sort((a, b) => a - b),
        edition,
      );
    }
  const spring = rows.filter(({ edition }) => edition === 'lente');
  assert.equal(spring.filter(({ status }) => status === 'accepted').length, PLACES);
  assert.ok(spring.slice(0, PLACES).every(({ status }) => status === 'accepted'));
}

for (const kind of DATABASES)
  describe(`ten minutes of everything, on ${kind}`, () => {
    it('lose nothing, double nothing, and let nobody overtake', { timeout: 2 * DURATION_MS }, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'ceal-mixed-'));
      const server = kind === 'PostgreSQL' ? await startPostgres() : undefined;
      const env: NodeJS.ProcessEnv = server ? { DATABASE_URL: server.url } : {};
      const ended = new AbortController();
      // Everybody waits for it.
      setMaxListeners(0, ended.signal);
      const mortals = times(server ? 2 : 1, () => new MortalReceiver({ folder, env, restarts: true }));
      const writeFeed = (text: string) => {
        writeFileSync(join(folder, 'feed.new'), text);
        renameSync(join(folder, 'feed.new'), join(folder, 'feed.json'));
      };
      try {
        writeFeed(GOOD);
        if (!server) await fillFolder(join(folder, 'data'));
        for (const mortal of mortals) mortal.start();
        for (const mortal of mortals) await mortal.url;
        const crowd: Crowd = times(CLIENTS, () => []);
        const span = { end: performance.now() + DURATION_MS, signal: ended.signal };
        let restarts = 0;
        await Promise.all([
          ...crowd.map((people, number) => visit(() => pickOf(mortals), number, people, span)),
          often(span, async () => {
            const mortal = pickOf(mortals);
            await mortal.url;
            await wait(Math.random() * KILL_PAUSE_MS);
            await mortal.kill();
          }),
          often(span, async () => attack(await pickOf(mortals).url).catch(orGone)),
          often(span, async () => {
            writeFeed(pickOf(SLIPS));
            await wait(Math.random() * TROUBLE_PAUSE_MS);
            writeFeed(GOOD);
          }),
          server &&
            often(span, async () => {
              await wait(2 * TROUBLE_PAUSE_MS);
              await server.restart();
              restarts += 1;
            }),
        ]);
        for (const mortal of mortals) {
          await mortal.url;
          assert.equal(await mortal.stop(), 0);
        }
        const { output } = await node(
          [PROGRAM, 'export', '--format', 'json', '--data', join(folder, 'data')],
          { env: { ...process.env, ...env } },
        );
        const kills = mortals.reduce((sum, mortal) => sum + mortal.kills, 0);
        console.log(`${kind}: ${crowd.flat().length} sign-ups, ${kills} kills, ${restarts} restarts`);
        check(JSON.parse(output) as readonly SignupRecord[], crowd);
      } finally {
        ended.abort();
        for (const mortal of mortals) await mortal.stop();
        await server?.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });

/** Passes over the error of a receiver that was killed meanwhile. */
function orGone(error: unknown): void {
  if (error instanceof assert.AssertionError) throw error;
}
