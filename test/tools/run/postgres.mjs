/**
 * A PostgreSQL server of its own for a test: the one in POSTGRES_BIN, else an installed one, else Debian's, when we may
 * install it. It keeps everything in a folder that is thrown away, listens on a socket there and on no port, and never
 * runs as root, which PostgreSQL refuses.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
 * @throws {Error} Where there is no PostgreSQL, or it has not answered within a minute.
 * @returns {Promise<{ url: string, urlOf(name: string): Promise<string>, stop(): Promise<void> }>}
 */
export async function startPostgres() {
  const bin = findPostgres();
  if (!bin) throw new Error('There is no PostgreSQL: install it, or name its folder in POSTGRES_BIN.');
  const as = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'ceal-pg-'));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = { ...as, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...options,
      stdio: 'ignore',
    },
  );
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=60'];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...options,
      stdio: 'ignore',
    },
  );
  const ended = new Promise((settle) => server.once('exit', settle));
  // A test process that ends without `stop()` must not leave a server behind.
  const kill = () => server.kill('SIGINT');
  process.once('exit', kill);
  const urlFor = (database) => `postgresql://postgres@/${database}?host=${encodeURIComponent(folder)}`;
  const stop = async () => {
    kill();
    await ended;
    process.off('exit', kill);
    rmSync(folder, { recursive: true, force: true });
  };
  await untilReady(urlFor('postgres'), server).catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    url: urlFor('postgres'),
    stop,
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
  await client.query(sql).finally(() => client.end());
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
