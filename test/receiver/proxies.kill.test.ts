/**
 * nginx, Apache, Caddy and HAProxy, each with the configuration that ships, in front of two receivers: who asks is known
 * by address and by site, answers arrive as they were written, and where one receiver is killed nothing is lost; behind
 * those that ask the other one, nobody notices.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '#tools/run/postgres.mjs';
import { readSignups } from '../../src/receiver/storage/reading.js';
import { openPostgres } from '../../src/receiver/storage/postgres.js';
import { needs } from '../support/node/needs.js';
import { openFeedOf, receive, type ReceiverProcess } from '../support/node/program.js';
import { all, DATABASES, entryOf, times, type TestEntry } from '../support/node/receiver.js';
import { serve } from '../support/node/served.js';

const DEADLINE_MS = 100_000;
const KILLS = 6;
const CLIENTS = 8;
/** Sign-ups between two kills. */
const SIGNUPS_BETWEEN = 40;

/** A folder and the ports that a proxy is to use. */
interface Place {
  readonly folder: string;
  readonly port: number;
  readonly receivers: readonly [number, number];
}

interface Proxy {
  readonly command: string;
  /** Arguments by which it says its version. */
  readonly version: string;
  /** True if it asks the other receiver, too, where one goes away in the middle of a request. */
  readonly takesOver: boolean;
  /** Writes its configuration, around the file that ships. @returns the arguments to start it in the foreground */
  configure(place: Place): readonly string[];
}

/** The file that ships, with the ports of a test. */
function shipped(
  name: string,
  { port, receivers: [one, two] }: Place,
  site: readonly [from: string, to: string],
): string {
  const text = readFileSync(`src/receiver/deploy/${name}`, 'utf8');
  for (const there of [site[0], '127.0.0.1:8787', '127.0.0.1:8788'])
    assert.ok(text.includes(there), `${name}: ${there}`);
  return text
    .replaceAll(site[0], site[1].replace('PORT', String(port)))
    .replaceAll('127.0.0.1:8787', `127.0.0.1:${one}`)
    .replaceAll('127.0.0.1:8788', `127.0.0.1:${two}`);
}

function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const PROXIES: Readonly<Record<string, Proxy>> = {
  nginx: {
    command: '/usr/sbin/nginx',
    version: '-v',
    takesOver: true,
    configure(place) {
      const { folder } = place;
      const site = shipped('nginx.conf', place, ['listen 80;', 'listen 127.0.0.1:PORT;']);
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${folder}/${name};`,
      );
      const text = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
        events {} http { access_log off; ${paths.join(' ')}\n${site}\n}`;
      return ['-p', folder, '-e', join(folder, 'error.log'), '-c', written(folder, 'main.conf', text)];
    },
  },

  Apache: {
    command: '/usr/sbin/apache2',
    version: '-v',
    takesOver: false,
    configure(place) {
      const { folder, port } = place;
      const site = shipped('apache.conf', place, ['*:80', '127.0.0.1:PORT']);
      const named = /a2enmod (.+)$/m.exec(site)![1]!.split(' ');
      const modules = ['mpm_event', 'authz_core', 'slotmem_shm', ...named].map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      );
      const text = `${modules.join('\n')}\nServerName localhost\nListen 127.0.0.1:${port}
DefaultRuntimeDir ${folder}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\n${site}`;
      return ['-d', folder, '-f', written(folder, 'main.conf', text), '-D', 'FOREGROUND'];
    },
  },

  Caddy: {
    command: 'caddy',
    version: 'version',
    takesOver: false,
    configure(place) {
      const site = shipped('Caddyfile', place, ['signups.example.org {', 'http://127.0.0.1:PORT {']);
      const path = written(place.folder, 'Caddyfile', `{\n\tadmin off\n}\n${site}`);
      return ['run', '--config', path, '--adapter', 'caddyfile'];
    },
  },

  HAProxy: {
    command: '/usr/sbin/haproxy',
    version: '-v',
    takesOver: true,
    configure(place) {
      const site = shipped('haproxy.cfg', place, ['bind :80', 'bind 127.0.0.1:PORT']);
      const defaults = 'defaults\n  timeout client 60s\n  timeout connect 5s\n  timeout server 60s\n';
      return ['-db', '-f', written(place.folder, 'main.cfg', `global\n  maxconn 200\n${defaults}\n${site}`)];
    },
  },
};

interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a proxy in front of two ports, as a user who may little. Settles when it listens. */
async function start(proxy: Proxy, receivers: Place['receivers']): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'ceal-proxy-'));
  const port = await freePort();
  const args = proxy.configure({ folder, port, receivers });
  const as = unprivileged();
  if (as.uid !== undefined) execFileSync('chown', ['-R', `${as.uid}:${as.gid}`, folder]);
  let messages = '';
  const child = spawn(proxy.command, args, {
    ...as,
    cwd: folder,
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
  for (const end = Date.now() + DEADLINE_MS; !(await listens(port)); await wait(20))
    if (child.exitCode !== null || Date.now() > end) {
      const log = join(folder, 'error.log');
      const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
      await stop();
      throw new Error(`${proxy.command} does not listen: ${messages}${text}`);
    }
  return { url: `http://127.0.0.1:${port}`, stop };
}

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

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

interface PostOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** The address to send from. */
  readonly from?: string;
}

/** Posts a body. Rejects where there is no whole answer. */
function post(
  url: string,
  body: string,
  { headers = {}, from = '127.0.0.1' }: PostOptions = {},
): Promise<Answer> {
  return new Promise((settle, fail) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const options = {
      method: 'POST',
      localAddress: from,
      headers: { 'content-type': 'application/json', ...length, ...headers },
      timeout: DEADLINE_MS,
    };
    request(`${url}/signups`, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('error', fail).once('end', () => {
        settle({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body: text,
        });
      });
    })
      .once('error', fail)
      .end(body);
  });
}

const entryText = (changes: Parameters<typeof entryOf>[0] = {}) => JSON.stringify(entryOf(changes));

for (const [name, proxy] of Object.entries(PROXIES))
  describe(`${name} in front of two receivers`, needs(proxy.command, proxy.version), () => {
    it(
      'R14: passes on the site, the address of the visitor, bodies and answers',
      { timeout: 300_000 },
      async () => {
        const perMinute = 10;
        const receiver = await serve({ server: { origins: [], behindProxy: true, perMinute } });
        const running = await start(proxy, [receiver.port, receiver.port]);
        try {
          const { url } = running;
          // A page of the site itself may send; `Host` has its port. Another may not.
          assert.equal((await post(url, entryText(), { headers: { origin: url } })).status, 201);
          const foreign = await post(url, entryText(), { headers: { origin: 'https://other.example' } });
          assert.equal(foreign.status, 403);
          const forged = { origin: 'https://other.example', 'x-forwarded-host': 'other.example' };
          assert.equal((await post(url, entryText(), { headers: forged })).status, 403);

          // What the receiver says arrives as it was written.
          const wrong = await post(url, entryText({ name: '' }));
          assert.equal(wrong.status, 422);
          assert.match(wrong.type, /^application\/problem\+json/);
          assert.ok(wrong.body.includes('#/name'));
          const large = await post(url, entryText({ name: 'x'.repeat(2_000_000) }));
          assert.match(large.type, /^application\/problem\+json/);
          assert.notEqual(large.status, 413);
          const tooLarge = await post(url, entryText({ name: 'x'.repeat(2_200_000) }));
          assert.equal(tooLarge.status, 413);
          assert.match(tooLarge.type, /^application\/problem\+json/);

          // Pages arrive, with what stands behind the question mark.
          for (const path of ['/availability', '/withdrawals'])
            assert.equal((await fetch(url + path)).status, 200, path);
          const confirmations = await fetch(`${url}/confirmations?reference=CEAL-1&token=t-0_k`);
          assert.equal(confirmations.status, 200);
          const page = await confirmations.text();
          for (const value of ['CEAL-1', 't-0_k']) assert.ok(page.includes(`value="${value}"`), page);

          // A visitor has one address, whatever they send, and another visitor has another.
          const statuses: number[] = [];
          for (const number of times(perMinute, (index) => index))
            statuses.push(
              (await post(url, entryText(), { headers: { 'x-forwarded-for': `192.0.2.${number}` } })).status,
            );
          assert.equal(statuses.at(-1), 429, statuses.join(' '));
          assert.equal((await post(url, entryText(), { from: '127.0.0.2' })).status, 201);
          for (const path of ['/health', '/ready', '/'])
            assert.notEqual((await fetch(`${url}${path}`)).status, 200, path);
        } finally {
          await running.stop();
          await receiver.close();
        }
      },
    );
  });

