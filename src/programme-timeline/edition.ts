import { html, nothing, type TemplateResult } from 'lit';
import { chevron } from '../element/filters/filters.js';
import { bareHeading } from '../element/views/heading.js';
import { exampleBadge } from '../element/views/states.js';
import { feedText, joinWithDots } from '../element/views/text.js';
import type { Edition } from '../feed/sections/editions.js';
import { dateText, periodText } from './date-text.js';
import { addAllButton, isOver, type EditionView } from './edition-view.js';
import { PAGE_SIZE } from './paging.js';
import { partSection } from './part.js';
import { phaseAt } from './phase.js';
import { placeText } from './session.js';
import { toDateSpan } from '../dates/date-span.js';

export function editionSection(view: EditionView): TemplateResult {
  const { schedule: run, headingLevel, open } = view;
  const named = run.edition !== undefined || view.closable;
  const id = `edition-${run.id}`;
  return html`
    <section class="edition ${open ? '' : 'closed'}" part="edition" aria-labelledby=${named ? id : nothing}>
      ${
        named
          ? html`<div class="edition-name" id=${id} tabindex="-1">
                ${bareHeading(headingLevel, editionName(view))}
              </div>
              ${run.edition ? editionFacts(run.edition, view) : nothing}`
          : nothing
      }
      ${open || run.entries.length === 0 ? body(view, headingLevel + (named ? 1 : 0)) : nothing}
    </section>
  `;
}

function editionName(view: EditionView): unknown {
  const { schedule: run, t, localeContext, open } = view;
  const name = run.edition ? feedText(run.edition.title, localeContext, t.language) : t('otherSessions');
  if (!view.closable || run.entries.length === 0) return name;
  return html`<button type="button" class="edition-toggle" aria-expanded=${open} @click=${view.onToggle}>
    <span>${name}</span>${chevron}
  </button>`;
}

/** When and where it is, how it stands, whether one can still join. */
function editionFacts(edition: Edition, view: EditionView): TemplateResult {
  const { t, schedule: run } = view;
  const { status, place, capacity } = edition;
  const signup = signupOf(edition, view);
  // A feed that was not looked after goes on calling an edition open.
  const isTold = status !== 'unknown' && (status !== 'open' || signup === 'signupUntil');
  const dates = periodText(edition, view);
  const told = [
    dates === nothing ? t(isOver(edition) ? 'dateUnknown' : 'dateToFollow') : dates,
    place && placeText(place, view),
    isTold && t(`edition-${status}`),
    signup && edition[signup] && t(signup, { date: dateText(edition[signup], view) }),
    signup && capacity && t('capacity', { n: capacity }),
    !view.open && run.entries.length > 0 && t('results', { n: run.entries.length }),
  ].filter((fact) => fact);
  return html`<p class="edition-facts" part="facts">
    ${joinWithDots(told)} ${edition.example ? exampleBadge(t) : nothing}
  </p>`;
}

/** The end of the time in which one can sign up that is still to come; nothing when it is over. */
function signupOf(
  { status, signupFrom, signupUntil }: Edition,
  { now }: EditionView,
): 'signupFrom' | 'signupUntil' | undefined {
  if (status !== 'open') return undefined;
  if (phaseAt(toDateSpan({ start: signupFrom }), now) === 'later') return 'signupFrom';
  return phaseAt(toDateSpan({ start: signupUntil }), now) === 'past' ? undefined : 'signupUntil';
}

function body(view: EditionView, level: number): TemplateResult {
  const { schedule: run, t, range: stretch, printing } = view;
  const total = run.entries.length;
  if (total === 0) return html`<p>${t(isOver(run.edition) ? 'noSessionsKnown' : 'noSessions')}</p>`;
  return html`
    ${view.overview} ${addAllButton(undefined, run.entries, view)}
    ${printing ? nothing : more('before', stretch.from, view)} ${parts(view, level)}
    ${
      printing && stretch.to < total
        ? html`<p>${t('notPrinted', { n: total - stretch.to })}</p>`
        : more('after', total - stretch.to, view)
    }
  `;
}

function more(
  where: 'before' | 'after',
  left: number,
  { t, onMore }: EditionView,
): TemplateResult | typeof nothing {
  if (left <= 0) return nothing;
  return html`<div class="more">
    <button type="button" class="button" part="button" @click=${() => onMore(where)}>
      ${t(where === 'before' ? 'earlier' : 'later', { n: Math.min(left, PAGE_SIZE) })}
    </button>
  </div>`;
}

/** The parts with a session in sight. Of what is still to come, a part that holds nothing yet is told too. */
function parts(view: EditionView, level: number): unknown {
  const { schedule: run, range: stretch } = view;
  let at = 0;
  return run.parts.map((partRun) => {
    const from = at;
    at += partRun.groups.reduce((sum, { entries }) => sum + entries.length, 0);
    const seen = at > stretch.from && from < stretch.to && at > from;
    const told = at === from && view.whole && !isOver(run.edition);
    return seen || told ? partSection(partRun, from, level, view) : nothing;
  });
}
