/** The commands that make files of a feed: what they write, when, and what they say. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ceal } from '../support/node/program.js';

const FEED = {
  version: '1.0',
  id: 'proef',
  title: 'Proef',
  language: 'nl',
  programme: { title: 'Ondernemen in de wijk' },
  editions: [{ id: 'najaar', title: 'Najaar' }],
  parts: [{ id: 'een', title: 'Een' }],
  sessions: [
    { id: 'a', title: 'A', edition: 'najaar', start: '2027-09-09', links: [{ url: 'menu.pdf' }] },
    { id: 'b', title: 'B', kind: 'field', start: '2027-09-10' },
  ],
};
/** A time long ago, to see whether a file was written. */
const LONG_AGO = new Date('2001-01-01');

let folder: string;
let feed: string;
let out: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-publish-'));
  feed = join(folder, 'feed.json');
  out = join(folder, 'programme.ics');
});
beforeEach(() => {
  writeFileSync(feed, JSON.stringify(FEED));
  rmSync(out, { force: true });
});
after(() => rmSync(folder, { recursive: true, force: true }));

const BASE = ['--base', 'https://site.example/feed.json', '--page', 'https://site.example/programma'];
const titles = (text: string) => [...text.matchAll(/^SUMMARY:(.*)$/gm)].map(([, title]) => title?.trim());

