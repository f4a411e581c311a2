/** The pages of a site: valid and readable without script, in both languages, for search engines and for whoever pastes. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { registry } from '../../src/registry.js';
import { PAGE_POLICY } from '../../src/site/headers/rules.js';
import { SYSTEMS, snippet } from '../../src/site/pages/snippets.js';
import { WIDGETS } from '../../src/site/widgets.js';
import { MOVING_VERSION } from '../../src/site/versions.js';
import { VERSION } from '../../src/version.js';
import { invalidInPage } from '../support/node/markup.js';
import { BASE, dataOf, folder, page, pagesOf } from '../support/node/site-pages.js';

const SAMPLE = 'stories/feeds/overvecht.json';

/** Scripts of the pages, and of those for frames. */
const PAGE_SCRIPT = /type="application\/ld\+json"|src="0\/ceal-widgets\.js"/;
const FRAME_SCRIPT = /src="\.\.\/(?:ceal-widgets|embed\/frame-page)\.js"/;

describe('the pages of a site', () => {
  let site: Awaited<ReturnType<typeof pagesOf>>;
  before(async () => (site = await pagesOf('sample', SAMPLE, '--base', BASE)));

  it('are valid HTML, without a style or a script of their own', async () => {
    assert.ok(site.pages.size > 100);
    for (const [path, text] of site.pages) {
      assert.deepEqual(await invalidInPage(text), [], path);
      assert.doesNotMatch(text, /<style|\sstyle=|\son[a-z]+=/, path);
      const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(text) ?? [];
      assert.equal(policy?.replaceAll('&#39;', "'"), PAGE_POLICY, path);
      for (const [script] of text.matchAll(/<script[^>]*>/g))
        assert.match(script, path.includes('/embed/') ? FRAME_SCRIPT : PAGE_SCRIPT, path);
    }
  });

  it('lead nowhere but to files of the site, and to places in them that are there', () => {
    for (const [path, text] of site.pages)
      for (const [, address = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        const url = new URL(address.replaceAll('&amp;', '&'), BASE + path);
        if (!url.href.startsWith(BASE)) continue;
        const target = decodeURIComponent(url.pathname.slice('/ceal/'.length)) || 'index.html';
        assert.ok(existsSync(join(site.out, target)), `${path}: ${address}`);
        const id = url.hash.slice(1);
        // A widget's own places are found by its script.
        if (id && !id.startsWith('ceal-'))
          assert.match(page(site.pages, target), new RegExp(`id="${id}"`), `${path}: ${address}`);
      }
  });

  it('say what an enterprise is, with its picture for whoever shares it, and lead back', () => {
    const text = page(site.pages, 'e/ex-soep.html');
    assert.match(text, /<html lang="nl">/);
    assert.match(text, /<h1>Soep van overschot<\/h1>/);
    assert.match(text, /<dt>Fase<\/dt><dd>Eerste versie<\/dd>/);
    assert.match(text, /<meta property="og:title" content="Soep van overschot">/);
    assert.ok(text.includes(`<meta property="og:image" content="${BASE}images/soep.svg">`));
    assert.ok(text.includes(`<link rel="canonical" href="${BASE}e/ex-soep.html">`));
    assert.match(text, /<a href="\.\.\/index\.html#enterprise-gallery">Alle ondernemingen<\/a>/);
    assert.match(text, /<strong>Voorbeeld\.<\/strong>/);
    // What is made up is nothing for search engines.
    assert.deepEqual(dataOf(text), []);
  });

  it('are there in the other language where the feed has words in it, linked both ways', () => {
    const text = page(site.pages, 'e/ex-soep.en.html');
    assert.match(text, /<html lang="en">/);
    assert.match(text, /<h1>Surplus soup<\/h1>/);
    assert.match(text, /hreflang="nl" href="\.\.\/e\/ex-soep\.html">Nederlands</);
    assert.match(
      page(site.pages, 'e/ex-soep.html'),
      /hreflang="en" href="\.\.\/e\/ex-soep\.en\.html">English</,
    );
    assert.match(page(site.pages, 'index.en.html'), /<a href="e\/ex-soep\.en\.html">Surplus soup<\/a>/);
  });

  it('tell search engines of enterprises and sessions, each once', () => {
    const [enterprise] = dataOf(page(site.pages, 'e/mama-cafe.html'));
    const [organisation] = enterprise!['@graph'];
    assert.equal(organisation!['@type'], 'Organization');
    assert.equal(organisation!['name'], 'Mama Café');
    assert.equal(organisation!['mainEntityOfPage'], `${BASE}e/mama-cafe.html`);
    for (const [path, text] of site.pages) assert.ok(dataOf(text).length <= 1, path);
  });
});

describe('the page of a session', () => {
  const feed = join(folder, 'sessions.json');

  it('says when and where in words, and the same for search engines', async () => {
    const session = { id: 'start', title: 'Start', place: { name: 'Buurthuis' } };
    const sessions = [
      { ...session, start: '2027-09-09T13:30:00+02:00', end: '2027-09-09T17:00:00+02:00' },
      { id: 'week', title: 'Week', start: '2027-09-13', end: '2027-09-17', status: 'cancelled' },
      { id: 'later', title: 'Later', online: 'https://video.example/x' },
      { id: 'ooit', title: 'Ooit', start: '2027-09-10', status: 'moved', movedFrom: { start: '2027-09-08' } },
    ];
    writeFileSync(feed, JSON.stringify({ version: '1.0', id: 'proef', language: 'nl', sessions }));
    const { pages } = await pagesOf('sessions', feed, '--base', BASE);
    const start = page(pages, 's/start.html');
    assert.match(start, /<dd>donderdag 9 september 2027, 13:30 tot 17:00<\/dd>/);
    assert.match(start, /<dt>Waar<\/dt><dd>Buurthuis<\/dd>/);
    const [event] = dataOf(start)[0]!['@graph'];
    assert.equal(event!['@type'], 'Event');
    assert.equal(event!['startDate'], '2027-09-09T13:30:00+02:00');
    assert.equal(event!['url'], `${BASE}s/start.html`);
    const week = page(pages, 's/week.html');
    assert.match(week, /<dd>13 september 2027 tot en met 17 september 2027<\/dd>/);
    assert.match(week, /<strong>Geannuleerd<\/strong>|<strong>Gaat niet door<\/strong>/);
    assert.match(page(pages, 's/later.html'), /<dd>Datum volgt<\/dd>/);
    assert.match(page(pages, 's/later.html'), /<a href="https:\/\/video\.example\/x">/);
    assert.match(page(pages, 's/ooit.html'), /8 september 2027/);
    // No text of it is in another language.
    assert.equal(pages.has('s/start.en.html'), false);
    const index = page(pages, 'index.html');
    assert.ok(index.includes(`calendar-src="${BASE}programme.ics"`));
    // Without a day of its own the feed has nothing that a later run would render the same.
    assert.match(
      index,
      /<ceal-programme-timeline src="feed\.json"[^>]*>\s*<ul>\s*<li><a href="s\/start\.html">Start</,
    );
  });
});

describe('the foot of a page', () => {
  it('says who publishes the feed, under which licence, and when it was changed', async () => {
    const feed = join(folder, 'foot.json');
    const head = { version: '1.0', id: 'proef', language: 'nl', updated: '2026-11-24' };
    const facts = { publisher: 'Organisatie (voorbeeld)', licence: 'CC BY 4.0' };
    writeFileSync(feed, JSON.stringify({ ...head, ...facts, enterprises: [{ id: 'a', name: 'A' }] }));
    const text = page((await pagesOf('foot', feed)).pages, 'e/a.html');
    assert.match(text, /<p>Uitgever: Organisatie \(voorbeeld\)<\/p>\s*<p>Licentie: CC BY 4\.0<\/p>/);
    assert.match(text, /<p>Laatst veranderd: 24 november 2026<\/p>/);
    assert.match(text, /type="application\/feed\+json" title="Wat is er nieuw" href="\.\.\/news\.json"/);
  });
});

describe('the first page', () => {
  it('has every widget, with what to paste in each system', async () => {
    assert.deepEqual(
      ['ceal-feed', ...WIDGETS.map((widget) => `ceal-${widget}`)].toSorted(),
      Object.keys(registry).toSorted(),
    );
    const { pages } = await pagesOf('first', SAMPLE, '--base', BASE);
    const text = page(pages, 'index.html');
    for (const [host, words] of Object.entries({ sharepoint: 'SharePoint', editor: 'TYPO3' }))
      for (const path of ['index.html', 'index.en.html'])
        assert.equal(
          page(pages, path).split(new RegExp(`<summary>[^<]*${words}`)).length - 1,
          WIDGETS.length,
          host,
        );
    for (const widget of WIDGETS) {
      assert.ok(text.includes(`<ceal-${widget} lang="nl" src="feed.json"`), widget);
      assert.ok(text.includes(`&lt;ceal-${widget} src=&quot;${BASE}feed.json&quot;`), widget);
    }
    assert.ok(text.includes(`src=&quot;${BASE}${MOVING_VERSION}/ceal-widgets.js&quot;`));
    const hashes = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<string, string>;
    assert.ok(text.includes(`integrity=&quot;${hashes['ceal-widgets.bundle.js']}&quot;`));
    assert.ok(text.includes(`${BASE}${VERSION}/ceal-widgets.bundle.js`));
    assert.ok(
      page((await pagesOf('nowhere', SAMPLE)).pages, 'index.en.html').includes('https://YOUR-SITE/feed.json'),
    );
  });

  it('has frames where the build has them, with the script where it may stand', () => {
    const sources = { base: BASE, integrity: 'sha384-x', link: 'A "b" & <c>' };
    const hosts = ['frame', 'sharepoint', 'wix-frame'] as const;
    const codesOf = (build: readonly string[]) =>
      hosts.map((host) => snippet('oasis-guide', host, { ...sources, build: new Set(build) }));
    assert.deepEqual(codesOf([]), [undefined, undefined, undefined]);
    const [frame = '', sharepoint = '', wix] = codesOf(['embed/oasis-guide.html', 'ceal-frame.js']);
    const src = `${BASE}${MOVING_VERSION}/embed/oasis-guide.html?src=${encodeURIComponent(`${BASE}feed.json`)}`;
    for (const code of [frame, sharepoint]) {
      assert.ok(code.includes(`data-ceal-frame\n  src="${src}"`), code);
      assert.ok(code.includes('title="A &quot;b&quot; &amp; &lt;c&gt;"'));
    }
    assert.equal(
      frame.slice(sharepoint.length).trim(),
      `<script defer src="${BASE}${MOVING_VERSION}/ceal-frame.js"></script>`,
    );
    assert.equal(wix, src);
  });

  it('has placeholders, which name the widget, its feed, and a link to be read without script', () => {
    const sources = { base: BASE, integrity: 'sha384-x', link: 'Meedoen', build: new Set<string>() };
    assert.equal(
      snippet('signup-form', 'editor', sources)?.split('\n\n')[1],
      `<div data-ceal-widget="signup-form" data-src="${BASE}feed.json" data-endpoint="/signups">
  <p><a href="${BASE}">Meedoen</a></p>
</div>`,
    );
  });

  it('has snippets that are valid where they are pasted', async () => {
    const build = new Set(WIDGETS.map((widget) => `embed/${widget}.html`));
    for (const widget of WIDGETS)
      for (const host of SYSTEMS.filter((one) => !one.startsWith('wix'))) {
        const code = snippet(widget, host, { base: BASE, integrity: 'sha384-x', build, link: 'Meer' });
        // A style sheet may stand in a body, and every browser knows a width in percent.
        const body = code!.replace(/<link[^>]*>/g, '');
        const text = `<!doctype html><html lang="nl"><head><title>x</title></head><body>${body}</body></html>`;
        assert.deepEqual(
          (await invalidInPage(text)).filter(
            (line) => !/void-style|no-self-closing|"width" has invalid value "100%"/.test(line),
          ),
          [],
          `${widget} ${host}`,
        );
      }
  });
});
