import { isFeedDate, type FeedDate } from '../dates/edtf.js';
import { LIMITS, safeUrl, type Fields, type Schema, type InputReporter } from './fields.js';
import type { Text } from '../i18n/text.js';
import type { IssueCode } from './issues.js';
import { ID_PATTERN, LANGUAGE_PATTERN } from './patterns.js';
import { isAbsent, isRecord } from './record.js';

/** Characters of the longest date that is looked at. */
const MAX_DATE_CHARACTERS = 64;

/**
 * NUL and other control characters, the marks that change the direction of the text around them (Unicode bidi
 * controls), and invisible characters: a name of nothing else would be a link without a name.
 */
const UNSAFE_CHARACTERS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** An address that would lead to a place beside the feed, but looks like a website, an e-mail address or a number. */
const UNSURE_ADDRESS =
  /^\s*(?:www\.|https?\b(?!:\/\/(?!http))|(?:[^\s/:.?#]+\.)+(?:[a-z]{2,}[/:?#]|(?:nl|org|com|net|eu|nu|info|be|de|amsterdam|example)\s*$)|[^\w\s/.?#]|[\w\s-]*[?#]?$|n[./])|^[^/:]+@|^[^?]*[,;]\s*$|^[^/]+@.*>|^[\s\d+(][\s\d().-]+$|^tel.*\s|[\s<(\x22'](?:https?:|www\.)|&amp;/i;

/** The makers of schemas of single values. */
export type ValueFields = Omit<Fields, 'optional' | 'withDefault' | 'onInvalid' | 'list' | 'object'>;

/**
 * Markup, entities, line breaks that were escaped twice and what is left of UTF-8 read as Windows-1252, or of that read as
 * Latin-1: a text with one of them may mean something else than it says.
 */
const UNSURE_TEXT = /<[a-zA-Z/!]|&#?\w+;|\\n|[Â-ÅÌÐÑØ-Ûâð][\u0080-¿Œ-˜–-™]|[\u0080-\u009f\ufffd]/;

/**
 * Field schemas of single values, shared by every implementation of `Fields`. `base` is the absolute address that
 * relative links start from.
 */
export const valueFields = (base: string): ValueFields => ({
  id: () => pattern((input) => ID_PATTERN.test(input), 'bad-id'),
  language: () => pattern((input) => LANGUAGE_PATTERN.test(input), 'bad-language'),
  title: () => (input, report) => readText(input, LIMITS.title, report),
  text: () => (input, report) => readText(input, LIMITS.text, report),
  url: () => (input, report) => {
    // An empty address would lead to the feed itself; spreadsheets leave empty cells.
    const isUsable = typeof input === 'string' && input.length <= LIMITS.url && input.trim();
    const address = isUsable && safeUrl(input, base);
    if (!address) return report('bad-address', input);
    if (UNSURE_ADDRESS.test(input)) report('unsure', input);
    return address;
  },
  date: () =>
    pattern(
      (input) => input.length <= MAX_DATE_CHARACTERS && isFeedDate(input),
      'bad-date',
    ) as Schema<FeedDate>,
  count: (min, max) => between(min, max, Number.isInteger),
  number: (min, max) => between(min, max, (input) => typeof input === 'number'),
  flag: () => (input, report) => (typeof input === 'boolean' ? input : report('wrong-type', input)),
  oneOf:
    (values, fallback, unknown = fallback) =>
    (input, report) => {
      if (isAbsent(input)) return fallback;
      const value = values.filter((known) => known === input)[0];
      if (value === undefined) report('unknown-value', input);
      return value ?? unknown;
    },
});

function pattern(isValid: (input: string) => boolean, code: IssueCode): Schema<string> {
  return (input, report) => (typeof input === 'string' && isValid(input) ? input : report(code, input));
}

function between(min: number, max: number, hasType: (input: unknown) => boolean): Schema<number> {
  return (input, report) => {
    if (!hasType(input)) return report('wrong-type', input);
    const value = input as number;
    return value >= min && value <= max ? value : report('out-of-range', input);
  };
}

function readText(input: unknown, max: number, report: InputReporter): Text | undefined {
  let isTooLong = false;
  let isUnsure = false;
  const clean = (text: string) => {
    isUnsure ||= UNSURE_TEXT.test(text);
    const fits = text.length <= max;
    isTooLong ||= !fits;
    // Never half of a surrogate pair.
    const cut = fits ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
    return cut.replace(UNSAFE_CHARACTERS, '').trim();
  };
  let value: Text | undefined;
  if (typeof input === 'string') value = clean(input);
  else if (isRecord(input)) {
    const words: Record<string, string> = {};
    for (const [language, entry] of Object.entries(input).slice(0, LIMITS.languages)) {
      const text = LANGUAGE_PATTERN.test(language) && typeof entry === 'string' && clean(entry);
      if (text) words[language] = text;
    }
    if (Object.keys(words).length > 0) value = words;
  } else return report('wrong-type', input);
  if (!value) return report('bad-text', input);
  if (isTooLong) report('too-long', input, { max });
  if (isUnsure) report('unsure', input);
  return value;
}
