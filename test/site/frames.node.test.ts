/** The pages for frames of a site. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { escapeMarkup } from '../../src/escape-markup.js';
import { framePolicy } from '../../src/embed/frame/files/policy.js';
import { VERSION } from '../../src/version.js';
import {
  at,
  FEED,
  feed,
  folder,
  made,
  MOVING,
  PICTURE,
  read,
  write,
  writeFeed,
} from '../support/node/made-site.js';
import { invalidInPage } from '../support/node/markup.js';

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
    writeFeed({ language: 'en' });
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
    // Without script a card leads to its page in the site, where the feed names none.
    assert.match(page, /<a class="name-link" href="\.\.\/\.\.\/e\/soep\.html"[^>]*>\s*Soep\s*</);
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
    writeFeed({ enterprises });
    await made();
    const page = read(`${embed}/enterprise-gallery.html`);
    assert.match(page, /srcset="\.\.\/\.\.\/foto\/soep\.svg 300w,\.\.\/\.\.\/foto\/groot,1\.svg 900w"/);
    assert.match(page, /href="\.\.\/\.\.\/\.\.\/boven\/a\.html"/);
  });

  it('wait for their script where the feed does not say when it was changed, which the command tells', async () => {
    const { updated: _, ...undated } = FEED;
    write(feed, JSON.stringify(undated));
    assert.match(
      await made(),
      /pages for frames show nothing, and the first page only names: the feed does not say/,
    );
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

  it('may read from and send to other sites once allowed.json names them', async () => {
    await made();
    const allowed = {
      feeds: [
        '/',
        'https://feeds.example/overvecht/',
        'https://a;b/',
        "https://a'b/",
        'ftp://c.example/',
        ':',
      ],
      forms: ['/', 'https://aanmelden.example:8443/signups', 'HTTPS://Feeds.example'],
    };
    write(at(`${embed}/allowed.json`), JSON.stringify(allowed));
    assert.match(await made(), /is made/);
    const policy = framePolicy({ connect: ['https://aanmelden.example:8443', 'https://feeds.example'] });
    assert.match(policy, /connect-src 'self' https:\/\/aanmelden\.example:8443 https:\/\/feeds\.example;/);
    const page = read(`${embed}/signup-form.html`);
    assert.ok(page.includes(escapeMarkup(policy)), page);
    assert.deepEqual(await invalidInPage(page), []);
    for (const name of ['_headers', '.htaccess', 'nginx.conf', 'Caddyfile']) {
      assert.ok(read(name).includes(policy), name);
      // The pages of an exact version are as they were built.
      assert.ok(read(name).includes(framePolicy()), name);
    }
    for (const damaged of ['{', JSON.stringify({ feeds: 'https://feeds.example' })]) {
      write(at(`${embed}/allowed.json`), damaged);
      await made();
      assert.ok(read(`${embed}/signup-form.html`).includes(escapeMarkup(framePolicy())), damaged);
      assert.equal(read(`${embed}/allowed.json`), damaged);
    }
  });
});
