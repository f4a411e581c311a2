/** The command line, from the first start to the last export. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { VERSION } from '../../out/src/version.js';
import { EDITIONS, entryOf, SIGNUP, times } from '../receiver/support.mjs';
import { ceal, receive } from './program.mjs';

const COMMANDS = ['receive', 'list', 'export', 'delete', 'purge', 'test-receiver'];
const FEED = {
  version: '1.0',
  id: 'proef',
  language: 'nl',
  editions: EDITIONS.map((it) =>
    it.id === 'lente' ? { ...it, start: '2090-01-01', end: '2090-02-01' } : it,
  ),
  signups: [SIGNUP],
};

let folder;
let feed;
let data;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-cli-'));
  feed = join(folder, 'feed.json');
  data = join(folder, 'data');
  writeFileSync(feed, JSON.stringify(FEED));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const post = (url, entry) =>
  fetch(`${url}/signups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(entry),
  });

describe('the program', () => {
  it('says what it can do, for each command too', async () => {
    const { code, output } = await ceal('--help');
    assert.equal(code, 0);
    for (const name of COMMANDS) {
      assert.match(output, new RegExp(`^  ${name} `, 'm'));
      const help = await ceal(name, '--help');
      assert.equal(help.code, 0, name);
      assert.match(help.output, new RegExp(`^Usage: ceal-widgets ${name}`), name);
    }
    assert.equal((await ceal('--version')).output.trim(), VERSION);
  });

  it('says what is wrong with how it was called, and ends with 2', async () => {
    for (const [args, words] of [
      [['onbekend'], /no command "onbekend"/],
      [['receive'], /Name the feed/],
      [['receive', '--feed', feed, '--port', 'x'], /--port is a whole number/],
      [['receive', '--feed', feed, '--origin', 'example'], /--origin is a site/],
      [['receive', '--feed', feed, '--webhook', 'https://example.org'], /CEAL_WEBHOOK_SECRET/],
      [['export', '--format', 'xls'], /--format is one of: csv, json/],
      [['export', '--nonsense'], /nonsense/],
      [['export', '--data', join(folder, 'nowhere')], /no data folder/],
      [['delete', '--data', data], /--reference or --email/],
      [['test-receiver'], /a word too many or too few/],
    ]) {
      const { code, output } = await ceal(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(output, words);
      assert.doesNotMatch(output, /\n\s+at /);
    }
  });

  it('says what is wrong with a feed, and ends with 1', async () => {
    const web = join(folder, 'page.html');
    writeFileSync(web, '<!doctype html>');
    for (const [file, words] of [
      [join(folder, 'nowhere.json'), /nowhere\.json/],
      [web, /is no feed \(web-page\)/],
    ]) {
      const { code, output } = await ceal('receive', '--feed', file, '--data', data);
      assert.equal(code, 1);
      assert.match(output, words);
    }
  });
});

describe('a receiver and its commands', () => {
  it('work together on one folder, running or not', async () => {
    const receiver = await receive('--feed', feed, '--data', data, '--origin', 'https://www.example.org/pad');
    try {
      assert.equal(statSync(data).mode & 0o077, 0, 'nobody else can look into the folder');

      // The contract, as any receiver is tested.
      const conformance = await ceal(
        ...['test-receiver', `${receiver.url}/signups`, '--feed', feed],
        ...['--availability', `${receiver.url}/availability`, '--origin', 'https://www.example.org'],
      );
      assert.equal(conformance.code, 0, conformance.output);
      assert.doesNotMatch(conformance.output, /FAILED|not looked at/);

      // One owner.
      const second = await ceal('receive', '--feed', feed, '--data', data, '--port', '0');
      assert.equal(second.code, 1);
      assert.match(second.output, /in use by a running receiver/);

      // Reading while it runs.
      const entry = entryOf({ name: '=1+1', email: 'weg@example.org', answers: { idee: 'Een; =twee' } });
      const { reference } = await (await post(receiver.url, entry)).json();
      const list = await ceal('list', '--data', data);
      assert.match(list.output, /^proef +meedoen +herfst +accepted +\d+$/m);
      const csv = (await ceal('export', '--data', data, '--edition', 'herfst')).output;
      assert.match(csv, /^\ufeff"reference","status"/);
      assert.ok(csv.includes(`"'=1+1"`) && csv.includes(`"Een; '=twee"`));
      const dutch = await ceal('export', '--data', data, '--separator', ';');
      assert.match(dutch.output, /^\ufeff"reference";"status"/);

      // Taking out.
      assert.match(
        (await ceal('delete', '--email', 'WEG@example.org', '--data', data)).output,
        /^1 sign-up erased/,
      );
      assert.equal((await ceal('delete', '--reference', reference, '--data', data)).code, 1);
      assert.match((await ceal('purge', '--data', data)).output, /^0 removed/);

      // A stop under load: whoever was told "stored" is stored.
      const answers = await Promise.all([
        ...times(100, async (at) => {
          const response = await post(receiver.url, entryOf({ name: `Laatste ${at}` })).catch(
            () => undefined,
          );
          return response?.status === 201 ? `Laatste ${at}` : undefined;
        }),
        receiver.stop(),
      ]);
      assert.equal(answers.pop(), 0);

      // And reading afterwards, from the folder itself.
      const file = join(folder, 'export.json');
      assert.equal((await ceal('export', '--data', data, '--format', 'json', '--output', file)).code, 0);
      assert.equal(statSync(file).mode & 0o777, 0o600);
      const rows = JSON.parse(readFileSync(file, 'utf8'));
      assert.ok(!rows.some((row) => row.reference === reference));
      const names = new Set(rows.map((row) => row.entry.name));
      for (const name of answers.filter(Boolean)) assert.ok(names.has(name), name);
      assert.match((await ceal('export', '--data', data, '--output', file)).output, /is there already/);

      // What was said in the log is nothing about anybody.
      assert.doesNotMatch(receiver.lines.join('\n'), /noor|weg@|Laatste|example\.org/i);
      assert.ok(receiver.lines.filter((line) => line.includes('"event":"error"')).length === 0);
    } finally {
      await receiver.stop();
    }
  });
});

describe('test-receiver', () => {
  it('finds fault with a receiver that only pretends', async () => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"reference":"always"}');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${server.address().port}/`;
    const { code, output } = await ceal(
      'test-receiver',
      url,
      '--feed',
      feed,
      '--availability',
      url,
      '--origin',
      url,
    );
    server.close();
    assert.equal(code, 1);
    // What a receiver that says yes to all cannot be caught at: forms, names of every script, the same again, order.
    assert.ok(output.match(/^FAILED/gm).length >= 8, output);
  });
});
