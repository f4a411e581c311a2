/** The pages of a site of a hostile feed: they stay in its folder, and show its texts as texts. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pageAddresses, UNKNOWN_BASE, writtenAddress } from '../../src/site/addresses.js';
import { publishFeed } from '../../src/site/published-feed.js';
import { makeSite } from '../../src/site/site.js';
import { invalidInPage } from '../support/node/markup.js';
import { BASE, dataOf, folder, page, pagesOf } from '../support/node/site-pages.js';

describe('the pages of a hostile feed', () => {
  const EVIL = `</script><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
  const evil = { nl: `${EVIL} nl`, en: `${EVIL} en`, '"><script>': EVIL };
  const entry = { title: evil, name: evil, tagline: evil, description: evil, summary: evil };
  const ids = [
    '../x',
    '..',
    '<script>',
    'con/../../etc',
    'a'.repeat(5_000),
    'index',
    '.htaccess',
    'a\u0000b',
  ];
  const hostile = {
    version: '1.0',
    id: 'boos',
    title: evil,
    language: 'nl',
    enterprises: ids.map((id) => ({
      ...entry,
      id,
      image: { src: 'javascript:alert(1)', alt: evil },
      links: [{ url: 'https://a.example/"><script>alert(1)</script>', label: evil }],
      sources: [{ label: evil, note: evil }],
      place: { name: evil, address: evil },
    })),
    sessions: ids.map((id) => ({
      ...entry,
      id,
      start: '2027-09-09',
      place: { name: evil },
      online: 'data:x',
    })),
  };

  it('stay in the folder, and show its texts as texts', async () => {
    const text = JSON.stringify(hostile);
    const { made } = makeSite({
      published: publishFeed(new TextEncoder().encode(text)),
      build: [{ path: 'ceal-widgets.bundle.js', content: '' }],
      beside: [],
      licence: '',
      base: BASE,
      earlier: { manifest: new Map(), files: [] },
    });
    const pages = made.filter(({ path }) => path.endsWith('.html'));
    assert.ok(pages.length > 10);
    for (const { path } of made) assert.match(path, /^(?:[\w-][\w.-]*\/)*[\w.-]{1,90}$/);
    for (const { path } of made) assert.ok(!path.split('/').includes('..'), path);
    for (const { path, content } of pages) {
      const html = content as string;
      assert.deepEqual(await invalidInPage(html), [], path);
      assert.doesNotMatch(html, /<script>|<img src=x|href="(?:javascript|data):/i, path);
      for (const data of dataOf(html)) assert.ok(data['@graph'].length > 0, path);
    }
    const index = pages.filter(({ path }) => path === 'e/index.html');
    assert.equal(index.length, 1);
  });

  it('lead to files where an address beside the feed looks like a script', () => {
    const path = UNKNOWN_BASE.slice('https://invalid.invalid'.length);
    const scripts = [
      `${UNKNOWN_BASE}${path}javascript:alert(1)`,
      `${UNKNOWN_BASE}javascript:alert(1)`,
      `./${path}javascript:alert(1)`,
      `./${path}${path}javascript:alert(1)`,
      './javascript:alert(1)',
      './/evil.example/javascript:alert(1)',
      '/.//evil.example/',
    ];
    for (const script of scripts) {
      const { href } = new URL(script, UNKNOWN_BASE);
      const written = writtenAddress(href);
      assert.equal(new URL(written, UNKNOWN_BASE).href, href, script);
      for (const page of ['index.html', 'e/a.html', '0/embed/frame.html']) {
        const { origin } = new URL(pageAddresses(page, undefined).linkTo(written), BASE + page);
        assert.equal(origin, new URL(BASE).origin, script);
      }
    }
    const link = (url: string) => ({ url, label: 'Link' });
    const feed = {
      version: '1.0',
      id: 'boos',
      language: 'nl',
      enterprises: [
        { id: 'a', name: 'A', links: scripts.map(link), sources: scripts.map(link) },
        ...scripts.map((src, index) => ({ id: `b${index}`, name: 'B', image: { src, alt: 'B' } })),
      ],
      sessions: scripts.map((url, index) => ({
        id: `c${index}`,
        title: 'C',
        online: url,
        place: { name: 'D', url },
        links: [link(url)],
      })),
    };
    for (const base of [BASE, undefined]) {
      const { made } = makeSite({
        published: publishFeed(new TextEncoder().encode(JSON.stringify(feed))),
        build: [{ path: 'ceal-widgets.bundle.js', content: '' }],
        beside: [],
        licence: '',
        base,
        earlier: { manifest: new Map(), files: [] },
      });
      const pages = made.filter((file) => /^[es]\/.*\.html$/.test(file.path));
      assert.equal(pages.length, 1 + 2 * scripts.length);
      let links = 0;
      for (const { path: page, content } of pages)
        for (const [, address = ''] of (content as string).matchAll(/\s(?:href|src)="([^"]*)"/g)) {
          const url = new URL(address, BASE + page);
          assert.equal(url.origin, new URL(BASE).origin, `${page}: ${address}`);
          if (address.includes('javascript:')) links++;
        }
      assert.ok(links >= 5 * 6, String(links));
    }
  });

  it('keep a very long text in the page, and out of the description', async () => {
    const feed = join(folder, 'long.json');
    const description = 'Lang verhaal. '.repeat(300);
    const enterprises = [{ id: 'lang', name: 'Lang', description }];
    writeFileSync(feed, JSON.stringify({ version: '1.0', id: 'lang', language: 'nl', enterprises }));
    const text = page((await pagesOf('long', feed)).pages, 'e/lang.html');
    const [, shown = ''] = /<meta name="description" content="([^"]*)"/.exec(text) ?? [];
    assert.ok(shown.length <= 300);
    assert.ok(text.includes(description.trim()));
  });
});
