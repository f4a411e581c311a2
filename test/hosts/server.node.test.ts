/** The site of the partner pages: the files it serves and those it keeps to itself, its pages, its reports. */
import assert from 'node:assert/strict';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PAGES, STRICT_POLICY } from './pages.js';
import { startHosts, type Hosts } from './server.js';

const FEED = JSON.stringify({ version: '1.0', id: 'large', title: 'x'.repeat(5_000) });
let folder: string;
let hosts: Hosts;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ceal-hosts-'));
  await mkdir(join(folder, 'feeds'));
  await writeFile(join(folder, 'secret.json'), '{}');
  await writeFile(join(folder, 'feeds', '.hidden.json'), '{}');
  await writeFile(join(folder, 'feeds', 'large.json'), FEED);
  await writeFile(join(folder, 'feeds', 'tile.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await symlink(join(folder, 'secret.json'), join(folder, 'feeds', 'link.json'));
  hosts = await startHosts({ port: 0, feeds: join(folder, 'feeds') });
});
after(async () => {
  await hosts?.close();
  await rm(folder, { recursive: true });
});

interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a path as it is written: `fetch` would tidy it first. */
const raw = (
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: OutgoingHttpHeaders } = {},
) =>
  new Promise<RawAnswer>((settle, fail) => {
    const asked = request({ port: hosts.port, host: '127.0.0.1', path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        settle({
          status: response.statusCode,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asked.on('error', fail);
    asked.end();
  });

describe('files', () => {
  it('come with their type, readable from other sites', async () => {
    const feed = await raw('/feeds/large.json');
    assert.equal(feed.status, 200);
    assert.equal(feed.text, FEED);
    assert.match(feed.headers['content-type'] ?? '', /^application\/json/);
    assert.equal(feed.headers['access-control-allow-origin'], '*');
    assert.equal(feed.headers['x-content-type-options'], 'nosniff');
    assert.equal((await raw('/feeds/tile.svg')).headers['content-type'], 'image/svg+xml');
    assert.match((await raw('/buurt/style.css')).headers['content-type'] ?? '', /^text\/css/);
  });

  for (const coding of ['br', 'gzip'])
    it(`come smaller as ${coding}`, async () => {
      const { headers, text } = await raw('/feeds/large.json', { headers: { 'accept-encoding': coding } });
      assert.equal(headers['content-encoding'], coding);
      assert.equal(headers.vary, 'accept-encoding');
      assert.ok(text.length < FEED.length / 10);
      const response = await fetch(`${hosts.url}/feeds/large.json`, {
        headers: { 'accept-encoding': coding },
      });
      assert.equal(await response.text(), FEED);
    });

  it('come as they are to who refuses compression', async () => {
    const { headers } = await raw('/feeds/large.json', {
      headers: { 'accept-encoding': 'br;q=0, gzip;q=0' },
    });
    assert.equal(headers['content-encoding'], undefined);
  });

  it('come once to a client that keeps them', async () => {
    const { etag } = (await raw('/feeds/large.json')).headers;
    const again = await raw('/feeds/large.json', {
      headers: { 'if-none-match': `"other", ${String(etag)}` },
    });
    assert.equal(again.status, 304);
    assert.equal(again.text, '');
    const other = await raw('/feeds/tile.svg', { headers: { 'if-none-match': etag } });
    assert.equal(other.status, 200);
  });

  it('answer to HEAD without their content', async () => {
    const { status, headers, text } = await raw('/feeds/large.json', { method: 'HEAD' });
    assert.equal(status, 200);
    assert.equal(headers['content-length'], String(FEED.length));
    assert.equal(text, '');
  });
});

describe('the site', () => {
  for (const path of [
    '/feeds/../secret.json',
    '/feeds/..%2fsecret.json',
    '/feeds/%2e%2e/secret.json',
    '/feeds/..%5csecret.json',
    '/feeds/..\\secret.json',
    '/feeds//secret.json/../../secret.json',
    '/feeds/link.json',
    '/feeds/.hidden.json',
    '/feeds/large.json%00.svg',
    '/feeds/%zz',
    '/feeds/',
    '/feeds/nothing.json',
    '/dist/../package.json',
    '/buurt/../server.ts',
    '/buurt/../../../package.json',
    '/server.ts',
    '/../pages.ts',
    '//etc/passwd',
  ])
    it(`keeps ${path} to itself`, async () => assert.equal((await raw(path)).status, 404));

  it('takes only GET and HEAD', async () => {
    assert.equal((await raw('/buurt/', { method: 'PUT' })).status, 405);
    assert.equal((await raw('/buurt/', { method: 'POST' })).status, 405);
  });
});

describe('partner pages', () => {
  it('are all on the front page', async () => {
    const { text } = await raw('/');
    for (const { path } of PAGES) assert.ok(text.includes(`href="${path}"`), path);
  });

  it('are found without their last slash', async () => {
    const { status, headers } = await raw('/universiteit');
    assert.deepEqual([status, headers.location], [301, '/universiteit/']);
  });

  it('give their files the same policy', async () => {
    const { headers } = await raw('/gemeente/style.css');
    assert.ok(String(headers['content-security-policy']).startsWith(STRICT_POLICY));
  });
});

describe('reports of a broken policy', () => {
  const post = (body: string) => fetch(`${hosts.url}/csp-report`, { method: 'POST', body });
  const read = async () =>
    (await (await fetch(`${hosts.url}/csp-reports.json`)).json()) as readonly unknown[];

  it('are kept, one or many at a time', async () => {
    assert.equal((await post('{"csp-report":{"n":1}}')).status, 204);
    assert.equal((await post('[{"n":2},{"n":3}]')).status, 204);
    assert.deepEqual(await read(), [{ 'csp-report': { n: 1 } }, { n: 2 }, { n: 3 }]);
  });

  it('are refused when they are none, or too large', async () => {
    const before = (await read()).length;
    assert.equal((await post('no report')).status, 400);
    assert.equal((await post(`"${'x'.repeat(70_000)}"`)).status, 413);
    assert.equal((await read()).length, before);
  });
});

describe('the port', () => {
  it('is the next one if it is taken', async () => {
    const next = await startHosts({ port: hosts.port });
    assert.ok(next.port > hosts.port);
    await next.close();
  });
});
