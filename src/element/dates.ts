import { parseDate, type DateValue, type FeedDate, type Season } from '../feed/dates.js';

/** The programme's own time: every moment is told in it, wherever the visitor is. */
export const TIME_ZONE = 'Europe/Amsterdam';

/** The first formatter of a page costs 17 ms on a fast machine: made when a date is shown, and kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

export function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) formatters.set(key, (found = new Intl.DateTimeFormat(locale, options)));
  return found;
}

/** Words for what `Intl` has no names for. */
const SEASONS: Readonly<Record<string, Readonly<Record<Season, string>>>> = {
  nl: { spring: 'voorjaar', summer: 'zomer', autumn: 'najaar', winter: 'winter' },
  en: { spring: 'spring', summer: 'summer', autumn: 'autumn', winter: 'winter' },
};

/** A feed date in words, exactly as precise as the feed says it: a year stays a year. */
export function formatDate(date: FeedDate, locale: string): string {
  const value = parseDate(date);
  return value ? formatValue(value, locale) : '';
}

/** The same, of a date that was read already. */
export function formatValue(value: DateValue, locale: string): string {
  switch (value.precision) {
    case 'year':
      return String(value.year);
    case 'season':
      return `${(SEASONS[locale.slice(0, 2)] ?? SEASONS['en']!)[value.season]} ${value.year}`;
    case 'month':
      return day(value.year, value.month, 1, locale, { year: 'numeric', month: 'long' });
    case 'day':
      return day(value.year, value.month, value.day, locale, {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
      });
    case 'yearless-day':
      return day(2000, value.month, value.day, locale, { month: 'long', day: 'numeric' });
    case 'moment':
      return formatter(locale, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: value.hasOffset ? TIME_ZONE : 'UTC',
      }).format(new Date(value.hasOffset ? value.text : `${value.text}Z`));
    case 'range':
      return `${formatValue(value.from, locale)} – ${formatValue(value.to, locale)}`;
  }
}

/** A calendar day is formatted in UTC from UTC midnight, so that no time zone can move it. */
function day(
  year: number,
  month: number,
  date: number,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const midnight = new Date(Date.UTC(2000, month - 1, date));
  midnight.setUTCFullYear(year);
  return formatter(locale, { ...options, timeZone: 'UTC' }).format(midnight);
}
