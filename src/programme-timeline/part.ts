import { html, nothing, type TemplateResult } from 'lit';
import { bareHeading } from '../element/views/heading.js';
import { keyedRows } from '../element/views/keyed-rows.js';
import { feedParagraphs, feedText } from '../element/views/text.js';
import type { Part } from '../feed/sections/programme.js';
import { dayAt } from '../dates/amsterdam.js';
import { formatDay, monthText } from './date-text.js';
import { addAllButton, type EditionView } from './edition-view.js';
import { isOver, type Entry, type Group } from './programme.js';
import { sessionRow } from './session.js';
import type { VisiblePart } from './visible-editions.js';
import { flatMap } from '../lists.js';

/** A part of an edition with its sessions in the visible range. */
export function partSection(visible: VisiblePart, level: number, view: EditionView): TemplateResult {
  const { part, groups } = visible.schedule;
  const { range } = view;
  const groupLevel = level + (part ? 1 : 0);
  const rows = new Map<string, TemplateResult>();
  let index = visible.from;
  let precedingYear: number | undefined;
  for (const group of groups) {
    const first = Math.max(index, range.from);
    const name = groups.length > 1 || group.entries[0]!.when ? groupName(group, view) : undefined;
    const headingLevel = groupLevel + (name ? 1 : 0);
    for (const entry of group.entries) {
      if (index >= range.from && index < range.to) {
        const heading =
          name && index === first
            ? html`<div class="group-name">${bareHeading(groupLevel, name)}</div>`
            : nothing;
        rows.set(entry.session.id, row(entry, { index, heading, headingLevel }, { ...view, precedingYear }));
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
  { id, title, duration, summary }: Part,
  { schedule, isIntroduced }: VisiblePart,
  level: number,
  view: EditionView,
): TemplateResult {
  const { t, localeContext } = view;
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
            id,
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
  readonly heading: TemplateResult | typeof nothing;
  /** Level of the heading of the session itself. */
  readonly headingLevel: number;
}

function row(
  entry: Entry,
  { index, heading, headingLevel }: RowPlacement,
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
      ${index === progress.present && progress.begun ? nowLine(view) : nothing} ${heading}
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
  return html`<p class="now-line" part="now" id=${`now-${view.schedule.id}`} tabindex="-1">
    ${view.t('nowLine', { date })}
  </p>`;
}

function groupName({ week, month, entries }: Group, view: EditionView): string | undefined {
  const { t } = view;
  if (week !== undefined) return t('week', { n: week });
  if (month !== undefined) return monthText(month, view);
  return entries[0]!.when ? undefined : t('noDate');
}
