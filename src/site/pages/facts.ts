/** Parts that pages about one thing share. */
import { localizeText, type Text } from '../../i18n/text.js';
import type { Link, Place, Picture, Source } from '../../feed/shapes.js';
import { markup, type Markup, type MarkupContent } from './markup.js';
import { firstLanguage, pathIn, type PageContext } from './page.js';

/** A list of facts; nothing where there is none. Facts without a value are left out. */
export function factList(facts: readonly (readonly [term: string, value: MarkupContent])[]): Markup | false {
  const known = facts.filter(([, value]) => value !== undefined && value !== '' && value !== false);
  const rows = known.map(([term, value]) => markup`<div><dt>${term}</dt><dd>${value}</dd></div>\n`);
  return rows.length > 0 && markup`<dl>\n${rows}</dl>\n`;
}

/** A longer text, a paragraph for each part between empty lines, in the language that it was chosen in. */
export function paragraphs(text: Text | undefined, { words, localeContext }: PageContext): MarkupContent {
  if (text === undefined) return undefined;
  const chosen = localizeText(text, localeContext);
  const { language } = chosen;
  const parts = chosen.text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  return parts.map(
    (part) => markup`<p class="lines">${words(language === undefined ? part : { [language]: part })}</p>\n`,
  );
}

/** Texts with commas between them; `undefined` where there is none. */
export function joined(texts: readonly (Text | undefined)[], { words }: PageContext): MarkupContent {
  const known = texts.filter((text) => text !== undefined);
  return known.length > 0 ? known.map((text, index) => [index > 0 && ', ', words(text)]) : undefined;
}

export function placeWords(place: Place | undefined, context: PageContext): MarkupContent {
  if (!place) return undefined;
  const { words, addresses } = context;
  const name = words(place.name);
  const linked = place.url ? markup`<a href="${addresses.linkTo(place.url)}">${name}</a>` : name;
  return place.address ? [linked, ', ', words(place.address)] : linked;
}

/** Links under a heading; nothing where there is none. */
export function linkSection(
  heading: string,
  links: readonly Link[],
  { words, addresses }: PageContext,
): Markup | false {
  const items = links.map(
    ({ url, label }) =>
      markup`<li><a href="${addresses.linkTo(url)}">${label ? words(label) : url.replace(/^(?:https?:\/\/|mailto:|tel:)/, '')}</a></li>\n`,
  );
  return items.length > 0 && markup`<h2>${heading}</h2>\n<ul>\n${items}</ul>\n`;
}

export function sourceSection(
  heading: string,
  sources: readonly Source[],
  { words, addresses }: PageContext,
): Markup | false {
  const items = sources.map(({ label, url, note }) => {
    const name = words(label);
    const linked = url ? markup`<a href="${addresses.linkTo(url)}">${name}</a>` : name;
    return markup`<li>${linked}${note && [' – ', words(note)]}</li>\n`;
  });
  return items.length > 0 && markup`<h2>${heading}</h2>\n<ul>\n${items}</ul>\n`;
}

export function pictureFigure(picture: Picture | undefined, context: PageContext): Markup | false {
  if (!picture) return false;
  const { t, words, plain, addresses } = context;
  const { src, alt, width, height, credit } = picture;
  const size = width && height && markup` width="${width}" height="${height}"`;
  const caption =
    credit && markup`<figcaption>${t('photo', { credit: '' }).trim()} ${words(credit)}</figcaption>\n`;
  return markup`<figure>
<img src="${addresses.linkTo(src)}" alt="${plain(alt)}"${size || undefined}>
${caption}</figure>
`;
}

/** The badge of what was made up. */
export const exampleNote = ({ t }: PageContext): Markup =>
  markup`<p class="example"><strong>${t('example')}.</strong> ${t('exampleHelp')}</p>\n`;

/** True if some text of a value is in a language. */
export function hasLanguage(value: unknown, language: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, member]) =>
      (typeof member === 'string' && key.split('-')[0]!.toLowerCase() === language) ||
      hasLanguage(member, language),
  );
}

/** The path of the page of an entry, in the language of the page that leads there where it has words in that. */
export const entryPath = (path: string, entry: unknown, { language, site }: PageContext): string =>
  language === firstLanguage(site.feed) || hasLanguage(entry, language)
    ? pathIn(path, language, site.feed)
    : path;
