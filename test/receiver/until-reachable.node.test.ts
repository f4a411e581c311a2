/** A receiver that starts before its feed or its database: it waits, and says what for. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it, mock } from 'node:test';
import { startPostgres } from '#tools/run/postgres.mjs';
import { LIMITS } from '../../src/feed/fields.js';
import { readCopy } from '../../src/receiver/feed/feed-source.js';
import { ReceiverFeed } from '../../src/receiver/feed/receiver-feed.js';
import { startReceiver, type Receiver } from '../../src/receiver/receiver.js';
import { untilReachable } from '../../src/receiver/running/until-reachable.js';
import { keptLog } from '../support/node/log.js';
import { fillFolder } from '../support/node/pglite.js';
import { openFeedOf } from '../support/node/program.js';
import { DATABASES } from '../support/node/receiver.js';
import { until } from '../support/node/until.js';

const { log, note, linesOf } = keptLog();
let folder: string;
before(() => (folder = mkdtempSync(join(tmpdir(), 'ceal-first-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('a receiver that starts first', () => {
  const started: (Server | Receiver)[] = [];
  const data = () => fillFolder(mkdtempSync(join(folder, 'data-')));
  afterEach(async () => {
    log.length = 0;
    for (const one of started.splice(0))
      if ('stop' in one) await one.stop();
      else one.close().closeAllConnections();
  });
  const serveFeed = async (answer: (request: IncomingMessage, response: ServerResponse) => void) => {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    started.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.json`;
  };

  it('R12: waits for a feed at an address, and tells each reason once', async () => {
    const answers = [503, 503, 200];
    const feed = await serveFeed((_, response) => {
      const status = answers.shift() ?? 200;
      response.writeHead(status).end(status === 200 ? JSON.stringify(openFeedOf()) : '');
    });
    const receiver = await startReceiver({ feed, folder: await data(), port: 0, log: note });
    started.push(receiver);
    assert.deepEqual(
      linesOf('waiting').map(({ reason }) => reason),
      [`The feed at ${feed} answers with status 503.`],
    );
    assert.equal((await fetch(`${receiver.url}/health`)).status, 200);
  });

  it('R12: ends at once when it is told to, while it waits', async () => {
    const stop = new AbortController();
    const gone = await serveFeed(() => {});
    const server = started.pop() as Server;
    await once(server.close(), 'close');
    const starting = startReceiver({
      feed: gone,
      folder: await data(),
      port: 0,
      log: note,
      signal: stop.signal,
    });
    starting.catch(() => {});
    await until(
      () => linesOf('waiting').length === 1,
      () => log,
    );
    stop.abort();
    await assert.rejects(starting, { name: 'AbortError' });
    assert.deepEqual(log.at(-1), { event: 'stopped' });
  });

  it('R12: waits for a database that another start has locked', async () => {
    const locked = Object.assign(new Error('canceling statement (voorbeeld)'), { code: '55P03' });
    const attempts = [() => Promise.reject(locked), () => Promise.resolve('open')];
    assert.equal(await untilReachable(() => attempts.shift()!(), { for: 'database', log: note }), 'open');
    assert.deepEqual(
      linesOf('waiting').map(({ reason }) => reason),
      ['The database is not ready (55P03).'],
    );
  });

  it('R12: ends with a message where waiting brings nothing', async () => {
    const page = await serveFeed((_, response) => void response.end('<!doctype html>'));
    const nothing = await serveFeed((_, response) => void response.writeHead(404).end());
    for (const [feed, message] of [
      [page, /is no feed \(web-page\)/],
      [nothing, /answers with status 404/],
      [join(folder, 'nowhere.json'), /is not there/],
    ] as const)
      await assert.rejects(startReceiver({ feed, folder: await data(), port: 0, log: note }), { message });
  });

  it('R12: asks a server only for a feed that has changed, and takes none that is too large', async () => {
    const asked: (string | undefined)[] = [];
    let body = Buffer.from(JSON.stringify(openFeedOf()));
    const address = await serveFeed((request, response) => {
      asked.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(body);
    });
    const first = await readCopy(address);
    assert.equal(await readCopy(address, { earlier: first }), first);
    assert.deepEqual(asked, [undefined, '"1"']);
    body = Buffer.alloc(LIMITS.bytes + 1, ' ');
    await assert.rejects(readCopy(address), /too large/);
    // One that stops in the middle is given up, at the end of its time.
    const slow = await serveFeed((_, response) => void response.writeHead(200).write('{"version"'));
    await assert.rejects(
      readCopy(slow, { signal: AbortSignal.timeout(300) }),
      /takes longer than 12 seconds/,
    );
  });

  it('stops at once where a server does not give the feed, and says nothing of it', async () => {
    const answers = [JSON.stringify(openFeedOf())];
    const address = await serveFeed((_, response) => {
      const answer = answers.shift();
      if (answer !== undefined) response.end(answer);
    });
    const feed = await ReceiverFeed.open(address, note);
    const asked = once(started.at(-1) as Server, 'request');
    const timer = mock.method(globalThis, 'setTimeout', () => ({ unref: () => ({}) }));
    feed.watch(() => assert.fail('the feed has not changed'));
    const [look] = timer.mock.calls[0]!.arguments as unknown as [() => void];
    mock.restoreAll();
    look();
    await asked;
    await feed.stop();
    assert.deepEqual(log, []);
  });

  it('R12: says that an address redirects without end, or which address cannot be used', async () => {
    const loop = await serveFeed((_, response) => void response.writeHead(302, { location: '/' }).end());
    await assert.rejects(readCopy(loop), { message: `The feed at ${loop} redirects without end.` });
    await assert.rejects(readCopy('http://127.0.0.1:1/'), /cannot be reached \((?:bad port|ECONNREFUSED)\)/);
  });

  it('does not wait for an address that can never be asked, nor repeat a password', async () => {
    for (const [feed, message] of [
      ['https://noor:geheim@feed.example/feed.json', /has a user name or a password/],
      ['http://', /address of the feed is none/],
      ['https://noor:geheim@', /address of the feed is none/],
    ] as const)
      await assert.rejects(startReceiver({ feed, folder, port: 0, log: note }), (error: Error) => {
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /geheim/);
        return true;
      });
    assert.deepEqual(log, []);
  });

  it('R12: gives up a file that does not come in time', async () => {
    const file = join(folder, 'late.json');
    writeFileSync(file, JSON.stringify(openFeedOf()));
    const late = AbortSignal.abort(new DOMException('The time is over.', 'TimeoutError'));
    await assert.rejects(readCopy(file, { signal: late }), /takes longer than 12 seconds/);
    await assert.rejects(readCopy(folder), /is no file/);
  });

  it(
    'R12: waits for a database, and tells it once',
    { skip: !DATABASES.includes('PostgreSQL') },
    async () => {
      const feed = join(folder, 'feed.json');
      writeFileSync(feed, JSON.stringify(openFeedOf()));
      const sockets = join(folder, 'sockets');
      mkdirSync(sockets);
      const postgres = await startPostgres();
      try {
        // The same database, at an address where it is not yet.
        const { searchParams } = new URL(postgres.url.replace('postgresql://postgres@/', 'http://postgres/'));
        const databaseUrl = postgres.url.replace(/host=.*/, `host=${encodeURIComponent(sockets)}`);
        const starting = startReceiver({ feed, databaseUrl, port: 0, log: note });
        await until(
          () => linesOf('waiting').length === 1,
          () => log,
        );
        assert.deepEqual(linesOf('waiting')[0], {
          event: 'waiting',
          for: 'database',
          reason: 'It cannot be reached (ENOENT).',
        });
        symlinkSync(join(searchParams.get('host') ?? '', '.s.PGSQL.5432'), join(sockets, '.s.PGSQL.5432'));
        const receiver = await starting;
        assert.equal((await fetch(`${receiver.url}/ready`)).status, 200);
        await receiver.stop();

        // A role or a database that is not there is no matter of time.
        const nobody = postgres.url.replace('/postgres?', '/nowhere?');
        await assert.rejects(startReceiver({ feed, databaseUrl: nobody, port: 0, log: note }), /nowhere/);
      } finally {
        await postgres.stop();
      }
    },
  );
});
