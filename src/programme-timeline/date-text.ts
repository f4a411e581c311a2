import { html, nothing, type TemplateResult } from 'lit';
import { voiceText } from '../element/views/text.js';
import { formatDate, formatValue, openWord, qualified, type DateParts } from '../dates/format.js';
import { sortKey, UNKNOWN_DATE, type FeedDate, type SingleDate } from '../dates/edtf.js';
import { addDays, localAt, offsetAt, type Day } from '../dates/amsterdam.js';
import { boundsOf, instantOfMoment } from '../dates/date-span.js';
import type { TimelineTranslator } from './locales/index.js';
import { createDateWriter } from './date-writer.js';

/** Language and context in which dates are written. */
export interface DateView {
  readonly t: TimelineTranslator;
  /** Year of the date before, which is left out. */
  readonly precedingYear?: number | undefined;
  /** Writes all words in full, for voices. */
  readonly isSaid?: boolean;
}

/** One end of a period: its day, and its hour where it has one, in words and as values of `datetime`. */
interface PeriodEnd {
  readonly day: string;
  readonly dayStamp?: string | undefined;
  readonly time?: string | undefined;
  readonly timeStamp?: string;
}

type Period = { readonly start?: FeedDate | undefined; readonly end?: FeedDate | undefined };

/** Writes a period, as in `do 9 sep 2027, 13:30 tot 17:00`; `nothing` where it has no date. */
export function periodText(period: Period, view: DateView): TemplateResult | typeof nothing {
  const parts = partsOf(period, view);
  return parts.length > 0
    ? html`${parts.map((part) => (typeof part === 'string' ? part : endText(part)))}`
    : nothing;
}

/** The same in full words and in one piece, for voices. */
export const saidPeriod = (period: Period, { t }: DateView): string =>
  partsOf(period, { t, isSaid: true })
    .map((part) =>
      typeof part === 'string' ? part : [part.day, part.time].filter((word) => word).join(', '),
    )
    .join('');

/** A period for the eye and for voices. */
export const periodForAll = (period: Period, view: DateView): TemplateResult =>
  html`<span aria-hidden="true">${periodText(period, view)}</span>${voiceText(saidPeriod(period, view))}`;

/** The ends of a period and the words between them; empty where it has no date. */
function partsOf(period: Period, view: DateView): readonly (string | PeriodEnd)[] {
  if (period.start === UNKNOWN_DATE) return [dateText(period.start, view)];
  const ends = boundsOf(period);
  if (!ends) return [];
  const { t } = view;
  const from = ends.from && endOf(ends.from, view);
  const to = ends.to && endOf(ends.to, view);
  if (!from || !to) return [`${openWord(from, t.language)} `, (from ?? to)!];
  if (to.day === from.day && (!to.time || to.timeStamp === from.timeStamp)) return [from];
  const until = ` ${t(to.time ? 'until' : view.isSaid ? 'throughSaid' : 'through')} `;
  const { time, timeStamp } = to;
  return [from, until, from.time && timeStamp && isWithinDay(from, to) ? { day: '', time, timeStamp } : to];
}

/** True for an end on the same day, or at the midnight after it. */
function isWithinDay(from: PeriodEnd, to: PeriodEnd): boolean {
  return to.day === from.day || (to.time === '0:00' && to.dayStamp === addDays(from.dayStamp as Day, 1));
}

function endText({ day, dayStamp, time, timeStamp = dayStamp }: PeriodEnd): TemplateResult | string {
  if (!timeStamp) return day;
  return html`<time datetime=${timeStamp}
    >${time && day ? html`<span class="day">${day}<span>,</span></span> ${time}` : (time ?? day)}</time
  >`;
}

function endOf(date: SingleDate, view: DateView): PeriodEnd {
  const { language } = view.t;
  if (date.precision === 'moment') {
    const instant = instantOfMoment(date);
    const local = localAt(instant);
    const offset = offsetAt(instant) / 3_600_000;
    const day = local.slice(0, 10) as Day;
    const timeStamp = `${local}+0${offset}:00`;
    return { day: dayText(day, view), dayStamp: day, time: local.slice(11).replace(/^0/, ''), timeStamp };
  }
  const key = sortKey(date);
  if (date.precision === 'day')
    return { day: qualified(date, dayText(key as Day, view), language), dayStamp: key };
  // HTML has no form for a season, a decade or a century.
  const stamp = date.precision === 'season' ? key.slice(0, 4) : key.replace('XXXX-', '');
  return {
    day: formatValue(date, language, createDateWriter(view.t)),
    dayStamp: stamp.length > 3 ? stamp : undefined,
  };
}

/** Writes a day; without the year where the date before has the same. */
function dayText(day: Day, view: DateView): string {
  const year = Number(day.slice(0, 4)) === view.precedingYear ? undefined : 'numeric';
  const length = view.isSaid ? 'long' : 'short';
  return formatDay(day, view, { weekday: length, day: 'numeric', month: length, year });
}

export function formatDay(day: Day, { t }: DateView, parts: DateParts): string {
  return createDateWriter(t)(new Date(day), parts);
}

/** Writes a month given as `2027-09`, or a year. */
export function monthText(month: string, view: DateView): string {
  if (month.length < 7) return String(Number(month));
  return formatDay(month as Day, view, { month: 'long', year: 'numeric' });
}

/** Writes a date of the feed, exactly as precise as it is. */
export function dateText(date: FeedDate, { t }: DateView): string {
  return formatDate(date, t.language, createDateWriter(t));
}

/** True for a date that is ISO 8601 as it stands: no season, range, unknown digit, about or perhaps. */
export function isMachineReadable(date: string): boolean {
  return !/[X~?%/]|^\d{4}-2\d$/.test(date);
}
