/** One owner for a data folder, also when it was killed, and when many want it at once. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  FolderLockedError,
  newSocketName,
  findLockedSocket,
  socketPath,
  acquireFolderLock,
} from '../../src/receiver/storage/folder-lock.js';
import { times } from '../support/node/receiver.js';

let folder;
const servers = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ceal-owner-'))));
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Tries to become the owner, as a receiver does. */
async function own() {
  const socket = newSocketName();
  const server = createServer((connection) => connection.on('error', () => {}).end()).listen(
    socketPath(folder, socket),
  );
  servers.push(server);
  await once(server, 'listening');
  return { server, path: socketPath(folder, socket), leave: await acquireFolderLock(folder, socket) };
}

describe('a data folder', () => {
  it('has one owner, who can be found', async () => {
    assert.equal(await findLockedSocket(folder), undefined);
    const { path, leave } = await own();
    assert.equal(await findLockedSocket(folder), path);
    await assert.rejects(
      own,
      (error) => error instanceof FolderLockedError && error.message.includes(String(process.pid)),
    );
    leave();
    assert.equal(await findLockedSocket(folder), undefined);
    await own();
  });

  it('can be taken from an owner that was killed, whatever its number', async () => {
    const code = `
      import { createServer } from 'node:net';
      import { newSocket, socketPath, takeFolder } from ${JSON.stringify(new URL('../../src/receiver/storage/folder-lock.js', import.meta.url).href)};
      const socket = newSocket();
      createServer().listen(socketPath(${JSON.stringify(folder)}, socket), async () => {
        await takeFolder(${JSON.stringify(folder)}, socket);
        console.log('mine');
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await assert.rejects(own, FolderLockedError);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { path } = await own();
    assert.equal(await findLockedSocket(folder), path);
    // The dead one's socket is tidied up.
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.sock') && !path.endsWith(name)).length,
      1,
    );
  });

  it('goes to one of twenty that want it at once from a dead one', async () => {
    writeFileSync(join(folder, 'owner.lock'), JSON.stringify({ socket: 'gone.sock', pid: process.pid }));
    const results = await Promise.allSettled(times(20, own));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const { reason } of results.filter(({ status }) => status === 'rejected'))
      assert.ok(reason instanceof FolderLockedError, String(reason));
    assert.ok(!existsSync(join(folder, 'owner.takeover')));
  });

  it('can be taken where the lock cannot be read, or somebody died in taking it', async () => {
    writeFileSync(join(folder, 'owner.lock'), '{');
    mkdirSync(join(folder, 'owner.takeover'));
    utimesSync(join(folder, 'owner.takeover'), new Date(0), new Date(0));
    assert.equal(await findLockedSocket(folder), undefined);
    await own();
  });

  it('is not given up by who has lost it', async () => {
    const one = await own();
    one.server.close();
    await once(one.server, 'close');
    const two = await own();
    one.leave();
    assert.equal(await findLockedSocket(folder), two.path);
  });

  it('says so when its path is too long for a socket', () =>
    assert.throws(() => socketPath(`/${'x'.repeat(100)}`, newSocketName()), /too long/));
});
