/** Widgets as HTML from Node: what stands in it, that it is valid and holds under a strict policy, and what it refuses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { WIDGETS } from '#tools/elements.mjs';
import { plainHtml } from '../../src/prerender/plain-html.js';
import { invalidIn } from '../support/node/markup.js';
import { NOW, prerender, widgetOf } from '../support/node/prerendered-site.js';
import { ENTERPRISES, FEED, inDutch } from '../support/node/visit.js';

/** The words of HTML, as a reader has them. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

const FEED_WITH_PICTURES = {
  version: '1.0',
  id: 'voorbeeld',
  language: 'nl',
  title: 'Voorbeeld',
  enterprises: [
    {
      id: 'soep',
      name: 'Soep < "brood" & co',
      status: 'running',
      image: { src: 'beeld/soep.webp', alt: 'Een pan soep' },
      links: [{ url: 'https://soep.example/', kind: 'website' }],
    },
  ],
};

describe('a prerendered widget', () => {
  for (const { tag, folder } of WIDGETS) {
    it(`${tag}: is valid HTML, with a linked style sheet and no inline style or script`, async () => {
      const html = await widgetOf(folder);
      assert.match(html, new RegExp(`^<${tag} lang="nl" src="/feeds/feed\\.json" data-ceal-prerendered="`));
      assert.match(
        html,
        new RegExp(
          `<template shadowrootmode="open">\\n<link rel="stylesheet" href="/ceal-widgets/styles/${folder}\\.css">`,
        ),
      );
      assert.doesNotMatch(
        html,
        /<style|<script|\sstyle=|\son[a-z]+=|<!--|javascript:|="(?:undefined|false)"(?<!aria-[a-z]+="false")(?<!spellcheck="false")/,
      );
      // What stands in a template is checked as what stands in a body.
      const content = html.replace(/<template[^>]*>\n<link[^>]*>/, '').replace('</template>', '');
      assert.deepEqual(await invalidIn(content), []);
    });

    it(`${tag}: has a style sheet with what is in its styles`, () => {
      const css = readFileSync(`dist/styles/${folder}.css`, 'utf8');
      assert.match(css, /:host\{display:block\}/);
      assert.match(css, /@media \(scripting:\s*none\)/);
    });

    it(`${tag}: is the same to the byte for the same feed and moment`, async () => {
      assert.equal(await widgetOf(folder), await widgetOf(`ceal-${folder}`));
    });
  }

  it('has the names of the enterprises, each card with its heading', async () => {
    const html = await widgetOf('enterprise-gallery', { attributes: { 'page-size': '5' } });
    const names = [...html.matchAll(/<h3>([^]*?)<\/h3>/g)].map(([, name = '']) => wordsOf(name));
    assert.equal(names.length, 5);
    ENTERPRISES.slice(0, 5).forEach(({ name }, index) =>
      assert.ok(names[index]!.includes(inDutch(name)), names[index]),
    );
  });

  it('has the dates of all sessions, as Amsterdam has them, in both languages', async () => {
    const words = wordsOf(await widgetOf('programme-timeline'));
    for (const { title } of FEED.sessions) assert.ok(words.includes(inDutch(title)), inDutch(title));
    const feed = {
      version: '1.0',
      id: 'x',
      language: 'nl',
      sessions: [{ id: 'a', title: 'Een', start: '2027-07-01T22:30:00Z', end: '2027-07-01T23:30:00Z' }],
    };
    assert.match(
      wordsOf(await prerender(feed, { widget: 'programme-timeline', now: NOW })),
      /vrijdag 2 juli 2027[^]*0:30/,
    );
    assert.match(
      wordsOf(await prerender(feed, { widget: 'programme-timeline', now: NOW, language: 'en' })),
      /Friday,? 2 July 2027[^]*0:30/,
    );
  });

  it('says what is over by the moment it is given', async () => {
    const feed = {
      version: '1.0',
      id: 'x',
      language: 'nl',
      sessions: [{ id: 'a', title: 'Een', start: '2027-07-01' }],
    };
    const at = async (now: number) => wordsOf(await prerender(feed, { widget: 'programme-timeline', now }));
    assert.doesNotMatch(await at(Date.parse('2027-06-30')), /Voorbij/);
    assert.match(await at(Date.parse('2027-07-03')), /Voorbij/);
  });

  it('has all steps of the guide', async () => {
    const words = wordsOf(await widgetOf('oasis-guide'));
    for (const { name } of FEED.oasis.steps) assert.ok(words.includes(inDutch(name)));
  });

  it('has a form that sends nothing by itself, and whom to ask', async () => {
    const html = await widgetOf('signup-form');
    assert.match(html, /<button type="submit"[^>]* disabled>/);
    assert.match(html, /<div class="without-script">[^]*<a [^>]*href="mailto:[^]*<slot><\/slot>/);
  });

  it('has pictures, links and words that no feed can break out of', async () => {
    const html = await prerender(FEED_WITH_PICTURES, {
      widget: 'enterprise-gallery',
      base: 'https://site.example/feeds/feed.json',
      now: NOW,
    });
    assert.match(
      html,
      /<img [^>]*src="https:\/\/site\.example\/feeds\/beeld\/soep\.webp"[^>]*alt="Een pan soep"/,
    );
    assert.match(html, /<a class="name-link" href="https:\/\/soep\.example\/">/);
    assert.match(html, /Soep &lt; &quot;brood&quot; &amp; co/);
  });

  it('takes addresses beside the feed from its src on the same site, and asks for a base without one', async () => {
    const options = { widget: 'enterprise-gallery', now: NOW };
    const rooted = await prerender(FEED_WITH_PICTURES, {
      ...options,
      attributes: { src: '/feeds/feed.json' },
    });
    assert.match(rooted, / src="\/feeds\/beeld\/soep\.webp"/);
    await assert.rejects(prerender(FEED_WITH_PICTURES, options), /"beeld\/soep\.webp".*"base"/);
  });

  it('links to a calendar, from the page where its address is not whole', async () => {
    const linked = async (address: string) => {
      const html = await widgetOf('programme-timeline', { attributes: { 'calendar-src': address } });
      assert.doesNotMatch(html, /invalid\.invalid/);
      return /<a [^>]*href="([^"]*)"[^>]*>Volg het programma/.exec(html)?.[1];
    };
    assert.equal(await linked('https://site.example/programme.ics'), 'webcal://site.example/programme.ics');
    for (const address of [
      'programme.ics',
      '../a/programme.ics?x=1',
      '/programme.ics',
      '//site.example/p.ics',
    ])
      assert.equal(await linked(address), address);
  });

  it('keeps the empty lines of a text that shows them, and no others', () => {
    const template = '\n <p\n  class="a"> \n\n <!--lit-part-->x<!--/lit-part--></p>\n\n ';
    for (const element of ['<p class="lines">', '<p dir="auto" class="note lines small" id="a">'])
      assert.equal(
        plainHtml(
          `${template}${element}<!--lit-part-->a\n\n  b <b>c\n\nd</b><!--/lit-part--></p>${template}`,
        ),
        `<p class="a">\nx</p>\n${element}a\n\n  b <b>c\n\nd</b></p>\n<p class="a">\nx</p>`,
      );
    assert.equal(plainHtml('<p class="lines-of">a\n\nb</p>'), '<p class="lines-of">a\nb</p>');
  });

  it('shows the history with its styles', async () => {
    const html = await widgetOf('programme-timeline', { attributes: { view: 'history' } });
    assert.match(html, /part="year/);
  });
});
