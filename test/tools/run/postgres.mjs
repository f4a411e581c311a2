/**
 * A PostgreSQL server of its own for a test: the one in POSTGRES_BIN, else an installed one, else Debian's, when we may
 * install it. It keeps everything in a folder that is thrown away, listens on a socket there and on no port, and never
 * runs as root, which PostgreSQL refuses.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const DEBIAN = '/usr/lib/postgresql';
const START_TIMEOUT_MS = 60_000;

/** The result of the first search. */
let found;

/**
 * The folder of PostgreSQL's programs; undefined where there is none and none can be installed.
 * @returns {string | undefined}
 */
export function findPostgres() {
  found ??= { folder: installed() ?? fromDebian() };
  return found.folder;
}

function installed() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    process.env.POSTGRES_BIN,
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ].filter(Boolean);
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing PostgreSQL for the tests.');
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], options);
  } catch {
    return undefined;
  }
  return installed();
}

/**
 * Starts a server. `url` is that of its database `postgres`; `urlOf` creates an empty one and returns its address.
 * `restart` stops it as `pg_ctl restart -m fast` does and starts it again; `signal` goes to all of its processes.
 * @param {{ tcp?: boolean, parent?: string, settings?: readonly string[] }} [options] `tcp`: true to listen on a port of
 *   this machine as well; `parent`: the folder to keep it in, the system's own for temporary files by default.
 * @throws {Error} Where there is no PostgreSQL, or it has not answered within a minute.
 * @returns {Promise<{ url: string, port: number, urlOf(name: string): Promise<string>, query(sql: string): Promise<any[]>,
 *   restart(): Promise<void>, signal(name: string): void, stop(): Promise<void> }>}
 */
export async function startPostgres({ tcp = false, parent = tmpdir(), settings: more = [] } = {}) {
  const bin = findPostgres();
  if (!bin) throw new Error('There is no PostgreSQL: install it, or name its folder in POSTGRES_BIN.');
  const as = unprivileged();
  const folder = mkdtempSync(join(parent, 'ceal-pg-'));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = { ...as, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: 'ignore' };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const port = tcp ? await freePort() : 5432;
  const settings = [
    tcp ? 'listen_addresses=127.0.0.1' : 'listen_addresses=',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'max_connections=60',
    ...more,
  ];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const urlFor = (database) =>
    `postgresql://postgres@/${database}?host=${encodeURIComponent(folder)}&port=${port}`;
  let server;
  let ended;
  const signal = (name) => {
    for (const pid of [server.pid, ...childrenOf(server.pid)])
      try {
        process.kill(pid, name);
      } catch {
        // It has just ended.
      }
  };
  // A test process that ends without `stop()` must not leave a server behind; one that was stopped hears nothing else.
  const kill = () => {
    signal('SIGCONT');
    server.kill('SIGINT');
  };
  const start = async () => {
    server = spawn(join(bin, 'postgres'), args, options);
    ended = new Promise((settle) => server.once('exit', settle));
    await untilReady(urlFor('postgres'), server);
  };
  const stop = async () => {
    kill();
    await ended;
    process.off('exit', kill);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', kill);
  await start().catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    url: urlFor('postgres'),
    port,
    stop,
    signal,
    query: (sql) => query(urlFor('postgres'), sql),
    async restart() {
      kill();
      await ended;
      await start();
    },
    async urlOf(name) {
      await query(urlFor('postgres'), `create database ${name}`);
      return urlFor(name);
    },
  };
}

async function untilReady(url, server) {
  for (const end = Date.now() + START_TIMEOUT_MS; ; await wait(50)) {
    try {
      return await query(url, 'select 1');
    } catch (error) {
      if (server.exitCode !== null || Date.now() > end) throw error;
    }
  }
}

async function query(url, sql) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

function freePort() {
  return new Promise((settle, fail) => {
    const server = createServer()
      .once('error', fail)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => settle(port));
      });
  });
}

/** The processes that a process has started, as Linux lists them; none elsewhere. */
function childrenOf(pid) {
  const ids = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return ids.map(Number).filter((id) => parentOf(id) === pid);
}

function parentOf(pid) {
  try {
    // The second field is the name, in brackets, which may hold anything.
    return Number(/^.*\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** The user to run it as where we are root: Debian's own, or `nobody`. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (kind, user) =>
    Number(execFileSync('id', [kind, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody'])
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      continue;
    }
  return {};
}
