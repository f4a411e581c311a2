import { isFeedDate, type FeedDate } from '../dates/edtf.js';
import { LIMITS, safeUrl, type Fields, type Schema, type Tell } from './fields.js';
import type { Text } from '../i18n/text.js';
import type { IssueCode } from './issues.js';

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/;
/**
 * NUL and other controls, the marks that turn the direction of the text around them (Unicode Bidi controls), and those
 * that nobody sees: a name of nothing else would be a link without a name.
 */
const UNSAFE_CHARACTERS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The pieces that are one value, for every implementation of `Fields`; `base` is the address that relative links start
 * from.
 */
export const valueFields = (base: string): Omit<Fields, 'optional' | 'withDefault' | 'list' | 'object'> => ({
  id: () => pattern((input) => ID.test(input), 'bad-id'),
  language: () => pattern((input) => LANGUAGE.test(input), 'bad-language'),
  title: () => (input, tell) => readText(input, LIMITS.title, tell),
  text: () => (input, tell) => readText(input, LIMITS.text, tell),
  url: () => (input, tell) => {
    // An empty one would lead to the feed itself: spreadsheets leave them.
    const isSensible = typeof input === 'string' && input.length <= LIMITS.url && input.trim();
    return (isSensible && safeUrl(input, base)) || tell('bad-address', input);
  },
  date: () => pattern((input) => input.length <= 64 && isFeedDate(input), 'bad-date') as Schema<FeedDate>,
  count: (min, max) => number(min, max, Number.isInteger),
  number: (min, max) => number(min, max, (input) => typeof input === 'number'),
  flag: () => (input, tell) => (typeof input === 'boolean' ? input : tell('wrong-type', input)),
  oneOf: (values, fallback) => (input, tell) => {
    const value = values.find((known) => known === input);
    if (value === undefined && input !== undefined) tell('unknown-value', input);
    return value ?? fallback;
  },
});

function pattern(fits: (input: string) => boolean, code: IssueCode): Schema<string> {
  return (input, tell) => (typeof input === 'string' && fits(input) ? input : tell(code, input));
}

function number(min: number, max: number, isOne: (input: unknown) => boolean): Schema<number> {
  return (input, tell) => {
    if (!isOne(input)) return tell('wrong-type', input);
    const value = input as number;
    return value >= min && value <= max ? value : tell('out-of-range', input);
  };
}

function readText(input: unknown, max: number, tell: Tell): Text | undefined {
  let isLong = false;
  const clean = (text: string) => {
    const fits = text.length <= max;
    isLong ||= !fits;
    // Never half of a sign that takes two places.
    const cut = fits ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
    return cut.replace(UNSAFE_CHARACTERS, '').trim();
  };
  let value: Text | undefined;
  if (typeof input === 'string') value = clean(input);
  else if (isObject(input)) {
    const words: Record<string, string> = {};
    for (const [language, entry] of Object.entries(input).slice(0, LIMITS.languages)) {
      const text = LANGUAGE.test(language) && typeof entry === 'string' && clean(entry);
      if (text) words[language] = text;
    }
    if (Object.keys(words).length > 0) value = words;
  } else return tell('wrong-type', input);
  if (!value) return tell('bad-text', input);
  if (isLong) tell('too-long', input, { max });
  return value;
}

export const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);
