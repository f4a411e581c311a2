import { html, nothing, type TemplateResult } from 'lit';
import { bareHeading } from '../element/views/heading.js';
import { feedParagraphs, feedText } from '../element/views/text.js';
import type { Part } from '../feed/sections/programme.js';
import { dayAt } from '../dates/amsterdam.js';
import { formatDay, monthText } from './date-text.js';
import { addAllButton, isOver, type EditionView } from './edition-view.js';
import type { Entry, Group, PartSchedule } from './programme.js';
import { sessionRow } from './session.js';

/** A part of an edition with the sessions in sight. `from`: the place of its first session in the edition. */
export function partSection(
  { part, groups }: PartSchedule,
  from: number,
  level: number,
  view: EditionView,
): TemplateResult {
  const { range: stretch } = view;
  const rowLevel = level + (part ? 1 : 0);
  const rows: TemplateResult[] = [];
  let at = from;
  let yearTold: number | undefined;
  for (const group of groups) {
    const first = Math.max(at, stretch.from);
    const name = groups.length > 1 || group.entries[0]!.when ? groupName(group, view) : undefined;
    for (const entry of group.entries) {
      if (at >= stretch.from && at < stretch.to) {
        const rowView = { ...view, yearTold };
        rows.push(
          row(entry, at, at === first ? name : undefined, rowLevel, rowLevel + (name ? 1 : 0), rowView),
        );
        yearTold = entry.when && Number(entry.when.last.slice(0, 4));
      }
      at++;
    }
  }
  return html`
    <div class="part" part="part">
      ${part ? introduction(part, groups, level, view) : nothing}
      ${
        rows.length > 0
          ? html`<ol class="sessions" part="list" role="list">
              ${rows}
            </ol>`
          : html`<p>${view.t('noPartSessions')}</p>`
      }
    </div>
  `;
}

/** What a part is. Its prose is told once, however many editions have it. */
function introduction(
  part: Part,
  groups: readonly Group[],
  level: number,
  view: EditionView,
): TemplateResult {
  const { t, localeContext, introduced } = view;
  const isNew = !introduced.has(part.id);
  introduced.add(part.id);
  const { duration, summary } = part;
  return html`
    <div class="part-name">${bareHeading(level, feedText(part.title, localeContext, t.language))}</div>
    ${duration ? html`<p class="part-duration">${feedText(duration, localeContext, t.language)}</p>` : nothing}
    ${
      summary && isNew
        ? html`<div class="prose">${feedParagraphs(summary, localeContext, t.language)}</div>`
        : nothing
    }
    ${
      view.schedule.parts.length > 1
        ? addAllButton(
            part.id,
            groups.flatMap(({ entries }) => entries),
            view,
          )
        : nothing
    }
  `;
}

function row(
  entry: Entry,
  at: number,
  groupName: GroupName | undefined,
  groupLevel: number,
  level: number,
  view: EditionView,
): TemplateResult {
  const { schedule: run, progress } = view;
  const { session, cancelled } = entry;
  const phase = progress.phases[at]!;
  return html`
    <li
      class="session ${phase} ${session.kind === 'break' ? 'rest' : ''} ${cancelled ? 'off' : ''}"
      part="session"
      data-id=${session.id}
    >
      ${at === progress.present && progress.begun ? nowLine(view) : nothing}
      ${groupName ? groupHeading(groupName, groupLevel, view) : nothing}
      ${sessionRow(entry, { phase, isNext: entry === progress.next, isOver: isOver(run.edition) }, level, view)}
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

/** What a group is called, and the value of its address where it has one. */
interface GroupName {
  readonly text: string;
  readonly week?: string;
}

function groupName({ week, month, entries }: Group, view: EditionView): GroupName | undefined {
  const { t, schedule: run } = view;
  if (week !== undefined) return { text: t('week', { n: week }), week: `${run.id}.${week}` };
  if (month !== undefined) return { text: monthText(month, view) };
  return entries[0]!.when ? undefined : { text: t('noDate') };
}

function groupHeading({ text, week }: GroupName, level: number, { hrefTo }: EditionView): TemplateResult {
  const linked = hrefTo && week ? html`<a class="own-link" href=${hrefTo('week', week)}>${text}</a>` : text;
  return html`<div class="group-name">${bareHeading(level, linked)}</div>`;
}
