/** The files of frames: pages, oEmbed, and what the build has made of them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { WIDGETS } from '#tools/elements.mjs';
import { framePage } from '../../../src/embed/frame/files/frame-page-markup.js';
import { frameName, frameTitle } from '../../../src/embed/frame/files/frame-widget.js';
import { oembedOf } from '../../../src/embed/frame/files/oembed.js';
import { framePolicy } from '../../../src/embed/frame/files/policy.js';
import { OWN_ORIGIN } from '../../../src/embed/frame/files/allowed.js';
import { readJson, readText } from '../../support/node/published.js';

const widget = { tag: 'ceal-enterprise-gallery', attributes: ['src', 'page-size'] };

describe('dist/embed', () => {
  const widgets = readJson('dist/embed/widgets.json') as (typeof widget)[];

  it('has a page for each widget of the registry, by its tag', () => {
    assert.deepEqual(
      widgets.map(({ tag }) => tag),
      WIDGETS.map(({ tag }) => tag),
    );
    for (const one of widgets)
      assert.equal(readText(`dist/embed/${frameName(one)}.html`), framePage({ widget: one }));
  });

  it('knows the attributes of each, but for those of the site alone', () => {
    for (const { attributes } of widgets) {
      for (const name of ['src', 'heading', 'scheme']) assert.ok(attributes.includes(name), name);
      for (const name of ['data', 'labels', 'hidden-fields']) assert.ok(!attributes.includes(name), name);
    }
    assert.ok(widgets.some(({ attributes }) => attributes.includes('endpoint')));
  });

  it('allows the own origin only', () => assert.deepEqual(readJson('dist/embed/allowed.json'), OWN_ORIGIN));
});

describe('a frame page', () => {
  const validate = new HtmlValidate({ extends: ['html-validate:standard'] });

  it('is valid HTML, whatever is put into it', async () => {
    for (const page of [
      framePage({ widget }),
      framePage({
        widget,
        lang: 'en',
        oembed: 'https://site.example/"><script>alert(1)</script>',
        content: '<ceal-enterprise-gallery src="../feed.json"></ceal-enterprise-gallery>',
      }),
    ]) {
      const { results } = await validate.validateString(page);
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        [],
      );
      assert.doesNotMatch(page, /<script>|style=/);
    }
  });

  it('names its oEmbed file where it is told the address', () => {
    const oembed = 'https://site.example/embed/oembed/enterprise-gallery.json';
    assert.match(
      framePage({ widget, oembed }),
      /<link rel="alternate" type="application\/json\+oembed" href="https/,
    );
    assert.doesNotMatch(framePage({ widget }), /oembed/);
  });

  it('has a policy that lets through nothing of other origins but pictures, and what it is told', () => {
    assert.match(framePolicy(), /^default-src 'none'; script-src 'self'; style-src 'self'; /);
    assert.match(framePolicy(), /; connect-src 'self'; /);
    assert.doesNotMatch(framePolicy(), /unsafe|\*|frame-ancestors/);
    const policy = framePolicy({ ancestors: ["'self'", 'https://a.example'] });
    assert.match(policy, /; frame-ancestors 'self' https:\/\/a\.example$/);
  });
});

describe('oEmbed', () => {
  const base = 'https://site.example/ceal/';

  it('is what its readers ask for', () => {
    const { html, ...rest } = oembedOf({
      widget,
      base,
      parameters: { src: '/feed.json', heading: 'A "B" & C' },
    });
    assert.deepEqual(rest, {
      type: 'rich',
      version: '1.0',
      title: 'Enterprise gallery',
      provider_name: 'site.example',
      provider_url: 'https://site.example/',
      cache_age: 86_400,
      width: 800,
      height: 600,
    });
    assert.match(
      html,
      /^<iframe data-ceal-frame src="https:\/\/site\.example\/ceal\/embed\/enterprise-gallery\.html\?src=%2Ffeed\.json&amp;heading=A\+%22B%22\+%26\+C" title="Enterprise gallery" loading="lazy" width="100%" height="600"><\/iframe>$/,
    );
  });

  it('writes no markup of a title', () =>
    assert.match(oembedOf({ widget, base, title: '"><script>' }).html, / title="&quot;&gt;&lt;script&gt;" /));

  it('needs the address in full', () => assert.throws(() => oembedOf({ widget, base: '../' }), TypeError));

  it('names a widget by its tag', () =>
    assert.deepEqual([frameName(widget), frameTitle(widget)], ['enterprise-gallery', 'Enterprise gallery']));
});
