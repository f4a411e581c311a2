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
  readonly time?: string;
  readonly timeStamp?: string;
}

/** Writes a period, as in `do 9 sep 2027, 13:30 tot 17:00`; `nothing` where it has no date. */
export function periodText(
  period: { readonly start?: FeedDate | undefined; readonly end?: FeedDate | undefined },
  view: DateView,
): TemplateResult | typeof nothing {
  if (period.start === UNKNOWN_DATE) return html`${dateText(period.start, view)}`;
  const ends = boundsOf(period);
  if (!ends) return nothing;
  const { t } = view;
  const from = ends.from && endOf(ends.from, view);
  const to = ends.to && endOf(ends.to, view);
  if (!from || !to) return html`${openWord(from, t.language)} ${endText((from ?? to)!)}`;
  if (to.day === from.day && (!to.time || to.timeStamp === from.timeStamp)) return endText(from);
  const until = ` ${t(to.time ? 'until' : view.isSaid ? 'throughSaid' : 'through')} `;
  if (from.time && to.timeStamp && isWithinDay(from, to))
    return html`${endText(from)}${until}<time datetime=${to.timeStamp}>${to.time}</time>`;
  return html`${endText(from)}${until}${endText(to)}`;
}

/** True for an end on the same day, or at the midnight after it. */
function isWithinDay(from: PeriodEnd, to: PeriodEnd): boolean {
  return to.day === from.day || (to.time === '0:00' && to.dayStamp === addDays(from.dayStamp as Day, 1));
}

function endText({ day, dayStamp, time, timeStamp }: PeriodEnd): TemplateResult {
  if (!dayStamp) return html`${day}`;
  if (!time) return html`<time datetime=${dayStamp}>${day}</time>`;
  return html`<time datetime=${timeStamp!}
    ><span class="day">${day}<span>,</span></span> ${time}</time
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

/** Writes a period for the eye, and in full words for voices. */
export const periodForAll = (period: Parameters<typeof periodText>[0], view: DateView): TemplateResult =>
  html`<span aria-hidden="true">${periodText(period, view)}</span
    >${voiceText(periodText(period, inFull(view)))}`;

/** The same for voices. */
export const inFull = ({ t }: DateView): DateView => ({ t, isSaid: true });

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
