import { html, nothing, type TemplateResult } from 'lit';
import { bareHeading } from '../element/views/heading.js';
import { keyedRows } from '../element/views/keyed-rows.js';
import { feedParagraphs, feedText, focusText } from '../element/views/text.js';
import type { Part } from '../feed/sections/programme.js';
import { dayAt } from '../dates/amsterdam.js';
import { formatDay, monthText } from './date-text.js';
import { addAllButton, type EditionView } from './edition-view.js';
import { guarded } from './guarded.js';
import { isOver, type Entry, type Group } from './programme.js';
import { sessionRow } from './session.js';
import type { VisiblePart } from './visible-editions.js';
import { flatMap } from '../lists.js';

/** A part of an edition with its sessions in the visible range. */
export function partSection(visible: VisiblePart, level: number, view: EditionView): TemplateResult {
  const { part, groups } = visible.schedule;
  const { range } = view;
  const { present, begun } = view.progress;
  const groupLevel = level + (part ? 1 : 0);
  const rows = new Map<string, unknown>();
  let index = visible.from;
  let precedingYear: number | undefined;
  for (const group of groups) {
    const first = Math.max(index, range.from);
    const name = groups.length > 1 || group.entries[0]!.when ? groupName(group, view) : undefined;
    const headingLevel = groupLevel + (name ? 1 : 0);
    for (const entry of group.entries) {
      if (index >= range.from && index < range.to) {
        const heading = index === first ? name : undefined;
        const placement = { index, heading, headingLevel, hasNowLine: index === present && begun };
        rows.set(entry.session.id, guardedRow(entry, placement, precedingYear, view));
        precedingYear = entry.when && Number(entry.when.last.slice(0, 4));
      }
      index++;
    }
  }
  return html`
    <div class="part" part="part">
      ${part ? introduction(part, visible, level, view) : nothing}
      ${
        rows.size > 0
          ? html`<ol class="sessions" part="list" role="list">
              ${keyedRows(rows)}
            </ol>`
          : html`<p>${view.t('noPartSessions')}</p>`
      }
    </div>
  `;
}

/** Name, duration and summary of a part. */
function introduction(
  part: Part,
  { schedule, isIntroduced }: VisiblePart,
  level: number,
  view: EditionView,
): TemplateResult {
  const { t, localeContext } = view;
  const { title, duration, summary } = part;
  return html`
    <div class="part-name">${bareHeading(level, feedText(title, localeContext, t.language))}</div>
    ${duration ? html`<p class="part-duration">${feedText(duration, localeContext, t.language)}</p>` : nothing}
    ${
      summary && isIntroduced
        ? html`<div class="prose">${feedParagraphs(summary, localeContext, t.language)}</div>`
        : nothing
    }
    ${
      view.schedule.parts.length > 1
        ? addAllButton(
            part,
            flatMap(schedule.groups, ({ entries }) => entries),
            view,
          )
        : nothing
    }
  `;
}

/** Place of a row in its edition, and the heading of its group where it is the group's first. */
interface RowPlacement {
  readonly index: number;
  readonly heading: string | undefined;
  /** Level of the heading of the session itself; that of its group is the one above. */
  readonly headingLevel: number;
  readonly hasNowLine: boolean;
}

/** A row that is rendered again only when something in it is another: there may be many, and they come in steps. */
function guardedRow(
  entry: Entry,
  placement: RowPlacement,
  precedingYear: number | undefined,
  view: EditionView,
): unknown {
  const { t, progress, calendar, now } = view;
  const { index, heading, headingLevel, hasNowLine } = placement;
  const status = [progress.phases[index], entry === progress.next, hasNowLine && dayAt(now)];
  return guarded([t, entry, calendar, precedingYear, heading, headingLevel, ...status], () =>
    row(entry, placement, { ...view, precedingYear }),
  );
}

function row(
  entry: Entry,
  { index, heading, headingLevel, hasNowLine }: RowPlacement,
  view: EditionView,
): TemplateResult {
  const { schedule, progress } = view;
  const { session, cancelled } = entry;
  const phase = progress.phases[index]!;
  const status = { phase, isNext: entry === progress.next, isOver: isOver(schedule.edition) };
  return html`
    <li
      class="session ${phase} ${session.kind === 'break' ? 'rest' : ''} ${cancelled ? 'off' : ''}"
      part="session"
      data-id=${session.id}
    >
      ${hasNowLine ? nowLine(view) : nothing}
      ${heading ? html`<div class="group-name">${bareHeading(headingLevel - 1, heading)}</div>` : nothing}
      ${sessionRow(entry, status, headingLevel, view)}
    </li>
  `;
}

function nowLine(view: EditionView): TemplateResult {
  const date = formatDay(dayAt(view.now), view, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return html`<p class="now-line" part="now">
    ${focusText(`now-${view.schedule.id}`, view.t('nowLine', { date }))}
  </p>`;
}

function groupName({ week, month, entries }: Group, view: EditionView): string | undefined {
  const { t } = view;
  if (week !== undefined) return t('week', { n: week });
  if (month !== undefined) return monthText(month, view);
  return entries[0]!.when ? undefined : t('noDate');
}
