/** What every page of a site knows, and the frame around its content. */
import type { Feed } from '../../feed/parse-feed.js';
import { LANGUAGES, type Language } from '../../i18n/languages.js';
import { languageOf } from '../../i18n/locale.js';
import { foreignLanguage, localizeText, plainText, type LocaleContext, type Text } from '../../i18n/text.js';
import { createTranslator, type Translator } from '../../i18n/translate.js';
import { pageAddresses, type PageAddresses } from '../addresses.js';
import { PAGE_POLICY } from '../headers/rules.js';
import { languages, LANGUAGE_NAMES } from '../locales/index.js';
import { dateWords } from './period.js';
import { markup, type Markup } from './markup.js';

/** A site as its pages see it. */
export interface SiteView {
  readonly feed: Feed;
  /** The address of the site's folder, where it is known. */
  readonly base: string | undefined;
}

/** A page that is being written: its language, words and addresses. */
export interface PageContext {
  readonly site: SiteView;
  /** The path from the site's folder, in the site's first language. */
  readonly path: string;
  readonly language: Language;
  /** The languages that the page is there in. */
  readonly languages: readonly Language[];
  readonly t: Translator<(typeof languages)['nl']>;
  readonly localeContext: LocaleContext;
  readonly addresses: PageAddresses;
  /** Writes a text of the feed, with its language where that is another than the page's. */
  readonly words: (text: Text | undefined) => Markup | string;
  /** The same without markup, for attributes. */
  readonly plain: (text: Text | undefined) => string;
}

/** Our language that a feed is nearest to: the language of a site's first pages. */
export const firstLanguage = ({ head }: Feed): Language => {
  const language = languageOf(head.language ?? 'nl');
  return LANGUAGES.filter((known) => known === language)[0] ?? 'en';
};

/** The path of a page in a language: that of the first one has no name of its language in it. */
export const pathIn = (path: string, language: Language, feed: Feed): string =>
  language === firstLanguage(feed) ? path : path.replace(/\.html$/, `.${language}.html`);

export function pageContext(
  site: SiteView,
  path: string,
  language: Language,
  inLanguages: readonly Language[],
): PageContext {
  const localeContext = { locale: language, feedLanguage: site.feed.head.language };
  return {
    site,
    path,
    language,
    languages: inLanguages,
    t: createTranslator(languages, language),
    localeContext,
    addresses: pageAddresses(path, site.base),
    words: (text) => {
      if (text === undefined) return '';
      const chosen = localizeText(text, localeContext);
      const foreign = foreignLanguage(chosen, language);
      return foreign ? markup`<span lang="${foreign}" dir="auto">${chosen.text}</span>` : chosen.text;
    },
    plain: (text) => plainText(text, localeContext),
  };
}

/** The content of a page. */
export interface PageContent {
  readonly title: string;
  readonly description: string;
  /** The absolute address of a picture for whoever shares the page, and what is in it. */
  readonly picture?: { readonly src: string; readonly alt: string } | undefined;
  /** More for the head, such as scripts and data. */
  readonly head?: Markup | undefined;
  /** The way back, where the page is not the first one. */
  readonly back?: Markup | undefined;
  readonly main: Markup;
}

/** Characters of a description that search engines and previews show. */
const MAX_DESCRIPTION_CHARS = 300;

/** A whole page. */
export function pageText(context: PageContext, content: PageContent): string {
  const { language, t, addresses, site, plain } = context;
  const { head } = site.feed;
  const own = pathIn(context.path, language, site.feed);
  const address = site.base === undefined ? undefined : addresses.absolute(own);
  const description = content.description.slice(0, MAX_DESCRIPTION_CHARS).replace(/[\ud800-\udbff]$/, '');
  const siteName = plain(head.title) || t('siteName');
  const others = context.languages.filter((other) => other !== language);
  const pathOf = (other: Language) => pathIn(context.path, other, site.feed);
  const alternates = (others.length > 0 ? context.languages : []).map(
    (other) =>
      markup`<link rel="alternate" hreflang="${other}" href="${addresses.absolute(pathOf(other)) ?? addresses.fileOf(pathOf(other))}">\n`,
  );
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<title>${content.title === siteName ? siteName : `${content.title} – ${siteName}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${description !== '' && markup`<meta name="description" content="${description}">\n`}<link rel="stylesheet" href="${addresses.fileOf('site.css')}">
<link rel="icon" type="image/svg+xml" href="${addresses.fileOf('site-icon.svg')}">
${address !== undefined && markup`<link rel="canonical" href="${address}">\n`}${alternates}<link rel="alternate" type="application/feed+json" title="${t('news')}" href="${addresses.fileOf('news.json')}">
${openGraph()}${content.head}</head>
<body>
${
  (content.back !== undefined || others.length > 0) &&
  markup`<header>
<nav aria-label="${t('navigation')}">
${content.back}${others.map((other) => markup`<a class="language" lang="${other}" hreflang="${other}" href="${addresses.fileOf(pathOf(other))}">${LANGUAGE_NAMES[other]}</a>\n`)}</nav>
</header>
`
}<main>
${content.main}</main>
${footer(context)}</body>
</html>
`.toString();

  function openGraph(): Markup {
    const { picture } = content;
    const facts: readonly (readonly [string, string | undefined])[] = [
      ['og:type', context.path === 'index.html' ? 'website' : 'article'],
      ['og:title', content.title],
      ['og:description', description || undefined],
      ['og:site_name', siteName],
      ['og:locale', language],
      ['og:url', address],
      ['og:image', picture?.src],
      ['og:image:alt', picture?.alt || undefined],
    ];
    return markup`${facts.map(([name, value]) => value !== undefined && markup`<meta property="${name}" content="${value}">\n`)}`;
  }
}

/** Whose page it is, how it may be used, and when the feed was changed. */
function footer({ t, site, language, words }: PageContext): Markup | false {
  const { updated, publisher, licence } = site.feed.head;
  const facts: readonly (readonly [string, Markup | string | undefined])[] = [
    [t('publisher'), publisher && words(publisher)],
    [t('licence'), licence && words(licence)],
    [t('updated'), updated && dateWords(updated, language)],
  ];
  const lines = facts.flatMap(([term, value]) => (value ? [markup`<p>${term}: ${value}</p>\n`] : []));
  return lines.length > 0 && markup`<footer>\n${lines}</footer>\n`;
}