interface Traffic {
  readonly acknowledged: string[];
  readonly failures: string[];
  isOver: boolean;
}

/** Signs up one person after another; what fails is sent again, as the form does. */
async function client(url: string, number: number, traffic: Traffic): Promise<void> {
  for (let n = 0; !traffic.isOver; n++) {
    const entry = entryOf({ name: `Naam ${number}-${n} (voorbeeld)` });
    for (const end = Date.now() + DEADLINE_MS; ;) {
      const failure = await failureOf(url, entry);
      if (failure === undefined) break;
      traffic.failures.push(failure);
      assert.ok(Date.now() < end, failure);
    }
    traffic.acknowledged.push(entry.name);
  }
}

async function failureOf(url: string, entry: TestEntry): Promise<string | undefined> {
  try {
    const { status, body } = await post(url, JSON.stringify(entry));
    return status === 200 || status === 201 ? undefined : `${status} ${body.slice(0, 100)}`;
  } catch (error) {
    return String(error);
  }
}

describe(
  'one of two receivers killed',
  { skip: DATABASES.includes('PostgreSQL') ? false : 'a program is missing: postgres' },
  () => {
    let server: Awaited<ReturnType<typeof startPostgres>>;
    let folder: string;
    let ports: [number, number];
    const running: [ReceiverProcess?, ReceiverProcess?] = [];

    const begin = async (index: 0 | 1, databaseUrl: string) => {
      process.env['DATABASE_URL'] = databaseUrl;
      const args = ['--feed', join(folder, 'feed.json'), '--behind-proxy', '--rate', '1000000'];
      running[index] = await receive(...args, '--port', String(ports[index]));
    };
    before(async () => {
      server = await startPostgres();
      folder = mkdtempSync(join(tmpdir(), 'ceal-proxies-'));
      writeFileSync(join(folder, 'feed.json'), JSON.stringify(openFeedOf()));
      ports = [await freePort(), await freePort()];
    });
    after(async () => {
      delete process.env['DATABASE_URL'];
      for (const receiver of running) await receiver?.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    for (const [name, proxy] of Object.entries(PROXIES))
      it(
        `R14: ${proxy.takesOver ? 'is not noticed' : 'loses and doubles nothing'} behind ${name}`,
        { ...needs(proxy.command, proxy.version), timeout: 600_000 },
        async () => {
          const url = await server.urlOf(name.toLowerCase());
          await begin(0, url);
          await begin(1, url);
          const front = await start(proxy, ports);
          const traffic: Traffic = { acknowledged: [], failures: [], isOver: false };
          try {
            const clients = times(CLIENTS, (number) => client(front.url, number, traffic));
            const kills = async () => {
              for (let kill = 0; kill < KILLS; kill++) {
                const before = traffic.acknowledged.length;
                while (traffic.acknowledged.length < before + SIGNUPS_BETWEEN) await wait(1);
                const index = kill % 2 === 0 ? 0 : 1;
                await running[index]!.stop('SIGKILL');
                await begin(index, url);
              }
              traffic.isOver = true;
            };
            await Promise.all([kills(), ...clients]);
          } finally {
            traffic.isOver = true;
            await front.stop();
            for (const receiver of running) await receiver?.stop();
          }
          if (proxy.takesOver) assert.deepEqual(traffic.failures, []);

          const database = await openPostgres(url);
          try {
            const names = (await all(readSignups(database))).map(({ entry }) => entry.name);
            assert.deepEqual([...names].sort(), [...traffic.acknowledged].sort());
          } finally {
            await database.close();
          }
        },
      );
  },
);
