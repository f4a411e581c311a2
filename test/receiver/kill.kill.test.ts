/**
 * The receiver is killed twenty times and more, without warning, while people sign up. Whoever was told "stored" is
 * stored, once; whoever was told nothing sends again, as the form does, and is stored once as well.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { node } from '#tools/process.mjs';
import { startPostgres } from '#tools/run/postgres.mjs';
import { fillFolder } from '../support/node/pglite.js';
import { DATABASES, EDITIONS, entryOf, SIGNUP, times } from '../support/node/receiver.js';

const PROGRAM = 'out/src/cli/ceal-widgets.js';
const KILLS = 20;
const CLIENTS = 8;
const SIGNUPS = 600;
/** Of the places in spring there are fewer than people who want one. */
const PLACES = 100;
/** A killed receiver answers nothing; a client asks again soon. */
const PAUSE = 20;

const FEED = {
  version: '1.0',
  id: 'proef',
  language: 'nl',
  editions: EDITIONS.map((it) =>
    it.id === 'lente' ? { ...it, start: '2090-01-01', end: '2090-02-01', capacity: PLACES } : it,
  ),
  signups: [SIGNUP],
};

/** A receiver that is started again whenever it is killed. */
class Mortal {
  kills = 0;
  #options;
  #child;
  #port;
  #settle = () => {};

  constructor(options) {
    this.#options = options;
  }

  /** @returns the address of the one that lives, once there is one */
  get url() {
    return this.#port.then((port) => `http://127.0.0.1:${port}`);
  }

  start() {
    const { folder, env } = this.#options;
    const args = [
      'receive',
      '--feed',
      join(folder, 'feed.json'),
      '--data',
      join(folder, 'data'),
      '--port',
      '0',
    ];
    this.#child = spawn(process.execPath, [PROGRAM, ...args, '--rate', '1000000'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: this.#child.stdout });
    const before = this.#settle;
    this.#port = new Promise((settle) => (this.#settle = settle));
    // Whoever waits for one that died before it could listen, waits for the next.
    before(this.#port);
    const settle = this.#settle;
    lines.on('line', (line) => {
      const { event, port } = line.startsWith('{') ? JSON.parse(line) : {};
      if (event === 'started') settle(port);
      else if (event === 'error') console.error(line);
    });
  }

  async kill() {
    const gone = new Promise((settle) => this.#child.once('exit', settle));
    this.#child.kill('SIGKILL');
    await gone;
    this.kills += 1;
    this.start();
  }

  /** @returns how it ended */
  async stop() {
    const child = this.#child;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((settle) => child.once('exit', settle));
      child.kill('SIGTERM');
      await gone;
    }
    return child.exitCode;
  }
}

/** Signs up one person after another, each until there is an answer. */
async function client(mortal, number, state) {
  for (let n = 0; state.acknowledged.length < SIGNUPS || mortal.kills < KILLS; n++) {
    let entry = entryOf({ name: `Naam ${number}-${n}`, edition: n % 2 ? 'lente' : 'herfst' });
    const unsure = [];
    for (;;) {
      const answer = await send(await mortal.url, entry);
      if (answer) {
        state.acknowledged.push({ ...answer, name: entry.name });
        break;
      }
      // Every third changes something before sending again: under a new key, which names the earlier ones.
      if (n % 3 === 0 && unsure.length < 3) {
        unsure.push(entry.submissionId);
        entry = {
          ...entry,
          submissionId: randomUUID(),
          email: `n${unsure.length}@example.org`,
          replaces: [...unsure],
        };
      }
      await wait(PAUSE);
    }
  }
}

/** The receipt; nothing where there was no answer, or one that says that nobody knows. */
async function send(url, entry) {
  try {
    const response = await fetch(`${url}/signups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `"${entry.submissionId}"` },
      body: JSON.stringify(entry),
      signal: AbortSignal.timeout(15_000),
    });
    const answer = await response.json();
    if ([200, 201].includes(response.status)) return answer;
    assert.ok([409, 503].includes(response.status), `${response.status} ${JSON.stringify(answer)}`);
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
  }
  return undefined;
}

/** Kills in the middle of the work, and every few times before it has even begun. */
async function killer(mortal, state) {
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
      const env = server ? { DATABASE_URL: server.url } : {};
      const mortal = new Mortal({ folder, env });
      try {
        writeFileSync(join(folder, 'feed.json'), JSON.stringify(FEED));
        if (!server) await fillFolder(join(folder, 'data'));
        const state = { acknowledged: [] };
        mortal.start();
        await Promise.all([
          killer(mortal, state),
          ...times(CLIENTS, (number) => client(mortal, number, state)),
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
        const rows = JSON.parse(output);
        const { acknowledged } = state;
        assert.ok(acknowledged.length >= 500 && mortal.kills >= KILLS);
        console.log(`${kind}: ${acknowledged.length} sign-ups, ${mortal.kills} kills`);
        assert.deepEqual(
          rows.map(({ entry, reference }) => `${entry.name} ${reference}`).sort(),
          acknowledged.map(({ name, reference }) => `${name} ${reference}`).sort(),
        );
        const spring = rows.filter(({ edition }) => edition === 'lente');
        assert.equal(spring.filter(({ status }) => status === 'accepted').length, PLACES);
        // Who came first is in, and nobody who waits came before them.
        assert.ok(spring.slice(0, PLACES).every(({ status }) => status === 'accepted'));
      } finally {
        await mortal.stop();
        await server?.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
