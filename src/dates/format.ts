import { inLanguage, type InEachLanguage } from '../i18n/languages.js';
import { parseDate, type DateValue, type FeedDate, type Season, type SingleDate } from './edtf.js';

/** Formatters that are kept. A page needs a few; one that keeps changing its `lang` must not fill the memory. */
const MAX_FORMATTERS = 100;

/** Made when a date is shown and not before: the first one is slow (see `summer-time.ts`). */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** @returns a formatter; in English dates are written as in Europe. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).join()}`;
  const known = formatters.get(key);
  if (known) return known;
  if (formatters.size === MAX_FORMATTERS) formatters.clear();
  const created = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  formatters.set(key, created);
  return created;
}

/** The parts of a date to write: the day of the week, the day, the month and the year. */
export interface DateParts {
  readonly weekday?: 'long' | 'short' | undefined;
  readonly day?: 'numeric' | undefined;
  readonly month?: 'long' | 'short' | undefined;
  readonly year?: 'numeric' | undefined;
}

/** Writes the parts of a date in UTC, as `Intl` does. */
export type WriteDate = (date: Date, parts: DateParts) => string;

/** Words before a date, which `Intl` does not have; those of `unknown` stand alone. */
const WORDS: InEachLanguage<Readonly<Record<Season | '~' | '?' | 'from' | 'until' | 'unknown', string>>> = {
  nl: {
    spring: 'voorjaar',
    summer: 'zomer',
    autumn: 'najaar',
    winter: 'winter',
    '~': 'rond',
    '?': 'misschien',
    from: 'vanaf',
    until: 'tot en met',
    unknown: 'Datum onbekend',
  },
  en: {
    spring: 'spring',
    summer: 'summer',
    autumn: 'autumn',
    winter: 'winter',
    '~': 'about',
    '?': 'perhaps',
    from: 'from',
    until: 'until',
    unknown: 'Date unknown',
  },
};

/** Decades in words, by their first year. */
const DECADES: InEachLanguage<(year: number) => string> = {
  nl: (year) => `jaren ${year > 1929 && year % 100 ? year % 100 : year}`,
  en: (year) => `${year}s`,
};

const writeWithIntl =
  (locale: string): WriteDate =>
  (date, parts) =>
    formatter(locale, { ...parts, timeZone: 'UTC' }).format(date);

/** @returns a feed date in words, exactly as precise as the feed says it: a year stays a year. Empty for what is none. */
export function formatDate(date: FeedDate, locale: string, write?: WriteDate): string {
  const value = parseDate(date);
  return value ? formatValue(value, locale, write) : '';
}

/** @returns a date that was read already in words. `write`: writes days and months instead of `Intl`. */
export function formatValue(value: DateValue, locale: string, write = writeWithIntl(locale)): string {
  if (value.precision !== 'range') return qualified(value, formatSingle(value, locale, write), locale);
  const [from, to] = [value.from, value.to].map((end) => end && formatValue(end, locale, write));
  return from && to ? `${from} – ${to}` : `${openWord(from, locale)} ${from ?? to}`;
}

/** @returns the word before a range with one end: the beginning, or else the end. */
export function openWord(from: unknown, locale: string): string {
  return inLanguage(WORDS, locale)[from ? 'from' : 'until'];
}

/** @returns the text of a date, with words before it where that is about or perhaps right. */
export function qualified({ qualifier }: SingleDate, text: string, locale: string): string {
  const signs = (['?', '~'] as const).filter((sign) => sign === qualifier || qualifier === '%');
  return [...signs.map((sign) => inLanguage(WORDS, locale)[sign]), text].join(' ');
}

function formatSingle(value: SingleDate, locale: string, write: WriteDate): string {
  switch (value.precision) {
    case 'unknown':
      return inLanguage(WORDS, locale).unknown;
    case 'century':
      return `${value.year} – ${value.year + 99}`;
    case 'decade':
      return inLanguage(DECADES, locale)(value.year);
    case 'year':
      return String(value.year);
    case 'season':
      return `${inLanguage(WORDS, locale)[value.season]} ${value.year}`;
    case 'month':
      return write(midnight(value.year, value.month, 1), { year: 'numeric', month: 'long' });
    case 'day':
      return write(midnight(value.year, value.month, value.day), {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
      });
    case 'yearless-day':
      return write(midnight(2000, value.month, value.day), { month: 'long', day: 'numeric' });
    case 'moment':
      return value.hasOffset
        ? formatMoment(Number(new Date(value.text)), locale)
        : formatMoment(Number(new Date(`${value.text}Z`)), locale, 'UTC');
  }
}

/** @returns an instant, in milliseconds since 1970, in words: in Amsterdam's time, wherever the visitor is. */
export function formatMoment(time: number, locale: string, timeZone = 'Europe/Amsterdam'): string {
  return formatter(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(time);
}

/** @returns UTC midnight of a calendar day, to be written in UTC, so that no time zone can move it. */
function midnight(year: number, month: number, day: number): Date {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year);
  return date;
}
