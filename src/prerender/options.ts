import type { FeedIssue } from '../feed/issues.js';

/** What to prerender, and where its files will stand. */
export interface PrerenderOptions {
  /** The widget, such as `enterprise-gallery`; also by its tag. */
  readonly widget: string;
  /** The attributes of the widget, as a page writes them: `{ 'page-size': '12', facets: '' }`. Default: none. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Language of the words, and of texts where the feed has it; by default that of the feed, else `nl`. */
  readonly language?: string | undefined;
  /**
   * Address of the feed, from which relative addresses start; by default the attribute `src`, where that begins with `/`
   * or `https:`. Needed only for a feed that has relative addresses.
   */
  readonly base?: string | undefined;
  /** Address of the folder `dist` on the site, for the style sheet. Default: `/ceal-widgets/`. */
  readonly files?: string | undefined;
  /**
   * The present, in milliseconds since 1970: it decides what is over, under way and next. Default: now. With it the same
   * feed always gives the same bytes.
   */
  readonly now?: number | undefined;
  /** Called for each issue of what the widget shows; `message` is in `language`. Default: none. */
  readonly onIssue?: ((issue: FeedIssue, message: string) => void) | undefined;
}

/** The options do not fit: an unknown widget or attribute, or an address that is missing. */
export class PrerenderOptionError extends Error {}

/** The module `prerender.ts`, for code that is compiled without the types of browsers. */
export interface PrerenderModule {
  readonly prerender: (feed: unknown, options: PrerenderOptions) => Promise<string>;
}
