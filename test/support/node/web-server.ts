/** Starts the web servers that people have, on a free port, as a user who may little. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Longer than a busy machine needs. */
const TIMEOUT_MS = 100_000;
const POLL_MS = 20;

/** A folder of its own for a server, and the port that it is to use. */
export interface ServerPlace {
  readonly folder: string;
  readonly port: number;
  /** Writes a file into the folder. @returns its path */
  write(name: string, text: string): string;
}

/** The way to start a server. */
export interface WebServer {
  readonly command: string;
  /** The argument by which it says its version. */
  readonly version: string;
  /** Prepares the folder. @returns the arguments to start it in the foreground, and more for its environment */
  configure(place: ServerPlace): { readonly args: readonly string[]; readonly env?: NodeJS.ProcessEnv };
}

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server. Settles when it listens; rejects with what it said where it ends before. */
export async function startServer(server: WebServer): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ceal-server-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { args, env } = server.configure({
    folder,
    port,
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
  });
  const as = unprivileged();
  if (as.uid !== undefined) execFileSync('chown', ['-R', `${as.uid}:${as.gid}`, folder]);
  const child = spawn(server.command, args, {
    ...as,
    cwd: folder,
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let messages = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (messages += text));
  const gone = once(child, 'exit');
  const kill = () => child.kill();
  process.once('exit', kill);
  const stop = async () => {
    kill();
    await gone;
    process.off('exit', kill);
    rmSync(folder, { recursive: true, force: true });
  };
  for (const end = Date.now() + TIMEOUT_MS; !(await listens(port)); await wait(POLL_MS))
    if (child.exitCode !== null || Date.now() > end) {
      const log = join(folder, 'error.log');
      const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
      await stop();
      throw new Error(`${server.command} does not listen: ${messages}${text}`);
    }
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** Nobody, where the tests run as root. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (kind: string) => Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function listens(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      settle(true);
    }).once('error', () => settle(false));
  });
}
