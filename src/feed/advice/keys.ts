import { attempt } from '../attempt.js';
import { LIMITS } from '../fields.js';
import { reporterTo, type FeedIssue, type IssueReporter } from '../issues.js';
import { LANGUAGE_PATTERN } from '../patterns.js';
import { keyIn } from '../former-names.js';
import { isRecord } from '../record.js';
import type { ObjectPlace, Place } from './places.js';
import { suggestLanguage, suggestName } from './suggest.js';

/** Keys of one object that are looked at: one with more is no writing of a person. */
const MAX_KEYS = 500;
/** Keys that are for the author's own use, as people write comments in JSON. */
const OWN_KEY = /^(?:[_$@#/]|x-|comment|opmerking|toelichting$)/i;

/** Fields of names, which are often the same in every language, and numbers of a list of them. */
const NAME = /^(?:name|originalName|\d+)$/;

type Path = readonly PropertyKey[];

/**
 * Finds what reading passes over in silence: keys that the format does not know, pictures without `alt`, and texts that
 * lack a language of the feed's title. A mistake that every entry of a list has is reported once, at the first.
 */
export function checkKeys(feed: Readonly<Record<string, unknown>>, root: ObjectPlace): FeedIssue[] {
  const issues: FeedIssue[] = [];
  const check = new KeyCheck(reporterTo(issues), languagesOf(feed['title']));
  attempt(() => check.object(feed, root, []));
  return issues;
}

/** The languages of a text that has several. */
function languagesOf(text: unknown): readonly string[] {
  const languages = isRecord(text) ? Object.keys(text).filter((key) => LANGUAGE_PATTERN.test(key)) : [];
  return languages.length > 1 ? languages : [];
}

class KeyCheck {
  readonly #report: IssueReporter;
  readonly #languages: readonly string[];
  /** The mistakes that were reported, by their path without indexes. */
  readonly #reported = new Set<string>();

  constructor(report: IssueReporter, languages: readonly string[]) {
    this.#report = report;
    this.#languages = languages;
  }

  object(value: Readonly<Record<string, unknown>>, { fields }: ObjectPlace, path: Path): void {
    const known = Object.keys(fields);
    for (const key of Object.keys(value).slice(0, MAX_KEYS)) {
      const [name = key] = known.filter((name) => keyIn(value, name) === key);
      const place = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (place)
        this.#value(
          attempt(() => value[key]),
          place,
          [...path, key],
        );
      else if (key.trim() && !OWN_KEY.test(key)) this.#unknown(key, suggestName(key, known), path);
    }
    if (fields['alt'] && fields['src'] && value['src'] && value['alt'] === undefined)
      this.#report('no-alt', path);
  }

  #value(value: unknown, place: Place, path: Path): void {
    if (place.kind === 'object') {
      if (isRecord(value)) this.object(value, place, path);
    } else if (place.kind === 'list') {
      for (const [index, entry] of entriesOf(value)) this.#value(entry, place.entry, [...path, index]);
    } else if ((place.kind === 'title' || place.kind === 'text') && isRecord(value)) this.#text(value, path);
  }

  #text(text: Readonly<Record<string, unknown>>, path: Path): void {
    const keys = Object.keys(text).slice(0, LIMITS.languages);
    for (const key of keys)
      if (key.trim() && !LANGUAGE_PATTERN.test(key) && !OWN_KEY.test(key))
        this.#unknown(key, suggestLanguage(key), path);
    // A name in another language than the feed's is no translation.
    if (NAME.test(String(path.at(-1))) || !this.#languages.some((language) => keys.includes(language)))
      return;
    for (const language of this.#languages)
      if (!keys.includes(language)) this.#report('no-translation', path, { language });
  }

  #unknown(key: string, suggestion: string | undefined, path: Path): void {
    const place = [...path.filter((step) => typeof step !== 'number'), key].join('/');
    if (this.#reported.has(place)) return;
    this.#reported.add(place);
    const shown = key.slice(0, LIMITS.title);
    if (suggestion) this.#report('unknown-key', [...path, key], { key: shown, suggestion });
    else this.#report('extra-key', [...path, key], { key: shown });
  }
}

/** The entries of a list, as people write it: also as an object with numbers for keys, and one entry by itself. */
function entriesOf(value: unknown): Iterable<readonly [PropertyKey, unknown]> {
  if (Array.isArray(value))
    return value.slice(0, LIMITS.items).map((entry: unknown, index) => [index, entry] as const);
  if (!isRecord(value)) return [];
  const entries = Object.entries(value).slice(0, LIMITS.items);
  return entries.every(([key]) => /^\d+$/.test(key)) ? entries : [];
}
