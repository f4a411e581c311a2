/** The command that makes a site in a folder: what is in it, when it is refused, and what of an earlier one stays. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { NOWHERE } from '../../src/feed/fields.js';
import { parseFeed, type Feed } from '../../src/feed/parse-feed.js';
import { VERSION } from '../../src/version.js';
import { ceal } from '../support/node/program.js';
import { framePolicy } from '../../src/embed/frame/files/policy.js';
import { invalidInPage } from '../support/node/markup.js';
import { contentsOf, linesOf } from '../support/node/site.js';

const SAMPLE = 'stories/feeds/overvecht.json';
const MOVING = VERSION.split('.')[0]!;
const FEED = {
  version: '1.0',
  id: 'proef',
  language: 'nl',
  updated: '2026-11-24',
  enterprises: [
    { id: 'soep', name: 'Soep', image: { src: 'foto/soep.svg' }, successorId: 'geheim' },
    { id: 'geheim', name: 'Nog geheim', draft: true },
  ],
  sessions: [{ id: 'start', title: 'Start', start: '2027-09-09' }],
};
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>';
/** A time long ago, to see whether a file was written. */
const LONG_AGO = new Date('2001-01-01');

const folder = mkdtempSync(join(tmpdir(), 'ceal-site-'));
const feed = join(folder, 'bron', 'feed.json');
const out = join(folder, 'uit');
const at = (path: string) => join(out, path);
const read = (path: string) => readFileSync(at(path), 'utf8');
const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const make = (...args: readonly string[]) => ceal('site', '--feed', feed, '--out', out, ...args);
const made = async (...args: readonly string[]) => {
  const { code, output } = await make(...args);
  assert.equal(code, 0, output);
  return output;
};
/** Enters a file in the list of what an earlier run made. */
const addMade = (path: string, text: string) => {
  write(at(path), text);
  const manifest = JSON.parse(read('ceal-site.json')) as { files: Record<string, string> };
  manifest.files[path] = createHash('sha256').update(text).digest('hex');
  writeFileSync(at('ceal-site.json'), JSON.stringify(manifest));
};

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  write(feed, JSON.stringify(FEED));
  write(join(folder, 'bron', 'foto', 'soep.svg'), PICTURE);
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the command site', () => {
  it('makes the versions, the feed with its pictures, calendar, schema, hashes and licences', async () => {
    assert.match(await made(), new RegExp(`uit is made: \\d+ files, version ${VERSION}\\.`));
    for (const version of [VERSION, MOVING])
      for (const path of ['ceal-widgets.js', 'ceal-widgets.bundle.js', 'ceal-widgets.css', 'LICENSES.txt'])
        assert.deepEqual(readFileSync(at(`${version}/${path}`)), readFileSync(`dist/${path}`));
    assert.deepEqual(readdirSync(at(`${VERSION}/chunks`)), readdirSync('dist/chunks'));
    assert.equal(existsSync(at(`${VERSION}/modules`)), false);
    // A page that held what moves along to a hash would lose it.
    assert.equal(existsSync(at(`${VERSION}/integrity.json`)), true);
    assert.equal(existsSync(at(`${MOVING}/integrity.json`)), false);
    assert.equal(read('foto/soep.svg'), PICTURE);
    assert.match(read('programme.ics'), /SUMMARY:Start/);
    assert.equal(read('feed.schema.json'), readFileSync('dist/feed.schema.json', 'utf8'));
    assert.equal(read('LICENSE.txt'), readFileSync('LICENSE', 'utf8'));
    assert.equal(read('LICENSES.txt'), readFileSync('dist/LICENSES.txt', 'utf8'));
    const hashes = JSON.parse(read('integrity.json')) as Record<string, string>;
    const path = `${VERSION}/ceal-widgets.bundle.js`;
    const hash = createHash('sha384')
      .update(readFileSync(at(path)))
      .digest('base64');
    assert.equal(hashes[path], `sha384-${hash}`);
  });

  it('makes the same bytes from the same input, and writes nothing where nothing has changed', async () => {
    await made();
    const before = contentsOf(out);
    utimesSync(at('feed.json'), LONG_AGO, LONG_AGO);
    assert.match(await made(), /Nothing has changed/);
    assert.deepEqual(statSync(at('feed.json')).mtime, LONG_AGO);
    const again = join(folder, 'nog-eens');
    assert.equal((await ceal('site', '--feed', feed, '--out', again)).code, 0);
    assert.deepEqual(contentsOf(again), before);
    // What says the same keeps its date, where something else has changed.
    utimesSync(at('foto/soep.svg'), LONG_AGO, LONG_AGO);
    write(feed, JSON.stringify({ ...FEED, sessions: [] }));
    await made();
    assert.deepEqual(statSync(at('foto/soep.svg')).mtime, LONG_AGO);
    assert.notDeepEqual(statSync(at('feed.json')).mtime, LONG_AGO);
    assert.equal(existsSync(at('programme.ics')), false);
  });

  it('publishes what the feed says, to be read without anything to mend, and no draft', async () => {
    assert.equal((await ceal('site', '--feed', SAMPLE, '--out', out)).code, 0);
    const [source, published] = [readFileSync(SAMPLE), readFileSync(at('feed.json'))].map((bytes) =>
      parseFeed(bytes, `${NOWHERE}feed.json`),
    );
    assert.ok(source?.ok && published?.ok);
    assert.deepEqual(published.issues, []);
    assert.deepEqual(published.feed, source.feed);
    rmSync(out, { recursive: true });
    await made();
    assert.doesNotMatch(read('feed.json'), /geheim/);
  });

  it('mends the feed: dates, lists and addresses are as the format has them', async () => {
    write(feed, JSON.stringify({ ...FEED, sessions: [{ id: 'a', title: 'A', start: '9 september 2027' }] }));
    const output = await made();
    assert.match(output, /\/sessions\/0\/start: /);
    assert.match(read('feed.json'), /"start": "2027-09-09"/);
  });

  it('keeps an address beside the feed as it was written, wherever the site will stand', async () => {
    const urls = ['menu.pdf?x=1#y', '../boven/a.pdf', '/wortel/b.pdf', 'https://a.example/c', './d e.pdf'];
    write(
      feed,
      JSON.stringify({
        ...FEED,
        documents: urls.map((url, index) => ({ id: `d${index}`, title: 'D', url })),
      }),
    );
    await made('--base', 'https://widgets.example.org/ceal');
    const { documents } = JSON.parse(read('feed.json')) as Feed;
    assert.deepEqual(
      documents.map(({ url }) => String(url)),
      ['menu.pdf?x=1#y', '../boven/a.pdf', '/wortel/b.pdf', 'https://a.example/c', 'd%20e.pdf'],
    );
  });
});

