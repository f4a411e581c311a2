import { html, nothing, type TemplateResult } from 'lit';
import { feedText } from '../../element/views/text.js';
import { plainText } from '../../i18n/text.js';
import { dayAt } from '../../dates/amsterdam.js';
import { formatDay } from '../date-text.js';
import type { EditionView } from '../edition-view.js';
import { sessionShape } from '../shapes.js';
import { columnsOf, fractionWithin, fractionAlong, type Column, type ColumnLayout } from './columns.js';
import { languages } from './locales/index.js';
import { placed } from './placed.js';
import { datedParts, type Span } from './span.js';
import { stripStyles } from './strip.styles.js';

export const styles = [stripStyles];

/** Number of marks below each other in one column; further ones are counted. */
const MAX_MARK_ROWS = 4;

/**
 * An edition on one strip of time: parts as bars, weeks or months as columns, sessions as marks, today as a line. Every
 * column with a session leads to it in the list below, which says all of it in words.
 */
export function overview(span: Span, view: EditionView): TemplateResult {
  const { t, translatorFor, schedule, localeContext, now } = view;
  const own = translatorFor(languages);
  const layout = columnsOf(span);
  const today = fractionAlong(dayAt(now), layout.columns);
  const title = schedule.edition ? plainText(schedule.edition.title, localeContext) : t('otherSessions');
  return html`
    <div class="strip" role="toolbar" aria-label=${own('overview', { title })} @keydown=${onKey}>
      <div class="strip-bars" aria-hidden="true">${bars(layout, span, view)}</div>
      <ol class="strip-columns" role="list">
        ${layout.columns.map((column, index) => columnItem(column, index, layout, view))}
      </ol>
      ${today === undefined ? nothing : html`<span class="strip-now" aria-hidden="true" ${placed({ at: today })}>${own('nowMark')}</span>`}
    </div>
  `;
}

/** Bars of the parts, each from its first session to its last. */
function bars(
  { columns }: ColumnLayout,
  { sessions }: Span,
  { schedule, localeContext, t }: EditionView,
): TemplateResult[] {
  return datedParts(schedule).map((part) => {
    const days = sessions.filter(({ entry }) => entry.session.part === part.id).map(({ day }) => day);
    const [from, to] = [fractionAlong(days[0]!, columns)!, fractionAlong(days.at(-1)!, columns)!];
    // A late bar is short: its name ends with it, rather than begins.
    return html`<span class="strip-bar ${from > 0.5 ? 'late' : ''}" ${placed({ from, to })}
      >${feedText(part.title, localeContext, t.language)}</span
    >`;
  });
}

function columnItem(column: Column, index: number, layout: ColumnLayout, view: EditionView): TemplateResult {
  const [first, ...others] = column.sessions;
  const label = html`<span class="strip-label" aria-hidden="true">${shortName(index, layout, view)}</span>`;
  if (!first) return html`<li>${label}</li>`;
  const { t, progress } = view;
  const present = layout.columns.filter(({ sessions }) =>
    sessions.some((session) => session.index >= progress.present),
  )[0];
  const isTabStop = column === (present ?? layout.columns.filter(({ sessions }) => sessions.length > 0)[0]);
  const results = t('results', { n: others.length + 1 });
  return html`
    <li>
      <button
        type="button"
        class="strip-column"
        part="button"
        tabindex=${isTabStop ? 0 : -1}
        aria-label=${`${fullName(column, layout, view)}: ${results}`}
        @click=${() => view.onGo({ edition: view, index: first.index })}
      >
        ${marks(column, layout, view)}
      </button>
      ${label}
    </li>
  `;
}

/** Marks of a column, each at its day; those that would touch stand below each other. */
function marks(column: Column, { columns }: ColumnLayout, { pillars, progress }: EditionView): unknown {
  const width = columns.length > 12 ? 0.5 : 0.2;
  const ends: number[] = [];
  let rest = 0;
  const drawn = column.sessions.map(({ entry, index, day }) => {
    const start = fractionWithin(column, day);
    const free = ends.map((end) => end <= start).indexOf(true);
    const row = free < 0 ? ends.length : free;
    if (row >= MAX_MARK_ROWS) return void rest++;
    ends[row] = start + width;
    return html`<svg
      class="mark ${progress.phases[index]} ${entry.cancelled ? 'off' : ''}"
      viewBox="0 0 12 12"
      aria-hidden="true"
      ${placed({ at: start, row })}
    >
      <path d=${sessionShape(entry.session, pillars)} />
    </svg>`;
  });
  return [drawn, rest > 0 ? html`<span class="strip-rest" data-rest=${rest}></span>` : nothing];
}

/** Label under a column: the month that begins in it, with the year where that is a new one; else empty. */
function shortName(index: number, { unit, columns }: ColumnLayout, view: EditionView): string {
  const step = unit === 'month' && columns.length > 12 ? 3 : 1;
  const { first } = columns[index]!;
  const before = columns[index - step]?.first ?? '';
  if (index % step > 0 || before.startsWith(first.slice(0, 7))) return '';
  const year = before.startsWith(first.slice(0, 4)) ? undefined : 'numeric';
  return formatDay(first, view, { month: 'short', year });
}

function fullName({ first, sessions }: Column, { unit }: ColumnLayout, view: EditionView): string {
  const { week } = sessions[0]!.entry.session;
  const day = unit === 'week' ? sessions[0]!.day : first;
  const date = formatDay(day, view, {
    ...(unit === 'week' && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
  });
  return unit === 'week' && week !== undefined ? `${view.t('week', { n: week })}, ${date}` : date;
}

/** Moves the focus between columns with the arrow keys, Home and End; the strip is one stop of the Tab key. */
function onKey(event: KeyboardEvent): void {
  const strip = event.currentTarget as HTMLElement;
  const buttons = [...strip.querySelectorAll<HTMLElement>('.strip-column')];
  const index = buttons.indexOf(event.target as HTMLElement);
  const forward = getComputedStyle(strip).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const to = { [forward]: index + 1, [backward]: index - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = buttons[to ?? -1];
  if (!next) return;
  event.preventDefault();
  buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
  next.focus();
}
