import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../error-code.js';

/**
 * A lock for one process at a time on the folder of the embedded database, which takes none itself. The lock file names a
 * socket on which its holder listens: as long as that answers, the folder is locked. A process that was killed answers no
 * more, whatever its number was and in whatever container it ran. The names of the files are those of earlier versions,
 * which may still be running on the folder. Files can be removed under a holder: on Linux it also has an address that only
 * the kernel gives and takes back, when the process ends.
 */
const LOCK_FILE = 'owner.lock';
/** A folder that exists only while a stale lock is removed. */
const TAKEOVER_FOLDER = 'owner.takeover';
const TAKEOVER_TIMEOUT_MS = 5_000;
const TAKEOVER_RETRY_MS = 20;
const ANSWER_TIMEOUT_MS = 2_000;

/** The longest path of a socket that every system takes. */
const MAX_SOCKET_PATH_BYTES = 100;

/** The content of a lock file. */
interface FolderLock {
  /** The name of the socket in the folder: another container may see the folder in another place. */
  readonly socket: string;
  readonly pid: number;
}

export class FolderLockedError extends Error {
  constructor(folder: string, lock: FolderLock | undefined) {
    const holder = lock ? ` (process ${lock.pid})` : '';
    super(`${folder} is in use by a running receiver${holder}. Only one can use it at a time.`);
  }
}

/** The lock file is gone, or another's: what is written now could destroy what the other writes. */
export class FolderLostError extends Error {
  readonly code = 'folder-lost';
}

/** A lock on a folder that this process has. */
export interface HeldFolder {
  /** Throws `FolderLostError` where the lock file is no longer this process's own. */
  check(): void;
  release(): Promise<void>;
}

/** Makes a name for the socket of a new holder. */
export function newSocketName(): string {
  return `${process.pid.toString(36)}-${randomUUID().slice(0, 8)}.sock`;
}

/** The path of a socket of a folder. Throws where it is longer than a system takes. */
export function socketPath(folder: string, socket: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\ceal-widgets-${socket}`;
  const path = join(folder, socket);
  if (Buffer.byteLength(path) > MAX_SOCKET_PATH_BYTES)
    throw new Error(`The path of ${folder} is too long for a socket.`);
  return path;
}

/** Locks a folder for the listener on `socket`. Rejects with `FolderLockedError`. */
export async function acquireFolderLock(folder: string, socket: string): Promise<HeldFolder> {
  const releaseAddress = await takeAddress(folder);
  const path = join(folder, LOCK_FILE);
  const content = JSON.stringify({ socket, pid: process.pid } satisfies FolderLock);
  const draft = join(folder, `${LOCK_FILE}.${randomUUID().slice(0, 8)}`);
  try {
    writeFileSync(draft, content, { mode: 0o600 });
    while (!tryLink(draft, path)) await removeStale(folder);
  } catch (error) {
    await releaseAddress();
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    check: () => {
      if (readText(path) !== content) throw new FolderLostError(`The lock on ${folder} is gone.`);
    },
    release: async () => {
      if (readText(path) === content) rmSync(path, { force: true });
      await releaseAddress();
    },
  };
}

/**
 * Listens on the abstract address of a folder, which has no file that could be removed. Rejects with `FolderLockedError`
 * where another process does. A container with a network of its own has addresses of its own: there the files decide.
 */
async function takeAddress(folder: string): Promise<() => Promise<void>> {
  if (process.platform !== 'linux') return () => Promise.resolve();
  const { dev, ino } = statSync(folder);
  const server = createServer((connection) => connection.destroy());
  server.listen(`\0ceal-widgets-${dev}-${ino}`);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw new FolderLockedError(folder, readLock(readText(join(folder, LOCK_FILE))));
  }
  return async () => {
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
}

/** The path of the socket of the receiver that holds a folder's lock; `undefined` where none does. */
export async function findLockedSocket(folder: string): Promise<string | undefined> {
  const lock = readLock(readText(join(folder, LOCK_FILE)));
  const path = lock && socketPath(folder, lock.socket);
  return path && (await answers(path)) ? path : undefined;
}

/** Links the draft to the lock's path, which is atomic and never replaces a file. @returns false if there is a lock */
function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a holder that is gone; rejects with `FolderLockedError` where it is not. */
async function removeStale(folder: string): Promise<void> {
  const path = join(folder, LOCK_FILE);
  const text = readText(path);
  const lock = readLock(text);
  const socket = lock && socketPath(folder, lock.socket);
  if (socket && (await answers(socket))) throw new FolderLockedError(folder, lock);
  const endTakeover = await beginTakeover(join(folder, TAKEOVER_FOLDER));
  try {
    // Another process may have been quicker: only the lock that was found stale is removed.
    if (text !== undefined && readText(path) === text) {
      rmSync(path, { force: true });
      if (socket && process.platform !== 'win32') rmSync(socket, { force: true });
    }
  } finally {
    endTakeover();
  }
}

/** Makes the folder, which is atomic too. An old one was left by a process that died in the act, and goes. */
async function beginTakeover(path: string): Promise<() => void> {
  for (;;) {
    try {
      mkdirSync(path);
      return () => rmdirSync(path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const madeAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
      if (Date.now() - madeAt > TAKEOVER_TIMEOUT_MS) rmSync(path, { recursive: true, force: true });
      else await wait(TAKEOVER_RETRY_MS);
    }
  }
}

/** @returns false if nobody listens on the socket any more */
function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    const settle = (isAlive: boolean) => {
      connection.destroy();
      resolve(isAlive);
    };
    // A process that is too busy to answer is not gone.
    connection.setTimeout(ANSWER_TIMEOUT_MS, () => settle(true));
    connection.once('connect', () => settle(true));
    connection.once('error', (error) => settle(!['ENOENT', 'ECONNREFUSED'].includes(codeOf(error) ?? '')));
  });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function readLock(text: string | undefined): FolderLock | undefined {
  try {
    const lock = JSON.parse(text ?? '') as Partial<FolderLock>;
    return typeof lock.socket === 'string' ? { socket: lock.socket, pid: lock.pid ?? 0 } : undefined;
  } catch {
    return undefined;
  }
}
