/**
 * A receiver that is killed twenty times and more, without warning, while people sign up. An entry that was answered is
 * stored, once; one that was not is sent again, as the form does, and is stored once as well.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

const KILLS = 20;
const CLIENTS = 8;
const SIGNUPS = 600;
/** Fewer places in spring than people who want one. */
const PLACES = 100;

const FEED = openFeedOf({ capacity: PLACES });

/** The receipts that clients have had. */
interface State {
  readonly acknowledged: Acknowledged[];
}

/** Signs up one person after another, each until there is an answer or the test has ended. Every third changes something meanwhile. */
async function client(
  mortal: MortalReceiver,
  number: number,
  state: State,
  signal: AbortSignal,
): Promise<void> {
  for (let n = 0; state.acknowledged.length < SIGNUPS || mortal.kills < KILLS; n++) {
    const entry = entryOf({ name: `Naam ${number}-${n}`, edition: n % 2 ? 'lente' : 'herfst' });
    const options = { changes: n % 3 === 0, signal };
    state.acknowledged.push(await signUpUntilAnswered(() => mortal.url, entry, options));
  }
}

/** Kills in the middle of the work, and every few times before it has even begun. */
async function killer(mortal: MortalReceiver, state: State): Promise<void> {
  while (mortal.kills < KILLS) {
    const before = state.acknowledged.length;
    await mortal.url;
    while (state.acknowledged.length < before + SIGNUPS / (KILLS * 2)) await wait(1);
    await wait(Math.random() * 30);
    await mortal.kill();
    if (mortal.kills % 5 === 0) {
      await wait(Math.random() * 1_500);
      await mortal.kill();
    }
  }
}

for (const kind of DATABASES)
  describe(`killed under load, on ${kind}`, () => {
    it('loses nothing and stores nothing twice', { timeout: 900_000 }, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'ceal-kill-'));
      const server = kind === 'PostgreSQL' ? await startPostgres() : undefined;
      const env: NodeJS.ProcessEnv = server ? { DATABASE_URL: server.url } : {};
      const mortal = new MortalReceiver({ folder, env });
      const ended = new AbortController();
      try {
        writeFileSync(join(folder, 'feed.json'), JSON.stringify(FEED));
        if (!server) await fillFolder(join(folder, 'data'));
        const state: State = { acknowledged: [] };
        mortal.start();
        await Promise.all([
          killer(mortal, state),
          ...times(CLIENTS, (number) => client(mortal, number, state, ended.signal)),
        ]);
        // The one that came after the last kill may still be starting.
        await mortal.url;
        assert.equal(await mortal.stop(), 0);

        const { output } = await node(
          [PROGRAM, 'export', '--format', 'json', '--data', join(folder, 'data')],
          {
            env: { ...process.env, ...env },
          },
        );
        const rows = JSON.parse(output) as readonly SignupRecord[];
        const { acknowledged } = state;
        assert.ok(acknowledged.length >= 500 && mortal.kills >= KILLS);
        console.log(`${kind}: ${acknowledged.length} sign-ups, ${mortal.kills} kills`);
        assert.deepEqual(
          rows.map(({ entry, reference }) => `${entry.name} ${reference}`).sort(),
          acknowledged.map(({ name, reference }) => `${name} ${reference}`).sort(),
        );
        const spring = rows.filter(({ edition }) => edition === 'lente');
        assert.equal(spring.filter(({ status }) => status === 'accepted').length, PLACES);
        // The first ones are in, and nobody who waits came before them.
        assert.ok(spring.slice(0, PLACES).every(({ status }) => status === 'accepted'));
      } finally {
        ended.abort();
        await mortal.stop();
        await server?.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