describe('the frames of a site', () => {
  const BASE = 'https://widgets.example.org/ceal/';
  const embed = `${MOVING}/embed`;

  it('are found by readers of oEmbed where the address of the site is known', async () => {
    await made('--base', BASE);
    for (const widget of ['enterprise-gallery', 'programme-timeline', 'oasis-guide']) {
      const path = `${embed}/oembed/${widget}.json`;
      const page = read(`${embed}/${widget}.html`);
      assert.ok(page.includes(`<link rel="alternate" type="application/json+oembed" href="${BASE}${path}"`));
      assert.deepEqual(await invalidInPage(page), []);
      const oembed = JSON.parse(read(path)) as Readonly<Record<string, string>>;
      assert.deepEqual([oembed['type'], oembed['version']], ['rich', '1.0']);
      const [, src = ''] = /src="([^"]*)"/.exec(oembed['html']!) ?? [];
      const address = new URL(src);
      assert.ok(existsSync(at(address.pathname.slice('/ceal/'.length))), src);
      assert.equal(address.searchParams.get('src'), `${BASE}feed.json`);
    }
    // Its frame could send nothing without an address that the feed does not have.
    assert.equal(existsSync(at(`${embed}/oembed/signup-form.json`)), false);
    assert.doesNotMatch(read(`${embed}/signup-form.html`), /oembed/);
  });

  it('name no oEmbed file where nobody knows the address, and speak the language of the feed', async () => {
    write(feed, JSON.stringify({ ...FEED, language: 'en' }));
    await made();
    assert.equal(existsSync(at(`${embed}/oembed`)), false);
    assert.doesNotMatch(read(`${embed}/enterprise-gallery.html`), /oembed/);
    assert.match(read(`${embed}/enterprise-gallery.html`), /<html lang="en">/);
  });

  it('show what the feed has before their script has come, the same at each run', async () => {
    await made();
    const page = read(`${embed}/enterprise-gallery.html`);
    assert.match(
      page,
      /<ceal-enterprise-gallery lang="nl" src="\.\.\/\.\.\/feed\.json" data-ceal-prerendered="2026-11-23T23:00/,
    );
    assert.match(page, /<link rel="stylesheet" href="\.\.\/styles\/enterprise-gallery\.css">/);
    assert.match(page, /<img[^>]*\ssrc="\.\.\/\.\.\/foto\/soep\.svg"/);
    assert.match(page, />\s*Soep\s*</);
    assert.match(read(`${embed}/programme-timeline.html`), /9 september 2027/);
    for (const widget of ['enterprise-gallery', 'programme-timeline', 'oasis-guide', 'signup-form']) {
      const text = read(`${embed}/${widget}.html`);
      assert.deepEqual(await invalidInPage(text), []);
      assert.doesNotMatch(text, /\sstyle=|<style|\/1\/2\//);
      for (const [, path = ''] of text.matchAll(/\s(?:href|src)="([^"#:]+)"/g))
        assert.ok(existsSync(at(join(embed, path))), `${widget}: ${path}`);
    }
  });

  it('write addresses beside the feed as they were, also in lists of pictures', async () => {
    const image = {
      src: 'foto/soep.svg',
      srcset: [
        { src: 'foto/soep.svg', width: 300 },
        { src: 'foto/groot,1.svg', width: 900 },
      ],
    };
    write(join(folder, 'bron', 'foto', 'groot,1.svg'), PICTURE);
    const enterprises = [{ id: 'a', name: 'A', image, links: [{ url: '../boven/a.html', label: 'A' }] }];
    write(feed, JSON.stringify({ ...FEED, enterprises }));
    await made();
    const page = read(`${embed}/enterprise-gallery.html`);
    assert.match(page, /srcset="\.\.\/\.\.\/foto\/soep\.svg 300w,\.\.\/\.\.\/foto\/groot,1\.svg 900w"/);
    assert.match(page, /href="\.\.\/\.\.\/\.\.\/boven\/a\.html"/);
  });

  it('wait for their script where the feed does not say when it was changed, which the command tells', async () => {
    const { updated: _, ...undated } = FEED;
    write(feed, JSON.stringify(undated));
    assert.match(await made(), /pages for frames show nothing: the feed does not say/);
    assert.match(read(`${embed}/enterprise-gallery.html`), /<noscript>/);
  });

  it('stay as they were built in the version that never changes', async () => {
    await made('--base', BASE);
    const path = 'embed/enterprise-gallery.html';
    assert.deepEqual(readFileSync(at(`${VERSION}/${path}`)), readFileSync(`dist/${path}`));
  });

  it('have their policy in the settings of every server, with the sites that may show them', async () => {
    const settings = ['_headers', '.htaccess', 'nginx.conf', 'Caddyfile'];
    await made();
    for (const name of settings) {
      assert.ok(read(name).includes(framePolicy()), name);
      assert.match(read(name), /# Who may show these pages in a frame: anybody\./, name);
      assert.doesNotMatch(read(name), /; frame-ancestors/, name);
    }
    const ancestors = ["'self'", 'https://*.partner.example'];
    await made('--frame-ancestors', ancestors.join(' '));
    for (const name of settings) {
      assert.ok(read(name).includes(framePolicy({ ancestors })), name);
      assert.ok(read(name).includes(`# Who may show these pages in a frame: ${ancestors.join(' ')}.`), name);
    }
  });
});

describe('a site that is refused', () => {
  it('names every entry that would be lost, and goes on only on request', async () => {
    await made();
    const before = contentsOf(out);
    const twice = [...FEED.sessions, { id: 'start', title: 'Nog een start' }, { title: '' }];
    write(feed, JSON.stringify({ ...FEED, sessions: twice }));
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

describe('a site that is made anew', () => {
  it('keeps earlier versions and their chunks, and takes away pages that are no more', async () => {
    await made();
    addMade('0.0.9/ceal-widgets.js', '// 0.0.9');
    addMade(`${MOVING}/chunks/gallery-EARLIER.js`, '// chunk');
    addMade(`${MOVING}/of-before.js`, '// gone');
    addMade('e/gone.html', 'gone');
    await made();
    assert.equal(read('0.0.9/ceal-widgets.js'), '// 0.0.9');
    assert.equal(read(`${MOVING}/chunks/gallery-EARLIER.js`), '// chunk');
    for (const gone of [`${MOVING}/of-before.js`, 'e/gone.html']) assert.equal(existsSync(at(gone)), false);
    assert.ok('0.0.9/ceal-widgets.js' in (JSON.parse(read('integrity.json')) as object));
    assert.match(read('_headers'), /^\/0\.0\.9\/\*$/m);
    // They are ours still at the run after that.
    assert.match(await made(), /Nothing has changed/);
    assert.ok(existsSync(at('0.0.9/ceal-widgets.js')));
  });

  it('keeps what somebody put there, and the settings of frames that were changed', async () => {
    await made();
    write(at('robots.txt'), 'User-agent: *');
    // The default of an earlier version stays as well, with its version.
    const usual = read(`${MOVING}/embed/allowed.json`);
    addMade('0.0.8/embed/allowed.json', usual);
    addMade('0.0.9/embed/allowed.json', usual);
    const paths = [MOVING, VERSION, '0.0.9'].map((version) => `${version}/embed/allowed.json`);
    const changed = JSON.stringify({ feeds: ['https://www.example.org'], forms: [] });
    for (const path of paths) writeFileSync(at(path), changed);
    // Each run has something to write.
    for (const title of ['Een', 'Twee', 'Drie']) {
      write(feed, JSON.stringify({ ...FEED, title }));
      assert.match(await made(), /is made/);
      assert.equal(read('robots.txt'), 'User-agent: *');
      for (const path of paths) assert.equal(read(path), changed, `${title}: ${path}`);
      assert.equal(read('0.0.8/embed/allowed.json'), usual, title);
    }
    assert.match(await made(), /Nothing has changed/);
    // One that says what the default says is ours again.
    writeFileSync(at(paths[0]!), usual);
    await made();
    assert.equal(read(paths[0]!), usual);
  });

  it('never changes a version that partners hold to its hash, unless that is asked for', async () => {
    await made();
    const manifest = JSON.parse(read('ceal-site.json')) as { files: Record<string, string> };
    manifest.files[`${VERSION}/ceal-widgets.js`] = 'of another build';
    writeFileSync(at('ceal-site.json'), JSON.stringify(manifest));
    const { code, output } = await make();
    assert.equal(code, 1);
    assert.match(output, /is there already, from another build: 1 files differ/);
    await made('--replace-version');
  });
});

describe('a hostile feed', () => {
  it('sends no control characters to the terminal', async () => {
    const src = 'foto/\u001b]0;weg\u0007\u009b2J.svg';
    const sessions = [{ id: 'start', title: 'Start', start: '\u001b[2J\u009b2J\u202eooit' }];
    const enterprises = [{ id: 'a', name: 'A', image: { src } }];
    write(feed, JSON.stringify({ ...FEED, enterprises, sessions, '\u001b[2Jveld': 1 }));
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
    write(feed, JSON.stringify({ ...FEED, enterprises }));
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
    write(feed, JSON.stringify({ ...FEED, enterprises: [{ id: 'a', name: 'A', image }] }));
    await made();
    assert.equal(existsSync(at(name)), false);
  });
});

describe('the headers of a site', () => {
  it('name each file once, so that no server sends two of them', async () => {
    cpSync('stories/feeds/images', join(folder, 'bron', 'foto'), { recursive: true });
    await made('--base', 'https://widgets.example.org/ceal/');
    const patterns = linesOf(read('_headers')).filter((line) => line.startsWith('/'));
    assert.ok(patterns.includes('/ceal/feed.json'));
    for (const path of contentsOf(out).keys()) {
      if (/^(_headers|\.htaccess|nginx\.conf|Caddyfile|ceal-site\.json)$/.test(path)) continue;
      const matching = patterns
        .slice(1)
        .filter((one) =>
          one.endsWith('/*') ? `/ceal/${path}`.startsWith(one.slice(0, -1)) : one === `/ceal/${path}`,
        );
      assert.equal(matching.length, 1, `${path}: ${matching.join(' ')}`);
    }
  });
});
