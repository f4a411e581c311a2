/** What the command that makes a site refuses, and what a feed cannot make it do. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { type Feed } from '../../src/feed/parse-feed.js';
import {
  at,
  FEED,
  feed,
  folder,
  made,
  make,
  MOVING,
  out,
  PICTURE,
  read,
  write,
  writeFeed,
} from '../support/node/made-site.js';
import { ceal } from '../support/node/program.js';
import { contentsOf } from '../support/node/site.js';

describe('a site that is refused', () => {
  it('names every entry that would be lost, and goes on only on request', async () => {
    await made();
    const before = contentsOf(out);
    const twice = [...FEED.sessions, { id: 'start', title: 'Nog een start' }, { title: '' }];
    writeFeed({ sessions: twice });
    const { code, output } = await make();
    assert.equal(code, 1);
    assert.match(output, /^\/sessions\/1.*: /m);
    assert.match(output, /^\/sessions\/2.*: /m);
    assert.match(output, /would be lost: 2, named above/);
    assert.deepEqual(contentsOf(out), before);
    await made('--keep-going');
    assert.equal((JSON.parse(read('feed.json')) as Feed).sessions.length, 1);
  });

  it('leaves the folder whole where the feed has become unreadable, and nothing beside it', async () => {
    await made();
    const before = contentsOf(out);
    for (const text of ['{"version": 1,}', '<!doctype html>', '[]', '{"version":"2.0"}']) {
      write(feed, text);
      const { code, output } = await make('--keep-going');
      assert.equal(code, 1, output);
      assert.match(output, /This is no feed\./);
      assert.doesNotMatch(output, /\n\s+at /);
    }
    rmSync(feed);
    assert.match((await make()).output, /is not there/);
    assert.deepEqual(contentsOf(out), before);
    assert.deepEqual(readdirSync(folder).toSorted(), ['bron', 'uit']);
  });

  it('never writes over a folder that holds something else', async () => {
    write(at('boekhouding.ods'), 'x');
    const wrong = await make();
    assert.equal(wrong.code, 1);
    assert.match(wrong.output, /holds something else than a site/);
    write(at('ceal-site.json'), '{"generator":"iets anders","files":{}}');
    assert.equal((await make()).code, 1);
    assert.deepEqual(readdirSync(out).toSorted(), ['boekhouding.ods', 'ceal-site.json']);
    rmSync(out, { recursive: true });
    write(out, 'a file');
    assert.match((await make()).output, /is no folder/);
  });

  it('is never made at the root of a Git repository, nor in what Git keeps', async () => {
    const clone = join(folder, 'kloon');
    write(join(clone, '.git', 'HEAD'), 'ref');
    for (const [wrong, message] of [
      [clone, /kloon is the root of a Git repository\. Name a folder of its own/],
      [join(clone, '.git'), /lies in a folder \.git, which is Git's own/],
      [join(clone, '.git', 'hooks', 'site'), /lies in a folder \.git/],
    ] as const) {
      const { code, output } = await ceal('site', '--feed', feed, '--out', wrong);
      assert.equal(code, 1, output);
      assert.match(output, message);
    }
    assert.deepEqual(readdirSync(clone), ['.git']);
    assert.deepEqual(readdirSync(join(clone, '.git')), ['HEAD']);
    // A site that somebody keeps in Git goes on, with what Git keeps of it.
    await made();
    write(at('.git/HEAD'), 'ref');
    writeFeed({ title: 'Ander' });
    assert.match(await made(), /is made/);
    assert.equal(read('.git/HEAD'), 'ref');
  });

  it('says what is wrong with its options', async () => {
    const wrong: [args: readonly string[], message: RegExp][] = [
      [['--out', out], /--feed is missing/],
      [['--feed', feed], /--out is missing/],
      [['--feed', feed, '--out', dirname(feed)], /lies in the folder that is to be made/],
      [['--feed', feed, '--out', out, '--base', 'example.org'], /--base is an address/],
      [['--feed', feed, '--out', out, '--base', 'https://a.example/?b'], /--base is the address of a folder/],
      [
        ['--feed', feed, '--out', out, '--base', 'https://a.example/";}/'],
        /--base is the address of a folder/,
      ],
      [['--feed', feed, '--out', out, '--port', '9000'], /--port goes with --serve/],
      [['--feed', feed, '--out', out, '--serve', '--port', 'x'], /--port is a whole number/],
      [['--feed', 'https://a.example/feed.json', '--out', out, '--watch'], /--watch watches a file/],
      ...["*; script-src 'unsafe-inline'", '"; }', 'partner.example', ''].map(
        (sources): [readonly string[], RegExp] => [
          ['--feed', feed, '--out', out, '--frame-ancestors', sources],
          /--frame-ancestors takes/,
        ],
      ),
    ];
    for (const [args, message] of wrong) {
      const { code, output } = await ceal('site', ...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(output, message);
    }
    assert.equal(existsSync(out), false);
  });
});

describe('a hostile feed', () => {
  it('sends no control characters to the terminal', async () => {
    const src = 'foto/\u001b]0;weg\u0007\u009b2J.svg';
    const sessions = [{ id: 'start', title: 'Start', start: '\u001b[2J\u009b2J\u202eooit' }];
    const enterprises = [{ id: 'a', name: 'A', image: { src } }];
    writeFeed({ enterprises, sessions, '\u001b[2Jveld': 1 });
    const output = await made();
    assert.match(output, /^\/sessions\/0\/start: /m);
    assert.doesNotMatch(output, /[^\P{Cc}\n]|\p{Bidi_Control}/u);
  });

  it('publishes no file but pictures and documents of its own folder', async () => {
    write(join(folder, 'geheim.svg'), 'secret');
    write(join(folder, 'bron', '.env'), 'secret');
    write(join(folder, 'bron', 'sleutel.pem'), 'secret');
    symlinkSync(join(folder, 'geheim.svg'), join(folder, 'bron', 'link.svg'));
    const src = [
      '../geheim.svg',
      '%2e%2e/geheim.svg',
      'foto/..%2f..%2fgeheim.svg',
      'link.svg',
      '.env',
      'sleutel.pem',
      join(folder, 'geheim.svg'),
      'x'.repeat(1_500) + '.svg',
    ];
    const enterprises = src.map((path, index) => ({ id: `e${index}`, name: 'E', image: { src: path } }));
    writeFeed({ enterprises });
    await made();
    for (const [path, text] of contentsOf(out)) {
      assert.notEqual(text, 'secret', path);
      assert.doesNotMatch(path, /geheim|link\.svg|env|pem/);
    }
  });

  it('takes the place of no file of ours', async () => {
    const name = `${MOVING}/ceal-widgets.svg`;
    write(join(folder, 'bron', name), PICTURE);
    const image = { src: name };
    writeFeed({ enterprises: [{ id: 'a', name: 'A', image }] });
    await made();
    assert.equal(existsSync(at(name)), false);
  });
});
