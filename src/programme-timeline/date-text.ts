import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatValue, type DateParts } from '../dates/format.js';
import { sortKey, type FeedDate } from '../dates/edtf.js';
import { localAt, offsetAt, type Day } from '../dates/amsterdam.js';
import { boundsOf, instantOfMoment } from '../dates/date-span.js';
import type { TimelineTranslator } from './locales/index.js';
import { createDateWriter } from './date-writer.js';

/** Language and context in which dates are written. */
export interface DateView {
  readonly t: TimelineTranslator;
  /** Year of the date before, which is left out. */
  readonly precedingYear?: number | undefined;
}

/** One end of a period: its day, and its hour where it has one, in words and as values of `datetime`. */
interface PeriodEnd {
  readonly day: string;
  readonly dayStamp: string;
  readonly time?: string;
  readonly timeStamp?: string;
}

type SingleDate = NonNullable<ReturnType<typeof boundsOf>>['from'];

/** Writes a period, as in `do 9 sep 2027, 13:30 tot 17:00`; `nothing` where it has no date. */
export function periodText(
  period: { readonly start?: FeedDate | undefined; readonly end?: FeedDate | undefined },
  view: DateView,
): TemplateResult | typeof nothing {
  const ends = boundsOf(period);
  if (!ends) return nothing;
  const { t } = view;
  const from = endOf(ends.from, view);
  const to = ends.to && endOf(ends.to, view);
  if (!to || (to.day === from.day && !to.time)) return endText(from);
  const until = ` ${t(to.time ? 'until' : 'through')} `;
  if (to.day === from.day && from.time)
    return html`${endText(from)}${until}<time datetime=${to.timeStamp!}>${to.time}</time>`;
  return html`${endText(from)}${until}${endText(to)}`;
}

function endText({ day, dayStamp, time, timeStamp }: PeriodEnd): TemplateResult {
  if (!time) return html`<time datetime=${dayStamp}>${day}</time>`;
  return html`<time datetime=${timeStamp!}
    ><span class="day">${day}<span>,</span></span> ${time}</time
  >`;
}

function endOf(date: SingleDate, view: DateView): PeriodEnd {
  if (date.precision === 'moment') {
    const instant = instantOfMoment(date);
    const local = localAt(instant);
    const offset = offsetAt(instant) / 3_600_000;
    const day = local.slice(0, 10) as Day;
    const timeStamp = `${local}+0${offset}:00`;
    return { day: dayText(day, view), dayStamp: day, time: local.slice(11).replace(/^0/, ''), timeStamp };
  }
  const key = sortKey(date);
  if (date.precision === 'day') return { day: dayText(key as Day, view), dayStamp: key };
  const dayStamp = { year: key, season: key.slice(0, 4), month: key, 'yearless-day': key.slice(5) };
  return {
    day: formatValue(date, view.t.language, createDateWriter(view.t)),
    dayStamp: dayStamp[date.precision],
  };
}

/** Writes a day with its short weekday; without the year where the date before has the same. */
function dayText(day: Day, view: DateView): string {
  const year = Number(day.slice(0, 4)) === view.precedingYear ? undefined : 'numeric';
  return formatDay(day, view, { weekday: 'short', day: 'numeric', month: 'short', year });
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