describe('the command calendar', () => {
  it('H14, H15: writes a calendar, again only when something changed, and leaves nothing beside it', async () => {
    const args = ['calendar', feed, '--out', out, ...BASE];
    const first = await ceal(...args);
    assert.deepEqual([first.code, first.output], [0, `${out} is written.\n`]);
    const text = readFileSync(out, 'utf8');
    assert.match(text, /^URL:https:\/\/site\.example\/programma#ceal-timeline\.session=a\r$/m);
    assert.match(text, /^UID:a@proef\.site\.example\/feed\.json\r$/m);
    utimesSync(out, LONG_AGO, LONG_AGO);
    const second = await ceal(...args);
    assert.deepEqual([second.code, second.output], [0, `Nothing has changed: ${out} stays as it is.\n`]);
    assert.deepEqual(statSync(out).mtime, LONG_AGO);
    assert.equal(readFileSync(out, 'utf8'), text);
    const [session] = FEED.sessions;
    writeFileSync(feed, JSON.stringify({ ...FEED, sessions: [{ ...session, title: 'Nieuw' }] }));
    assert.equal((await ceal(...args)).code, 0);
    assert.deepEqual(titles(readFileSync(out, 'utf8')), ['Nieuw']);
    assert.deepEqual(readdirSync(folder).toSorted(), ['feed.json', 'programme.ics']);
  });

  it('H14: has an edition, a part or a kind on request, and goes to the standard output', async () => {
    assert.deepEqual(titles((await ceal('calendar', feed, ...BASE)).output), ['A', 'B']);
    assert.deepEqual(titles((await ceal('calendar', feed, ...BASE, '--edition', 'najaar')).output), ['A']);
    assert.deepEqual(titles((await ceal('calendar', feed, ...BASE, '--kind', 'field')).output), ['B']);
    assert.deepEqual(titles((await ceal('calendar', feed, ...BASE, '--part', 'een')).output), []);
  });

  it('H2: tells on the standard error what does not fit, and what a missing base leaves out', async () => {
    const { code, output } = await ceal('calendar', feed, '--out', out, '--language', 'en');
    assert.equal(code, 0);
    assert.match(output, /^\/sessions\/0\/links\/0\/url: This address is beside the feed/m);
    assert.doesNotMatch(readFileSync(out, 'utf8'), /menu\.pdf|invalid/);
  });

  it('says what is wrong, and leaves the old file', async () => {
    assert.equal((await ceal('calendar', feed, '--out', out, ...BASE)).code, 0);
    const text = readFileSync(out, 'utf8');
    writeFileSync(feed, '{"version": 1,}');
    const wrong: [code: number, args: string[], message: RegExp][] = [
      [1, [feed], /This is no feed\. .*comma too many/],
      [1, [join(folder, 'nowhere.json')], /The feed .*nowhere\.json is not there/],
      [2, [], /a word too many or too few/],
      [2, [feed, '--base', 'feed.json'], /--base is an address.*"feed\.json"/],
      [2, [feed, '--page', 'ftp://a.example/'], /--page is an address/],
      [2, [feed, '--kind', 'feest'], /--kind is one of: meeting, field/],
    ];
    for (const [code, args, message] of wrong) {
      const ended = await ceal('calendar', ...args, '--out', out);
      assert.equal(ended.code, code, args.join(' '));
      assert.match(ended.output, message);
      assert.doesNotMatch(ended.output, /\n\s+at /);
    }
    writeFileSync(feed, JSON.stringify(FEED));
    for (const [option, message] of [
      ['--edition', /no "zomer" in editions\. It has: najaar\./],
      ['--part', /no "zomer" in parts\. It has: een\./],
    ] as const) {
      const ended = await ceal('calendar', feed, '--out', out, option, 'zomer');
      assert.equal(ended.code, 2);
      assert.match(ended.output, message);
    }
    assert.equal(readFileSync(out, 'utf8'), text);
  });

  it('empties nobody’s calendar', async () => {
    await ceal('calendar', feed, '--out', out, ...BASE);
    const before = readFileSync(out, 'utf8');
    writeFileSync(feed, JSON.stringify({ ...FEED, sessions: undefined, sesions: FEED.sessions }));
    const { code, output } = await ceal('calendar', feed, '--out', out, ...BASE);
    assert.equal(code, 1);
    assert.match(output, /nothing left of what .*programme\.ics has/);
    assert.equal(readFileSync(out, 'utf8'), before);
    rmSync(out);
    assert.equal((await ceal('calendar', feed, '--out', out, ...BASE)).code, 0);
  });

  it('H14: says that a selection has nothing in it, and writes no such file', async () => {
    const { code, output } = await ceal('calendar', feed, '--out', out, '--part', 'een', '--kind', 'field');
    assert.equal(code, 1);
    assert.match(output, /no session with a day for een and field/);
    assert.deepEqual(readdirSync(folder), ['feed.json']);
  });

  it('H15: takes an option once, and never writes over the feed', async () => {
    const twice = await ceal('calendar', feed, '--edition', 'najaar', '--edition', 'zomer');
    assert.equal(twice.code, 2);
    assert.match(twice.output, /--edition is there twice/);
    const onto = await ceal('calendar', feed, '--out', join(folder, '.', 'feed.json'));
    assert.equal(onto.code, 2);
    assert.deepEqual(JSON.parse(readFileSync(feed, 'utf8')), FEED);
  });

  it('H15: writes the file that a link leads to', async () => {
    const link = join(folder, 'link.ics');
    symlinkSync(out, link);
    writeFileSync(out, 'BEGIN:VCALENDAR');
    assert.equal((await ceal('calendar', feed, '--out', link, ...BASE)).code, 0);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.deepEqual(titles(readFileSync(out, 'utf8')), ['A', 'B']);
    rmSync(link);
  });

  it('H14: takes the address that a feed redirects to for its base', async () => {
    const server = createServer(({ url }, response) => {
      if (url === '/map/feed.json') return void response.end(JSON.stringify(FEED));
      response.writeHead(302, { location: '/map/feed.json' }).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { output } = await ceal('calendar', `http://127.0.0.1:${port}/kort`);
    server.close();
    const text = output.replaceAll('\r\n ', '');
    assert.ok(text.includes(`URL:http://127.0.0.1:${port}/map/menu.pdf`));
    assert.ok(text.includes(`UID:a@proef.127.0.0.1:${port}/map/feed.json`));
  });

  it('takes a feed from the web, whose address is the base', async () => {
    const server = createServer(({ url }, response) => {
      response.statusCode = url === '/feed.json' ? 200 : 404;
      response.end(JSON.stringify(FEED));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/feed.json`;
    const { output } = await ceal('calendar', address);
    assert.ok(output.replaceAll('\r\n ', '').includes(`URL:http://127.0.0.1:${port}/menu.pdf`));
    const missing = await ceal('calendar', `${address}.gone`);
    server.close();
    assert.equal(missing.code, 1);
    assert.match(missing.output, /answers with status 404/);
    const closed = await ceal('calendar', address);
    assert.equal(closed.code, 1);
    assert.match(closed.output, /cannot be reached/);
  });
});

describe('the command structured-data', () => {
  it('H11: writes JSON-LD, again only when something changed', async () => {
    const data = join(folder, 'programme.jsonld');
    const args = ['structured-data', feed, '--out', data, ...BASE];
    assert.equal((await ceal(...args)).output, `${data} is written.\n`);
    const { '@graph': graph } = JSON.parse(readFileSync(data, 'utf8')) as {
      '@graph': Record<string, unknown>[];
    };
    assert.deepEqual(
      graph.map((node) => [node['@type'], node['url']]),
      [
        ['Course', undefined],
        ['Event', 'https://site.example/programma#ceal-timeline.session=a'],
        ['Event', 'https://site.example/programma#ceal-timeline.session=b'],
      ],
    );
    assert.match((await ceal(...args)).output, /^Nothing has changed/);
    rmSync(data);
  });
});

describe('a hostile feed', () => {
  it('sends no control characters to the terminal', async () => {
    const evil = '\u001b[2J\u009b2J\u202eooit';
    const sessions = [{ id: 'a', title: 'A', start: evil, [evil]: 1 }];
    writeFileSync(
      feed,
      JSON.stringify({ ...FEED, sessions, parts: [{ id: 'een', title: 'Een', [evil]: 1 }] }),
    );
    for (const args of [['calendar', feed], ['structured-data', feed], [evil]]) {
      const { output } = await ceal(...args);
      assert.match(output, /\ufffd\[2J/, args[0]);
      assert.doesNotMatch(output, /[\u001b\u009b\u202e]/, args[0]);
    }
  });
});
