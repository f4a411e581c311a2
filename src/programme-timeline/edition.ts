import { html, noChange, nothing, type TemplateResult } from 'lit';
import { chevron } from '../element/views/chevron.js';
import { bareHeading } from '../element/views/heading.js';
import { rowsOf } from '../element/views/keyed-rows.js';
import { saidBadge } from '../element/views/states.js';
import { feedText, joinWithCommas, voiceText } from '../element/views/text.js';
import type { Edition } from '../feed/sections/editions.js';
import { toDateSpan } from '../dates/date-span.js';
import { dateText, periodForAll, periodText } from './date-text.js';
import { addAllButton, type EditionView } from './edition-view.js';
import { guarded } from './guarded.js';
import { datedParts, spanOf } from './overview/span.js';
import { PAGE_SIZE } from './paging.js';
import { partSection } from './part.js';
import { phaseAt } from './phase.js';
import { isOver } from './programme.js';
import { saidBehind, sessionPlace } from './session.js';

export function editionSection(view: EditionView): TemplateResult {
  const { schedule, headingLevel, open } = view;
  const hasName = schedule.edition !== undefined || view.closable;
  return html`
    <section class="edition ${open ? '' : 'closed'}" part="edition">
      ${
        hasName
          ? html`<div class="edition-name">${bareHeading(headingLevel, editionName(view))}</div>
              ${schedule.edition ? editionFacts(schedule.edition, view) : nothing}`
          : nothing
      }
      ${hideable(view, headingLevel + (hasName ? 1 : 0))} ${view.printing ? notPrinted(view) : nothing}
    </section>
  `;
}

const isClosable = ({ closable, schedule }: EditionView): boolean => closable && schedule.entries.length > 0;

/**
 * What a visitor can close, where there are several editions: the same element also where there is one, to which another
 * may come. The find of the browser opens it, as far as it is rendered.
 */
function hideable(view: EditionView, level: number): TemplateResult {
  const { range } = view;
  const isOpen = view.open || !isClosable(view);
  return html`<div
    hidden=${isOpen ? nothing : 'until-found'}
    @beforematch=${() => view.onEditionToggle(view)}
  >
    ${isOpen || range.to > range.from ? body(view, level) : nothing}
  </div>`;
}

function editionName(view: EditionView): unknown {
  const { schedule, t, localeContext, open } = view;
  const { title, status, example } = schedule.edition ?? {};
  const said = saidBehind(status === 'cancelled' && t('edition-cancelled'), example && t('example'));
  const name = [
    schedule.edition ? feedText(title, localeContext, t.language) : t('otherSessions'),
    said ? voiceText(said) : nothing,
  ];
  if (!isClosable(view)) return name;
  return html`<button
    type="button"
    class="edition-toggle"
    aria-expanded=${open}
    @click=${() => view.onEditionToggle(view)}
  >
    <span>${name}</span>${chevron}
  </button>`;
}

/** Dates, place, status and sign-up period of an edition, as far as they are known. */
function editionFacts(edition: Edition, view: EditionView): TemplateResult {
  const { t, schedule } = view;
  const { status, place, capacity } = edition;
  const signup = signupBound(edition, view);
  // A feed that was not looked after goes on calling an edition open; the day until which it is says so already.
  const isStatusTold =
    status !== 'unknown' && (status !== 'open' || (signup === 'signupUntil' && !edition.signupUntil));
  const total = schedule.entries.length;
  const facts = [
    periodText(edition, view) === nothing
      ? t(isOver(edition) ? 'dateUnknown' : 'dateToFollow')
      : periodForAll(edition, view),
    place && sessionPlace(place, view),
    isStatusTold && t(`edition-${status}`),
    signup && edition[signup] && t(signup, { date: dateText(edition[signup], view) }),
    signup && capacity && t('capacity', { n: capacity }),
    !view.open && !view.printing && total > 0 && t('results', { n: total }),
  ].filter((fact) => fact);
  return html`<p class="edition-facts" part="facts">
    ${joinWithCommas(facts)} ${edition.example ? saidBadge(t) : nothing}
  </p>`;
}

/** The bound of the sign-up period that is still to come; `undefined` when sign-up is over or not open. */
function signupBound(
  { status, signupFrom, signupUntil }: Edition,
  { now }: EditionView,
): 'signupFrom' | 'signupUntil' | undefined {
  if (status !== 'open') return undefined;
  if (phaseAt(toDateSpan({ start: signupFrom }), now) === 'later') return 'signupFrom';
  return phaseAt(toDateSpan({ start: signupUntil }), now) === 'past' ? undefined : 'signupUntil';
}

function body(view: EditionView, level: number): TemplateResult {
  const { schedule, t, page, range, parts, printing, progress, layout } = view;
  const total = schedule.entries.length;
  const draw = view.nearOverviews.has(schedule.id) ? view.drawOverview : undefined;
  if (total === 0) return html`<p>${t(isOver(schedule.edition) ? 'noSessionsKnown' : 'noSessions')}</p>`;
  return html`
    ${guarded([t, schedule, progress, draw, layout, printing], () => overview(view, draw))}
    ${addAllButton(undefined, schedule.entries, view)} ${moreButton('before', range.from, view)}
    ${rowsOf(
      parts,
      (part) => part.schedule.part?.id ?? '',
      (part) => partSection(part, level, view),
    )}
    ${moreButton('after', range.to < page.to ? 0 : total - range.to, view)}
  `;
}

/** The number of sessions that are not on paper: the last ones of many, and all of what a visitor has closed. */
function notPrinted({ open, schedule, range, t }: EditionView): TemplateResult | typeof nothing {
  const n = schedule.entries.length - (open ? range.to : 0);
  return n > 0 ? html`<p>${t('notPrinted', { n })}</p>` : nothing;
}

/** The overview of an edition; its empty place until the code that draws it is loaded, so that nothing moves then. */
function overview(view: EditionView, draw: EditionView['drawOverview']): TemplateResult | typeof nothing {
  const span = spanOf(view.schedule.entries);
  if (!span || view.layout === 'vertical' || view.printing) return nothing;
  return html`<div class="overview ${view.layout}" part="overview" data-edition=${view.schedule.id}>
    ${
      draw?.(span, view) ??
      html`${datedParts(view.schedule).map(() => html`<span class="strip-bar"></span>`)}
        <div class="strip-columns"></div>`
    }
  </div>`;
}

function moreButton(where: 'before' | 'after', count: number, view: EditionView): TemplateResult {
  const left = view.printing ? 0 : count;
  // The button that was pressed last is hidden: taken away, it takes along the place at which a screen reader reads.
  return html`<div class="more" ?hidden=${left <= 0}>
    ${
      left > 0
        ? html`<button type="button" class="button" part="button" @click=${() => view.onMore(view, where)}>
            ${view.t(where === 'before' ? 'earlier' : 'later', { n: Math.min(left, PAGE_SIZE) })}
          </button>`
        : noChange
    }
  </div>`;
}
