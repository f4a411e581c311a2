/** The data folder of a receiver that runs: whose it is, and what a withdrawal leaves in it. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { filesWith, fillFolder } from '../support/node/pglite.js';
import { ceal, FEED, receive, type ReceiverProcess } from '../support/node/program.js';
import { entryOf } from '../support/node/receiver.js';

const posixOnly = { skip: process.platform === 'win32' ? 'Windows has no such modes' : false };

let folder: string;
let data: string;
let receiver: ReceiverProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-folder-'));
  data = join(folder, 'data');
  writeFileSync(join(folder, 'feed.json'), JSON.stringify(FEED));
});
afterEach(async () => {
  await receiver?.stop('SIGKILL');
  receiver = undefined;
  rmSync(folder, { recursive: true, force: true });
});
const start = async () => (receiver = await receive('--feed', join(folder, 'feed.json'), '--data', data));

/** The files of the data folder that anybody but their owner can open. */
const opened = () =>
  ['.', ...(readdirSync(data, { recursive: true }) as string[])].filter(
    (name) => statSync(join(data, name)).mode & 0o077,
  );

describe('a data folder', () => {
  it('R24: is its owner’s alone, whatever the umask and whatever was there', posixOnly, async () => {
    await fillFolder(data);
    chmodSync(data, 0o777);
    chmodSync(join(data, 'pgdata/PG_VERSION'), 0o666);
    const before = process.umask(0);
    try {
      const { stop } = await start();
      assert.deepEqual(opened(), []);
      await stop();
      assert.deepEqual(opened(), []);
    } finally {
      process.umask(before);
    }
  });

  it('R24: is not one that many users share', posixOnly, async () => {
    mkdirSync(data);
    chmodSync(data, 0o1777);
    await assert.rejects(start(), /shared with other users/);
    assert.equal(statSync(data).mode & 0o7777, 0o1777);
  });

  it('R24: is not a folder of other things, whose rights stay as they were', posixOnly, async () => {
    mkdirSync(data);
    writeFileSync(join(data, 'index.html'), 'een site (voorbeeld)');
    chmodSync(data, 0o755);
    await assert.rejects(start(), /holds other things/);
    assert.equal(statSync(data).mode & 0o777, 0o755);
  });

  it('R24: is made at the first start, its owner’s alone too', posixOnly, async () => {
    await start();
    assert.deepEqual(opened(), []);
  });

  it('R23: has nothing of whoever withdrew or was deleted', async () => {
    await fillFolder(data);
    const { url, stop } = await start();
    const post = (path: string, body: unknown) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const references: string[] = [];
    for (const email of ['blijft@example.org', 'teruggetrokken@example.org', 'gewist@example.org']) {
      const { reference } = (await (await post('/signups', entryOf({ email }))).json()) as {
        reference: string;
      };
      references.push(reference);
    }
    const answer = await post('/withdrawals', {
      reference: references[1],
      contact: 'teruggetrokken@example.org',
    });
    assert.equal(answer.status, 200);
    assert.match((await ceal('delete', '--email', 'gewist@example.org', '--data', data)).output, /1 sign-up/);
    assert.deepEqual(filesWith(data, 'gewist@example'), []);
    await stop();
    assert.deepEqual(filesWith(data, 'teruggetrokken@example'), []);
    assert.notDeepEqual(filesWith(data, 'blijft@example'), []);
  });
});
