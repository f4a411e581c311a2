import type { FeedDate } from '../../dates.js';
import type { FeedHead } from '../../document.js';
import type { SafeUrl } from '../../fields.js';
import type { IssueCode } from '../../issues.js';
import type { SECTIONS } from '../../parse-feed.js';
import type { SectionEntry } from '../../section.js';

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

/** The words for every section, and for every field in it. */
export type SectionWords = {
  readonly [K in keyof typeof SECTIONS]: WordsOf<SectionEntry<(typeof SECTIONS)[K]>>;
};

/** What the schema and the description say, in one language. */
export interface FormatWords {
  readonly language: 'nl' | 'en';
  /** The feed as a whole. */
  readonly feed: Named;
  readonly head: FieldWords<FeedHead> & { readonly $schema: Named; readonly version: Named };
  readonly sections: SectionWords;
  readonly issues: Readonly<Record<IssueCode, string>>;
}
