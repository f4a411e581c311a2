/** Placeholders as editors paste them, with what a visitor sees of them. */

const LINK = '<a href="https://example.org/ondernemingen">alle ondernemingen</a>';

/** The words of the fallback in each placeholder. */
export const FALLBACK = 'alle ondernemingen';

/** A gallery with a heading of its own, and with an id to which the page links. */
export const GALLERY = `<div data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-page-size="6" data-heading="Ondernemingen" id="galerij"><p>Zie ${LINK}.</p></div>`;

/** A feed for the placeholders inside it. */
export const FEED_AROUND = `<div data-ceal-widget="feed" data-src="/feeds/overvecht.json"><p>Eerst dit.</p><div data-ceal-widget="enterprise-gallery" data-heading="Ondernemingen"><p>Zie ${LINK}.</p></div></div>`;

/** The element itself, which sanitisers take away. */
export const ELEMENT = `<ceal-enterprise-gallery src="/feeds/overvecht.json"><p>Zie ${LINK}.</p></ceal-enterprise-gallery>`;

/** What somebody writes who means harm. */
export const HOSTILE =
  '<div data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-heading="Ondernemingen" data-onclick="alert(1)" data-style="color:red" onclick="alert(1)"><p>Zie <a href="javascript:alert(1)">alle ondernemingen</a>.</p></div>';

export const SNIPPETS = { GALLERY, FEED_AROUND, ELEMENT, HOSTILE };
