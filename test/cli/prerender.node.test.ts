/** The command prerender: what it writes, when, and what it says. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ceal } from '../support/node/program.js';

const FEED = {
  version: '1.0',
  id: 'proef',
  language: 'nl',
  title: 'Proef',
  enterprises: [{ id: 'a', name: 'Voorbeeld A', status: 'running' }],
  sessions: [{ id: 'b', title: 'B', start: 'ooit' }],
};

let folder: string;
let feed: string;
let out: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-prerender-'));
  feed = join(folder, 'feed.json');
  out = join(folder, 'gallery.html');
});
beforeEach(() => {
  writeFileSync(feed, JSON.stringify(FEED));
  rmSync(out, { force: true });
});
after(() => rmSync(folder, { recursive: true, force: true }));

const gallery = (...more: readonly string[]) =>
  ceal('prerender', '--feed', feed, '--widget', 'enterprise-gallery', ...more);

describe('the command prerender', () => {
  it('writes HTML, again only when more has changed than the moment, and leaves nothing beside it', async () => {
    const first = await gallery('--out', out, '--now', '2027-01-01T12:00+01:00');
    assert.deepEqual([first.code, first.output], [0, `${out} is written.\n`]);
    const text = readFileSync(out, 'utf8');
    assert.match(
      text,
      /^<ceal-enterprise-gallery lang="nl" data-ceal-prerendered="2027-01-01T11:00:00\.000Z">/,
    );
    assert.match(text, /Voorbeeld A/);
    assert.match((await gallery('--out', out)).output, /^Nothing has changed/);
    assert.equal(readFileSync(out, 'utf8'), text);
    writeFileSync(feed, JSON.stringify({ ...FEED, enterprises: [{ id: 'a', name: 'Voorbeeld B' }] }));
    assert.match((await gallery('--out', out)).output, /is written/);
    assert.deepEqual(readdirSync(folder).toSorted(), ['feed.json', 'gallery.html']);
  });

  it('takes attributes, a language and the place of the files', async () => {
    const { code, output } = await gallery(
      ...['--attr', 'heading=Wat "wij" doen', '--attr', 'language-switch', '--attr', 'src=/feed.json'],
      ...['--lang', 'en', '--files', 'https://files.example/1'],
    );
    assert.equal(code, 0);
    assert.match(
      output,
      /^<ceal-enterprise-gallery lang="en" heading="Wat &quot;wij&quot; doen" language-switch src="\/feed\.json"/,
    );
    assert.match(output, /href="https:\/\/files\.example\/1\/styles\/enterprise-gallery\.css"/);
    assert.match(output, /<h2[^>]*>Wat &quot;wij&quot; doen<\/h2>/);
    assert.match(output, />Search/);
  });

  it('tells what does not fit, of what the widget shows', async () => {
    const timeline = await ceal(
      'prerender',
      '--feed',
      feed,
      '--widget',
      'programme-timeline',
      '--lang',
      'en',
    );
    assert.equal(timeline.code, 0);
    assert.match(timeline.output, /^\/sessions\/0\/start: /m);
    assert.doesNotMatch((await gallery()).output, /^\/sessions/m);
  });

  it('says what is wrong, and leaves the old file', async () => {
    assert.equal((await gallery('--out', out)).code, 0);
    const text = readFileSync(out, 'utf8');
    const wrong: [args: string[], message: RegExp][] = [
      [[], /Name the feed/],
      [['--feed', feed], /Name the widget/],
      [
        ['--feed', feed, '--widget', 'gallerij'],
        /There is no widget "gallerij"\. There are: enterprise-gallery, /,
      ],
      [['--feed', feed, '--widget', 'constructor'], /There is no widget/],
      [['--feed', feed, '--widget', 'ceal-feed'], /There is no widget/],
      [['--attr', 'page-sise=3'], /page-sise.*page-size/],
      [['--attr', 'page-size=veel'], /page-size takes a number.*veel/],
      [['--attr', 'layout=rond'], /“rond”.*auto, grid, list/],
      [['--attr', 'layout=rond', '--lang', 'nl'], /kent “rond” niet/],
      [['--attr', 'style=color:red'], /takes no attribute style here/],
      [['--attr', 'onclick=x()'], /takes no attribute onclick here/],
      [['--attr', 'data=[]'], /takes no attribute data here/],
      [['--attr', '"x"'], /--attr is a name and a value/],
      [['--attr', 'id=a', '--attr', 'id=b'], /--attr id is there twice/],
      [['--now', 'morgen'], /--now is a moment/],
      [['--base', 'feed.json'], /--base is an address/],
      [['--lang', '!'], /"!" is no language tag/],
      [['--out', feed], /is the feed itself/],
    ];
    for (const [args, message] of wrong) {
      const isWhole = args.length === 0 || args[0] === '--feed';
      const ended = await (isWhole ? ceal('prerender', ...args) : gallery(...args));
      assert.equal(ended.code, 2, args.join(' '));
      assert.match(ended.output, message);
      assert.doesNotMatch(ended.output, /\n\s+at /);
    }
    writeFileSync(feed, '{"version": 1,}');
    const broken = await gallery('--out', out);
    assert.equal(broken.code, 1);
    assert.match(broken.output, /This is no feed\. .*comma too many/);
    assert.match((await gallery('--lang', 'nl')).output, /komma te veel/);
    assert.equal(
      (await ceal('prerender', '--feed', join(folder, 'weg.json'), '--widget', 'oasis-guide')).code,
      1,
    );
    assert.equal(readFileSync(out, 'utf8'), text);
  });
});
