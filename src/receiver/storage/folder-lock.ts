import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * One process at a time for the embedded database, which takes no lock itself. The lock file names a socket on which its
 * owner listens: as long as that answers, the folder is taken. A process that was killed answers no more, whatever its
 * number was and in whatever container it ran.
 */
const LOCK = 'owner.lock';
/** Held only while a lock that nobody owns any more is replaced. */
const TAKEOVER = 'owner.takeover';
/** In milliseconds. */
const PATIENCE = { takeover: 5_000, answer: 2_000, pause: 20 } as const;

/** The longest address of a socket that every system takes, in bytes. */
const LONGEST_PATH = 100;

interface Lock {
  /** Its name in the folder: another container may see the folder in another place. */
  readonly socket: string;
  readonly pid: number;
}

export class FolderTaken extends Error {
  constructor(folder: string, { pid }: Lock) {
    super(`${folder} is in use by a running receiver (process ${pid}). Only one can use it at a time.`);
  }
}

/** A name for the socket of a new owner. */
export function newSocket(): string {
  return `${process.pid.toString(36)}-${randomUUID().slice(0, 8)}.sock`;
}

/** The address of a socket of a folder. */
export function socketPath(folder: string, socket: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\ceal-widgets-${socket}`;
  const path = join(folder, socket);
  if (Buffer.byteLength(path) > LONGEST_PATH)
    throw new Error(`The path of ${folder} is too long for a socket.`);
  return path;
}

/** Makes the listener on `socket` the owner of a folder. @returns what gives the folder up again */
export async function takeFolder(folder: string, socket: string): Promise<() => void> {
  const path = join(folder, LOCK);
  const own = JSON.stringify({ socket, pid: process.pid } satisfies Lock);
  const draft = join(folder, `${LOCK}.${randomUUID().slice(0, 8)}`);
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    while (!claim(draft, path)) await removeDead(folder);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (readText(path) === own) rmSync(path, { force: true });
  };
}

/** The socket of the receiver that uses a folder, where one does. */
export async function ownerOf(folder: string): Promise<string | undefined> {
  const lock = readLock(readText(join(folder, LOCK)));
  const path = lock && socketPath(folder, lock.socket);
  return path && (await answers(path)) ? path : undefined;
}

/** A link is made in one step, and never over another. */
function claim(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of an owner that is gone; throws where it is not. */
async function removeDead(folder: string): Promise<void> {
  const path = join(folder, LOCK);
  const text = readText(path);
  const lock = readLock(text);
  const old = lock && socketPath(folder, lock.socket);
  if (old && (await answers(old))) throw new FolderTaken(folder, lock);
  const leave = await enterTakeover(join(folder, TAKEOVER));
  try {
    // Another may have been quicker: only the lock that was looked at goes.
    if (text !== undefined && readText(path) === text) {
      rmSync(path, { force: true });
      if (old && process.platform !== 'win32') rmSync(old, { force: true });
    }
  } finally {
    leave();
  }
}

/** Making a folder is done in one step as well. One that is old was left by a process that died in the act. */
async function enterTakeover(path: string): Promise<() => void> {
  for (;;) {
    try {
      mkdirSync(path);
      return () => rmdirSync(path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
      if (Date.now() - made > PATIENCE.takeover) rmSync(path, { recursive: true, force: true });
      else await wait(PATIENCE.pause);
    }
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    const settle = (alive: boolean) => {
      connection.destroy();
      resolve(alive);
    };
    // Too busy to answer is not gone.
    connection.setTimeout(PATIENCE.answer, () => settle(true));
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

function readLock(text: string | undefined): Lock | undefined {
  try {
    const lock = JSON.parse(text ?? '') as Partial<Lock>;
    return typeof lock.socket === 'string' ? { socket: lock.socket, pid: lock.pid ?? 0 } : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
