/**
 * The partner pages: their addresses, what they show, and the content policy they are served under. The server, its front
 * page and the end-to-end tests all read this list; a new page is its folder and an entry here.
 */
import { WIDGETS as widgets } from '#tools/elements.mjs';

export interface PartnerPage {
  /** The path at which it is served, with a slash at its end. */
  readonly path: string;
  /** Its folder beside this file. */
  readonly folder: string;
  readonly title: string;
  /** A sentence on what it shows. */
  readonly shows: string;
  readonly lang: 'nl' | 'en' | 'ar';
  /** Its Content-Security-Policy. */
  readonly policy?: string;
}

/** The policy of a careful municipality: nothing inline, nothing from elsewhere but pictures. */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** The same, and text becomes script or markup only through our own Trusted Types policy. */
export const TRUSTED_TYPES_POLICY = `${STRICT_POLICY}; require-trusted-types-for 'script'; trusted-types ceal-widgets`;

/** The tags of the widgets: each stands on one of these pages at least. */
export const WIDGETS = widgets.map(({ tag }) => tag);

export const PAGES: readonly PartnerPage[] = [
  {
    path: '/universiteit/',
    folder: 'universiteit',
    title: 'University',
    shows: 'White and academic, serif headings. Search, filters and open enterprises stay in the address.',
    lang: 'nl',
  },
  {
    path: '/universiteit/en/',
    folder: 'universiteit/en',
    title: 'University, in English',
    shows: 'The same page and the same feed for English readers.',
    lang: 'en',
  },
  {
    path: '/buurt/',
    folder: 'buurt',
    title: 'Neighbourhood organisation',
    shows: 'Warm tinted paper, Verdana. A list, six at a time, that opens in place.',
    lang: 'nl',
  },
  {
    path: '/stichting/',
    folder: 'stichting',
    title: 'Foundation',
    shows: 'Dark. The Oasis guide in a circle, and the enterprises that went further, newest first.',
    lang: 'nl',
  },
  {
    path: '/stichting/begeleiden/',
    folder: 'stichting/begeleiden',
    title: 'Foundation, leading an Oasis',
    shows: 'The Oasis guide for whoever leads one: on a phone in the street, or on a wall screen.',
    lang: 'nl',
  },
  {
    path: '/gemeente/',
    folder: 'gemeente',
    title: 'Municipality, strict policy',
    shows: 'A strict content policy, and NL Design System tokens that the widget takes over.',
    lang: 'nl',
    policy: STRICT_POLICY,
  },
  {
    path: '/gemeente-tt/',
    folder: 'gemeente',
    title: 'Municipality, Trusted Types',
    shows: 'The same page where Trusted Types are required too.',
    lang: 'nl',
    policy: TRUSTED_TYPES_POLICY,
  },
  {
    path: '/vijandig/',
    folder: 'vijandig',
    title: 'Hostile style sheet',
    shows: 'A site whose rules reach everywhere: forced font sizes, resets, capitals, hidden pictures.',
    lang: 'nl',
  },
  {
    path: '/rtl/',
    folder: 'rtl',
    title: 'Right to left',
    shows: 'An Arabic page; the widget falls back to a language of the feed.',
    lang: 'ar',
  },
  {
    path: '/dubbel/',
    folder: 'dubbel',
    title: 'Script twice',
    shows:
      'The loader at two addresses and the bundle as well, as happens when two editors each paste a snippet.',
    lang: 'nl',
  },
  {
    path: '/bundel/',
    folder: 'bundel',
    title: 'One classic script',
    shows: 'The self-contained bundle, with a widget before and one after it.',
    lang: 'nl',
  },
  {
    path: '/kaal/',
    folder: 'kaal',
    title: 'Bare',
    shows: 'Hardly any style. Two widgets share a feed, one has its own, one carries its data inline.',
    lang: 'nl',
  },
];
