/** The program: how it is called, its own help, and what the pages say of it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PAGES } from '#tools/docs/pages.mjs';
import { VERSION } from '../../src/version.js';
import { ceal, FEED } from '../support/node/program.js';

const COMMANDS = [
  'receive',
  'list',
  'export',
  'delete',
  'purge',
  'send-mail',
  'test-receiver',
  'calendar',
  'structured-data',
  'prerender',
  'site',
];
let folder: string;
let feed: string;
let data: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-cli-'));
  feed = join(folder, 'feed.json');
  data = join(folder, 'data');
  writeFileSync(feed, JSON.stringify(FEED));
});
after(() => rmSync(folder, { recursive: true, force: true }));

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
    const invalid: [args: string[], message: RegExp][] = [
      [['onbekend'], /no command "onbekend"/],
      [['receive'], /Name the feed/],
      [['receive', '--feed', feed, '--port', 'x'], /--port is a whole number/],
      [['receive', '--feed', feed, '--origin', 'example'], /--origin is a site/],
      [['receive', '--feed', feed, '--webhook', 'https://example.org'], /CEAL_WEBHOOK_SECRET/],
      [['receive', '--feed', feed, '--webhook', 'ftp://example.org'], /--webhook is an address/],
      [['receive', '--feed', feed, '--withdrawals', 'javascript:x'], /--withdrawals is an address/],
      [['receive', '--feed', feed, '--confirmations', '/confirmations'], /--confirmations is an address/],
      [['test-receiver', 'signups', '--feed', feed], /The receiver is an address/],
      [
        ['test-receiver', 'https://example.org/signups', '--feed', feed, '--availability', 'x'],
        /--availability is an address/,
      ],
      [['import', feed, '--feed', feed], /--feed/],
      [['receive', '--feed', feed, '--mail-from', 'nobody'], /--mail-from is a sender/],
      [
        ['receive', '--feed', feed, '--confirm', '24'],
        /--confirm <hours> and --confirmations <address> belong/,
      ],
      [
        [
          'receive',
          '--feed',
          feed,
          '--confirm',
          '24',
          '--confirmations',
          'https://example.org/confirmations',
        ],
        /--confirm needs somebody who sends the mails/,
      ],
      [['export', '--format', 'xls'], /--format is one of: csv, ods, json, archive/],
      [['export', '--nonsense'], /nonsense/],
      [['export', '--format', 'archive', '--status', 'accepted'], /An archive is of whole feeds/],
      [['import', join(folder, 'nowhere.jsonl')], /There is no file .*nowhere\.jsonl/],
      [['export', '--data', join(folder, 'nowhere')], /no data folder/],
      [['delete', '--data', data], /--reference or --email/],
      [['test-receiver'], /a word too many or too few/],
    ];
    for (const [args, message] of invalid) {
      const { code, output } = await ceal(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(output, message);
      assert.doesNotMatch(output, /\n\s+at /);
    }
  });

  it('says what is wrong with a feed, and ends with 1', async () => {
    const web = join(folder, 'page.html');
    writeFileSync(web, '<!doctype html>');
    const feeds: [file: string, message: RegExp][] = [
      [join(folder, 'nowhere.json'), /nowhere\.json/],
      [web, /is no feed \(web-page\)/],
    ];
    for (const [file, message] of feeds) {
      const { code, output } = await ceal('receive', '--feed', file, '--data', data);
      assert.equal(code, 1);
      assert.match(output, message);
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
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
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
    // A receiver that says yes to all passes some checks: forms, names of every script, the same again, order.
    assert.ok((output.match(/^FAILED/gm) ?? []).length >= 8, output);
  });

  it('R16: waits as told where it comes too often, withdraws what it stored, and says what is left', async () => {
    /** The references that are stored. */
    const stored = new Set<string>();
    let requests = 0;
    let refused = 0;
    const server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => (text += part));
      request.on('end', () => {
        requests += 1;
        const answer = (status: number, value: object, headers = {}) =>
          response
            .writeHead(status, { 'content-type': 'application/json', ...headers })
            .end(JSON.stringify(value));
        if (requests % 10 === 0) {
          refused += 1;
          return answer(429, {}, { 'retry-after': '0' });
        }
        if (request.url === '/signups') {
          const reference = `R${requests}`;
          stored.add(reference);
          return answer(201, { reference, status: 'accepted' });
        }
        const { reference, contact } = JSON.parse(text) as { reference: string; contact: string };
        assert.equal(contact, 'test@example.org');
        // One is not let go.
        if (reference === 'R1' || !stored.delete(reference)) return answer(404, {});
        return answer(200, {});
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const { output } = await ceal('test-receiver', `${url}/signups`, '--feed', feed);
      assert.ok(refused > 2);
      assert.doesNotMatch(output, /429/);
      assert.match(output, /^Waits 0 s, as the receiver asks\.$/m);
      assert.match(output, /^\d+ sign-ups of this test were withdrawn\.$/m);
      assert.match(output, /^1 sign-ups of this test are left: R1\.$/m);
    } finally {
      server.close();
    }
  });
});

describe('test-receiver, where a receiver never has room', () => {
  it('ends, also where it is told not to wait', async () => {
    let requests = 0;
    const server = createServer((request, response) => {
      requests += 1;
      request.resume().on('end', () => response.writeHead(429, { 'retry-after': '0' }).end());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/signups`;
    try {
      const { code } = await ceal('test-receiver', url, '--feed', feed);
      assert.equal(code, 1);
      assert.ok(requests > 100);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('the pages of the documentation', () => {
  it('name only commands and options that there are', async () => {
    const pages = PAGES.map((path) => readFileSync(path, 'utf8')).join('\n');
    const lines = (pages.match(/ceal-widgets (?:[a-z]+(?:-[a-z]+)*)(?: [^\n`|]*)?/g) ?? []).filter(
      (line) => !/^ceal-widgets is /.test(line),
    );
    const optionsOf = new Map<string, readonly string[]>();
    for (const line of lines) {
      const [, command = '', rest = ''] = /^ceal-widgets ([a-z-]+)(.*)$/.exec(line) ?? [];
      if (!COMMANDS.includes(command)) continue;
      optionsOf.set(command, [...(optionsOf.get(command) ?? []), ...(rest.match(/--[a-z-]+/g) ?? [])]);
    }
    assert.deepEqual([...optionsOf.keys()].sort(), [...COMMANDS].sort());
    for (const [command, options] of optionsOf) {
      const { output } = await ceal(command, '--help');
      for (const option of options.filter((name) => name !== '--help'))
        assert.match(output, new RegExp(`^ *(?:Usage.*|.*\\| )?${option}\\b`, 'm'), `${command} ${option}`);
    }
  });
});
