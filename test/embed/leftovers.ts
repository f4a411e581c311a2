import type { SNIPPETS } from './snippets.js';

/** The output of a sanitiser for each snippet. */
interface Recording {
  readonly by: string;
  /** The way in which it was recorded, with the exact version. */
  readonly how: string;
  /** True if placeholders come through. */
  readonly keeps: boolean;
  readonly leftovers: Readonly<Record<keyof typeof SNIPPETS, string>>;
}

/**
 * What is left of the snippets by sanitisers that are not among our packages, as they are large or written in PHP. Each
 * was run once on exactly those snippets; what it left stands here unchanged.
 */
export const RECORDINGS: readonly Recording[] = [
  {
    by: 'WordPress',
    how: 'wp_kses_post() of wp-includes/kses.php in WordPress 6.2.6, 6.5.5 and 6.7-alpha-58716, under PHP 8.3: the same in all',
    keeps: true,
    leftovers: {
      GALLERY: `<div data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-page-size="6" data-heading="Ondernemingen" id="galerij"><p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p></div>`,
      FEED_AROUND: `<div data-ceal-widget="feed" data-src="/feeds/overvecht.json"><p>Eerst dit.</p><div data-ceal-widget="enterprise-gallery" data-heading="Ondernemingen"><p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p></div></div>`,
      ELEMENT: `<p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p>`,
      HOSTILE: `<div data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-heading="Ondernemingen" data-onclick="alert(1)" data-style="color:red"><p>Zie <a href="alert(1)">alle ondernemingen</a>.</p></div>`,
    },
  },
  {
    by: 'CKEditor 5 without HTML support',
    how: 'getData() after setData() in CKEditor 5 48.5.2, without GeneralHtmlSupport',
    keeps: false,
    leftovers: {
      GALLERY: `<p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p>`,
      FEED_AROUND: `<p>Eerst dit.</p><p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p>`,
      ELEMENT: `<p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p>`,
      HOSTILE: `<p>Zie <a href="javascript:alert(1)">alle ondernemingen</a>.</p>`,
    },
  },
  {
    by: 'CKEditor 5 with <div>',
    how: 'the same with GeneralHtmlSupport for { name: "div", classes: true }, as of the allowed tag <div class> in Drupal',
    keeps: false,
    leftovers: {
      GALLERY: `<div><p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p></div>`,
      FEED_AROUND: `<div><p>Eerst dit.</p><div><p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p></div></div>`,
      ELEMENT: `<p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p>`,
      HOSTILE: `<div><p>Zie <a href="javascript:alert(1)">alle ondernemingen</a>.</p></div>`,
    },
  },
  {
    by: 'CKEditor 5 with <div data-*>',
    how: 'the same with attributes by the pattern /^data-.*$/, as of the allowed tag <div data-*> in Drupal',
    keeps: true,
    leftovers: {
      GALLERY: `<div data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-page-size="6" data-heading="Ondernemingen"><p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p></div>`,
      FEED_AROUND: `<div data-ceal-widget="feed" data-src="/feeds/overvecht.json"><p>Eerst dit.</p><div data-ceal-widget="enterprise-gallery" data-heading="Ondernemingen"><p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p></div></div>`,
      ELEMENT: `<p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p>`,
      HOSTILE: `<div data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-heading="Ondernemingen" data-onclick="alert(1)" data-style="color:red"><p>Zie <a href="javascript:alert(1)">alle ondernemingen</a>.</p></div>`,
    },
  },
  {
    by: 'CKEditor 5 with <div id data-*>',
    how: 'the same with the attribute id too, as of the allowed tag <div id data-*> in Drupal',
    keeps: true,
    leftovers: {
      GALLERY: `<div id="galerij" data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-page-size="6" data-heading="Ondernemingen"><p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p></div>`,
      FEED_AROUND: `<div data-ceal-widget="feed" data-src="/feeds/overvecht.json"><p>Eerst dit.</p><div data-ceal-widget="enterprise-gallery" data-heading="Ondernemingen"><p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p></div></div>`,
      ELEMENT: `<p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p>`,
      HOSTILE: `<div data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-heading="Ondernemingen" data-onclick="alert(1)" data-style="color:red"><p>Zie <a href="javascript:alert(1)">alle ondernemingen</a>.</p></div>`,
    },
  },
  {
    by: 'TinyMCE',
    how: 'getContent() after setContent() in TinyMCE 8.9.2, set up with nothing but its defaults',
    keeps: true,
    leftovers: {
      GALLERY: `<div id="galerij" data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-page-size="6" data-heading="Ondernemingen">
<p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p>
</div>`,
      FEED_AROUND: `<div data-ceal-widget="feed" data-src="/feeds/overvecht.json">
<p>Eerst dit.</p>
<div data-ceal-widget="enterprise-gallery" data-heading="Ondernemingen">
<p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p>
</div>
</div>`,
      ELEMENT: `<p>Zie <a href="https://example.org/ondernemingen">alle ondernemingen</a>.</p>`,
      HOSTILE: `<div data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-heading="Ondernemingen" data-onclick="alert(1)" data-style="color:red">
<p>Zie <a>alle ondernemingen</a>.</p>
</div>`,
    },
  },
];
