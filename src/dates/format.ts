import { inLanguage, type InEachLanguage } from '../i18n/languages.js';
import {
  parseDate,
  type DateValue,
  type FeedDate,
  type Qualifier,
  type Season,
  type SingleDate,
} from './edtf.js';

/** Formatters that are kept. A page needs a few; one that keeps changing its `lang` must not fill the memory. */
const MAX_FORMATTERS = 100;

/** Made when a date is shown and not before: the first one is slow (see `summer-time.ts`). */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** @returns a formatter; in English dates are written as in Europe. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
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

/** Words of dates, with `{0}` and `{1}` for dates in words; of a decade, its first year and the end of it as people say it. */
type DateWords = Readonly<
  Record<Season | Exclude<Qualifier, '%'> | 'from' | 'until' | 'decade' | 'unknown', string>
>;

/** Words that `Intl` does not have. */
const WORDS: InEachLanguage<DateWords> = {
  nl: {
    spring: 'voorjaar {0}',
    summer: 'zomer {0}',
    autumn: 'najaar {0}',
    winter: 'winter {0}',
    '~': 'rond {0}',
    '?': 'misschien {0}',
    from: 'vanaf {0}',
    until: 'tot en met {0}',
    decade: 'jaren {1}',
    unknown: 'Datum onbekend',
  },
  en: {
    spring: 'spring {0}',
    summer: 'summer {0}',
    autumn: 'autumn {0}',
    winter: 'winter {0}',
    '~': 'about {0}',
    '?': 'perhaps {0}',
    from: 'from {0}',
    until: 'until {0}',
    decade: '{0}s',
    unknown: 'Date unknown',
  },
};

const writeWithIntl =
  (locale: string): WriteDate =>
  (date, parts) =>
    formatter(locale, { ...parts, timeZone: 'UTC' }).format(date);

/** @returns words of a date, in the language of a tag. */
export function dateWords(key: keyof DateWords, locale: string, ...values: (number | string)[]): string {
  return inLanguage(WORDS, locale)[key].replace(/\{(\d)\}/g, (_, index: string) =>
    String(values[Number(index)]),
  );
}

/** @returns a feed date in words, exactly as precise as the feed says it: a year stays a year. Empty for what is none. */
export function formatDate(date: FeedDate, locale: string, write?: WriteDate): string {
  const value = parseDate(date);
  return value ? formatValue(value, locale, write) : '';
}

/** @returns a date that was read already in words. `write`: writes days and months instead of `Intl`. */
export function formatValue(value: DateValue, locale: string, write = writeWithIntl(locale)): string {
  if (value.precision !== 'range') return qualified(value, formatSingle(value, locale, write), locale);
  const [from, to] = [value.from, value.to].map((end) => end && formatValue(end, locale, write));
  return from && to ? `${from} – ${to}` : openRange(from, to, locale);
}

/** @returns words for a range with one end, given in words. */
export function openRange(
  from: string | null | undefined,
  to: string | null | undefined,
  locale: string,
): string {
  return from ? dateWords('from', locale, from) : dateWords('until', locale, to!);
}

/** @returns the text of a date, with a word before it where that is about or perhaps right. */
export function qualified({ qualifier }: SingleDate, text: string, locale: string): string {
  if (qualifier === '%') return dateWords('?', locale, dateWords('~', locale, text));
  return qualifier ? dateWords(qualifier, locale, text) : text;
}

function formatSingle(value: SingleDate, locale: string, write: WriteDate): string {
  switch (value.precision) {
    case 'unknown':
      return dateWords('unknown', locale);
    case 'century':
      return `${value.year} – ${value.year + 99}`;
    case 'decade':
      return dateWords('decade', locale, value.year, spokenDecade(value.year));
    case 'year':
      return String(value.year);
    case 'season':
      return dateWords(value.season, locale, value.year);
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
        ? formatMoment(Date.parse(value.text), locale)
        : formatMoment(Date.parse(`${value.text}Z`), locale, 'UTC');
  }
}

/** @returns a decade by two digits where these mean one, as in the Dutch `jaren 90`. */
function spokenDecade(year: number): number {
  return year > 1929 && year < 2030 && year % 100 ? year % 100 : year;
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
