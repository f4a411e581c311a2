import { html, nothing, type TemplateResult } from 'lit';
import { feedText } from '../../element/views/text.js';
import { plainText } from '../../i18n/text.js';
import { dayAt } from '../../dates/amsterdam.js';
import { formatDay } from '../date-text.js';
import type { EditionView } from '../edition-view.js';
import { sessionShape } from '../shapes.js';
import { columnsOf, fractionWithin, fractionAlong, type Column, type ColumnLayout } from './columns.js';
import { datedParts, type Span } from './span.js';
import { stripStyles } from './strip.styles.js';

export const styles = [stripStyles];

/** Marks below each other in one column; the rest is a number. */
const MAX_MARK_ROWS = 4;

/** What an overview draws, and what it asks for. */
export interface OverviewView extends EditionView {
  readonly onGo: (index: number) => void;
}

/**
 * An edition on one strip of time: parts as bars, weeks or months as columns, sessions as marks, today as a line. Every
 * column with a session leads to it in the list below, which says all of it in words.
 */
export function overview(span: Span, view: OverviewView): TemplateResult {
  const { t, schedule: run, localeContext, now } = view;
  const cut = columnsOf(span);
  const today = fractionAlong(dayAt(now), cut.columns);
  const title = run.edition ? plainText(run.edition.title, localeContext) : t('otherSessions');
  return html`
    <div class="strip" role="group" aria-label=${t('overview', { title })} @keydown=${onKey}>
      <div class="strip-bars" aria-hidden="true">${bars(cut, span, view)}</div>
      <ol class="strip-columns" role="list">
        ${cut.columns.map((column, at) => columnItem(column, at, cut, view))}
      </ol>
      ${today === undefined ? nothing : html`<span class="strip-now" data-at=${today} aria-hidden="true">${t('nowMark')}</span>`}
    </div>
  `;
}

/** Every part from its first session to its last. */
function bars(
  { columns }: ColumnLayout,
  { sessions: placed }: Span,
  { schedule: run, localeContext, t }: OverviewView,
): TemplateResult[] {
  return datedParts(run).map((part) => {
    const days = placed.filter(({ entry }) => entry.session.part === part.id).map(({ day }) => day);
    const [from, to] = [fractionAlong(days[0]!, columns)!, fractionAlong(days.at(-1)!, columns)!];
    // What begins late has its name before its end.
    return html`<span class="strip-bar ${from > 0.5 ? 'late' : ''}" data-from=${from} data-to=${to}
      >${feedText(part.title, localeContext, t.language)}</span
    >`;
  });
}

function columnItem(column: Column, at: number, cut: ColumnLayout, view: OverviewView): TemplateResult {
  const { sessions: placed } = column;
  const label = html`<span class="strip-label" aria-hidden="true">${shortName(at, cut, view)}</span>`;
  if (placed.length === 0) return html`<li>${label}</li>`;
  const { t, progress, onGo } = view;
  const first = cut.columns.find(({ sessions: placed }) =>
    placed.some(({ index }) => index >= progress.present),
  );
  const isStart = column === (first ?? cut.columns.find(({ sessions: placed }) => placed.length > 0));
  return html`
    <li>
      <button
        type="button"
        class="strip-column"
        part="button"
        tabindex=${isStart ? 0 : -1}
        aria-label=${`${fullName(column, cut, view)}: ${t('results', { n: placed.length })}`}
        @click=${() => onGo(placed[0]!.index)}
      >
        ${marks(column, cut, view)}
      </button>
      ${label}
    </li>
  `;
}

/** The marks of a column, each at its day; those that would touch stand below each other. */
function marks(column: Column, { columns }: ColumnLayout, { pillarOrder, progress }: OverviewView): unknown {
  const touching = columns.length > 12 ? 0.5 : 0.2;
  const ends: number[] = [];
  let rest = 0;
  const drawn = column.sessions.map(({ entry, index, day }) => {
    const at = fractionWithin(column, day);
    const free = ends.findIndex((end) => end <= at);
    const row = free < 0 ? ends.length : free;
    if (row >= MAX_MARK_ROWS) return void rest++;
    ends[row] = at + touching;
    return html`<svg
      class="mark ${progress.phases[index]} ${entry.cancelled ? 'off' : ''}"
      viewBox="0 0 12 12"
      aria-hidden="true"
      data-at=${at}
      data-row=${row}
    >
      <path d=${sessionShape(entry.session, pillarOrder)} />
    </svg>`;
  });
  return [drawn, rest > 0 ? html`<span class="strip-rest" data-rest=${rest}></span>` : nothing];
}

/** What stands under a column: the month where one begins, the year with the first that is in it. */
function shortName(at: number, { unit, columns }: ColumnLayout, view: OverviewView): string {
  const step = unit === 'month' && columns.length > 12 ? 3 : 1;
  const { first } = columns[at]!;
  const before = columns[at - step]?.first ?? '';
  if (at % step > 0 || before.startsWith(first.slice(0, 7))) return '';
  const year = before.startsWith(first.slice(0, 4)) ? undefined : 'numeric';
  return formatDay(first, view, { month: 'short', year });
}

function fullName({ first, sessions: placed }: Column, { unit }: ColumnLayout, view: OverviewView): string {
  const { week } = placed[0]!.entry.session;
  const day = unit === 'week' ? placed[0]!.day : first;
  const date = formatDay(day, view, {
    ...(unit === 'week' && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
  });
  return unit === 'week' && week !== undefined ? `${view.t('week', { n: week })}, ${date}` : date;
}

/** One stop of the Tab key; from there the arrows go from column to column. */
function onKey(event: KeyboardEvent): void {
  const strip = event.currentTarget as HTMLElement;
  const buttons = [...strip.querySelectorAll<HTMLElement>('.strip-column')];
  const at = buttons.indexOf(event.target as HTMLElement);
  const forward = getComputedStyle(strip).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = buttons[to ?? -1];
  if (!next) return;
  event.preventDefault();
  buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
  next.focus();
}

/** Gives everything on a strip its place. After rendering, as a strict policy allows no style in markup. */
export function placeStrips(root: ParentNode): void {
  for (const placed of root.querySelectorAll<HTMLElement | SVGElement>('.strip [data-at], .strip-bar'))
    for (const [name, value] of Object.entries(placed.dataset))
      placed.style.setProperty(`--_${name}`, value!);
}
