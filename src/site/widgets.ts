import type { Language } from '../i18n/languages.js';

/** The widgets that the pages of a site show, by their tags without `ceal-`. */
export const WIDGETS = ['enterprise-gallery', 'programme-timeline', 'oasis-guide', 'signup-form'] as const;
export type Widget = (typeof WIDGETS)[number];

/** Widgets with what they show of a feed, as HTML. */
export type RenderedWidgets = ReadonlyMap<Widget, string>;

/** The widgets of a site, to be read before a script has come. */
export interface RenderedPages {
  /** For the pages for frames, in the language of the feed. */
  readonly frames: RenderedWidgets;
  /** For the first page, in each language. */
  readonly firstPages: ReadonlyMap<Language, RenderedWidgets>;
}
