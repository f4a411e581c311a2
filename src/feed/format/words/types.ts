import type { FeedDate } from '../../../dates/edtf.js';
import type { Language } from '../../../i18n/languages.js';
import type { FeedHead } from '../../document.js';
import type { LIMITS, SafeUrl } from '../../fields.js';
import type { IssueCode } from '../../issues.js';
import type { SECTIONS } from '../../parse-feed.js';
import type { SectionEntry } from '../../section.js';
import type { Link, Picture, Place, Source } from '../../shapes.js';
import type { DATES, PieceName } from '../pieces.js';

/** What a thing is called, and what to know about it. */
export type Named = readonly [name: string, description: string];

/**
 * The words for a field: its name and description, then words for each of its values or for the fields inside it. The
 * type follows the section modules, so that a field without words does not compile.
 */
export type WordsOf<T> = [T] extends [readonly (infer E)[]]
  ? WordsOf<E>
  : [string] extends [T]
    ? Named
    : [T] extends [SafeUrl | FeedDate | number | boolean]
      ? Named
      : [T] extends [string]
        ? readonly [...Named, values: Readonly<Record<T, string>>]
        : readonly [...Named, fields: FieldWords<T>];

export type FieldWords<T> = { readonly [K in keyof T]-?: WordsOf<NonNullable<T[K]>> };

/** Words for something with fields or values inside it; `inside` is missing where there are none. */
export type AnyWords = readonly [...Named, inside?: { readonly [key: string]: AnyWords | string }];

/** The words for every section, and for every field in it. */
export type SectionWords = {
  readonly [K in keyof typeof SECTIONS]: WordsOf<SectionEntry<(typeof SECTIONS)[K]>>;
};

/** The running text of the description: headings and paragraphs, in Markdown. */
export interface Prose {
  readonly heading: string;
  readonly introduction: string;
  readonly start: Named;
  readonly overview: Named;
  readonly dates: readonly [...Named, meanings: Readonly<Record<(typeof DATES)[number], string>>];
  readonly texts: Named;
  readonly links: Named;
  readonly references: Named;
  readonly limits: Named;
  readonly fields: Named;
  readonly shapes: Named;
  readonly misfits: Named;
  readonly promise: Named;
}

/** The short words in the description's tables. `{…}` is filled in. */
export interface TableWords {
  readonly field: string;
  readonly what: string;
  readonly how: string;
  readonly meaning: string;
  readonly section: string;
  readonly date: string;
  readonly limit: string;
  readonly code: string;
  readonly required: string;
  /** What is read where the field is missing. */
  readonly otherwise: string;
  readonly list: string;
  readonly oneOf: string;
  readonly idOf: string;
  readonly whole: string;
  readonly number: string;
  readonly flag: string;
  readonly object: string;
  readonly pieces: Readonly<Record<PieceName, string>>;
  readonly limits: Readonly<Record<keyof typeof LIMITS, string>>;
}

/** What the schema and the description say, in one language. */
export interface FormatWords {
  readonly language: Language;
  /** The feed as a whole. */
  readonly feed: Named;
  readonly head: FieldWords<FeedHead> & { readonly $schema: Named; readonly version: Named };
  readonly sections: SectionWords;
  /** The forms that come back in several sections. */
  readonly shapes: {
    readonly link: WordsOf<Link>;
    readonly source: WordsOf<Source>;
    readonly place: WordsOf<Place>;
    readonly picture: WordsOf<Picture>;
  };
  readonly issues: Readonly<Record<IssueCode, string>>;
  readonly prose: Prose;
  readonly table: TableWords;
}
