import type { FeedDate } from '../../../dates/edtf.js';
import type { Language } from '../../../i18n/languages.js';
import type { FeedHead } from '../../document.js';
import type { LIMITS, SafeUrl } from '../../fields.js';
import type { IssueCode } from '../../issues.js';
import type { SECTIONS } from '../../parse-feed.js';
import type { SectionEntry } from '../../section.js';
import type { Link, Picture, Place, Source } from '../../shapes.js';
import type { EXAMPLE_DATES, FieldSchemaName } from '../describing-fields.js';

/** The name and the description of a field, a section or a chapter. */
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
  readonly dates: readonly [...Named, meanings: Readonly<Record<(typeof EXAMPLE_DATES)[number], string>>];
  readonly texts: Named;
  readonly links: Named;
  readonly references: Named;
  readonly limits: Named;
  readonly fields: Named;
  readonly shapes: Named;
  readonly invalid: Named;
  readonly promise: Named;
}

/** The short texts in the description's tables, with placeholders in braces. */
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
  /** The value of a field that is absent. */
  readonly otherwise: string;
  readonly list: string;
  readonly oneOf: string;
  readonly idOf: string;
  readonly whole: string;
  readonly number: string;
  readonly flag: string;
  readonly object: string;
  readonly fieldSchemas: Readonly<Record<FieldSchemaName, string>>;
  readonly limits: Readonly<Record<keyof typeof LIMITS, string>>;
}

/** The words of the schema and the description in one language. */
export interface FormatWords<L extends Language = Language> {
  readonly language: L;
  /** The feed as a whole. */
  readonly feed: Named;
  readonly head: FieldWords<FeedHead> & { readonly $schema: Named; readonly version: Named };
  readonly sections: SectionWords;
  /** The objects that several sections share. */
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
