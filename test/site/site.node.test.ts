/** The command that makes a site in a folder: what is in it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { NOWHERE } from '../../src/feed/fields.js';
import { parseFeed, type Feed } from '../../src/feed/parse-feed.js';
import { VERSION } from '../../src/version.js';
import {
  at,
  FEED,
  feed,
  folder,
  made,
  MOVING,
  out,
  PICTURE,
  read,
  write,
  writeFeed,
} from '../support/node/made-site.js';
import { ceal } from '../support/node/program.js';
import { contentsOf, linesOf } from '../support/node/site.js';

const SAMPLE = 'stories/feeds/overvecht.json';
/** A time long ago, to see whether a file was written. */
const LONG_AGO = new Date('2001-01-01');

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
    writeFeed({ sessions: [] });
    await made();
    assert.deepEqual(statSync(at('foto/soep.svg')).mtime, LONG_AGO);
    assert.notDeepEqual(statSync(at('feed.json')).mtime, LONG_AGO);
    assert.equal(existsSync(at('programme.ics')), false);
  });

  it('publishes what the feed says, to be read without anything to mend, with a page for each enterprise, and no draft', async () => {
    assert.equal((await ceal('site', '--feed', SAMPLE, '--out', out)).code, 0);
    const [source, published] = [readFileSync(SAMPLE), readFileSync(at('feed.json'))].map((bytes) =>
      parseFeed(bytes, `${NOWHERE}feed.json`),
    );
    assert.ok(source?.ok && published?.ok);
    assert.deepEqual(published.issues, []);
    const withPages = source.feed.enterprises.map((one) => {
      const url = `${NOWHERE}e/${one.id}.html`;
      const label = { nl: 'Pagina over deze onderneming', en: 'Page about this enterprise' };
      return one.links.length > 0 ? one : { ...one, links: [{ url, label, kind: 'page' }] };
    });
    assert.deepEqual(published.feed, { ...source.feed, enterprises: withPages });
    rmSync(out, { recursive: true });
    await made();
    assert.doesNotMatch(read('feed.json'), /geheim/);
  });

  it('mends the feed: dates, lists and addresses are as the format has them', async () => {
    writeFeed({ sessions: [{ id: 'a', title: 'A', start: '9 september 2027' }] });
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
