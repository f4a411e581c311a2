/** The lock on a data folder: one holder at a time, also when it was killed, and when many want it at once. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  FolderLockedError,
  FolderLostError,
  newSocketName,
  findLockedSocket,
  socketPath,
  acquireFolderLock,
  type HeldFolder,
} from '../../src/receiver/storage/folder-lock.js';
import { times } from '../support/node/receiver.js';

let folder: string;
const servers: Server[] = [];
const locks: HeldFolder[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ceal-lock-'))));
afterEach(async () => {
  for (const each of locks.splice(0)) await each.release();
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Locks the folder as a receiver does. */
async function lock() {
  const socket = newSocketName();
  const server = createServer((connection) => connection.on('error', () => {}).end()).listen(
    socketPath(folder, socket),
  );
  servers.push(server);
  await once(server, 'listening');
  const lock = await acquireFolderLock(folder, socket);
  locks.push(lock);
  return { server, path: socketPath(folder, socket), held: lock };
}

describe('a data folder', () => {
  it('has one holder, who can be found', async () => {
    assert.equal(await findLockedSocket(folder), undefined);
    const { path, held } = await lock();
    assert.equal(await findLockedSocket(folder), path);
    await assert.rejects(
      lock,
      (error: unknown) => error instanceof FolderLockedError && error.message.includes(String(process.pid)),
    );
    await held.release();
    assert.equal(await findLockedSocket(folder), undefined);
    await lock();
  });

  it('can be locked after its holder was killed, whatever its number', async () => {
    const code = `
      import { createServer } from 'node:net';
      import { acquireFolderLock, newSocketName, socketPath } from ${JSON.stringify(new URL('../../src/receiver/storage/folder-lock.js', import.meta.url).href)};
      const socket = newSocketName();
      createServer().listen(socketPath(${JSON.stringify(folder)}, socket), async () => {
        await acquireFolderLock(${JSON.stringify(folder)}, socket);
        console.log('mine');
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await assert.rejects(lock, FolderLockedError);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { path } = await lock();
    assert.equal(await findLockedSocket(folder), path);
    // The dead one's socket is tidied up.
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.sock') && !path.endsWith(name)).length,
      1,
    );
  });

  it('goes to one of twenty that want it at once from a dead one', async () => {
    writeFileSync(join(folder, 'owner.lock'), JSON.stringify({ socket: 'gone.sock', pid: process.pid }));
    const results = await Promise.allSettled(times(20, lock));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const result of results)
      if (result.status === 'rejected')
        assert.ok(result.reason instanceof FolderLockedError, String(result.reason));
    assert.ok(!existsSync(join(folder, 'owner.takeover')));
  });

  it('can be locked where the lock cannot be read, or a process died in taking it over', async () => {
    writeFileSync(join(folder, 'owner.lock'), '{');
    mkdirSync(join(folder, 'owner.takeover'));
    utimesSync(join(folder, 'owner.takeover'), new Date(0), new Date(0));
    assert.equal(await findLockedSocket(folder), undefined);
    await lock();
  });

  it('is not unlocked by who has lost it', async () => {
    const { held } = await lock();
    const others = JSON.stringify({ socket: 'another.sock', pid: 1 });
    writeFileSync(join(folder, 'owner.lock'), others);
    assert.throws(() => held.check(), FolderLostError);
    await held.release();
    assert.equal(readFileSync(join(folder, 'owner.lock'), 'utf8'), others);
  });

  for (const [what, remove] of [
    ['socket', (path: string) => rmSync(path)],
    ['lock file', () => rmSync(join(folder, 'owner.lock'))],
  ] as const)
    it(
      `R29: has one holder when its ${what} is removed`,
      { skip: process.platform === 'linux' ? false : 'addresses of the kernel are those of Linux' },
      async () => {
        const { path, held } = await lock();
        remove(path);
        await assert.rejects(lock, FolderLockedError);
        await held.release();
        await lock();
      },
    );

  it('says so when its path is too long for a socket', () =>
    assert.throws(() => socketPath(`/${'x'.repeat(100)}`, newSocketName()), /too long/));
});
