import { html, nothing, type TemplateResult } from 'lit';
import { bareHeading } from '../element/views/heading.js';
import { rowsOf } from '../element/views/keyed-rows.js';
import { externalLink } from '../element/views/link.js';
import { saidBadge } from '../element/views/states.js';
import { feedParagraphs, feedText, joinTexts, voiceText } from '../element/views/text.js';
import { type Text, type LocaleContext, plainText } from '../i18n/text.js';
import { freedDays } from '../dates/date-span.js';
import type { Session } from '../feed/sections/sessions.js';
import type { Place } from '../feed/shapes.js';
import { periodForAll, periodText, saidPeriod, type DateView } from './date-text.js';
import type { TimelineTranslator } from './locales/index.js';
import { calendarButton } from './row-controls.js';
import { sessionShape } from './shapes.js';
import { phaseAt, type Phase } from './phase.js';
import type { Entry } from './programme.js';

/** Data that all rows of one rendering share. */
export interface RowView extends DateView {
  readonly localeContext: LocaleContext;
  /** Titles of the pillars by id, in the order of the feed, which decides their marks. */
  readonly pillars: ReadonlyMap<string, Text>;
  readonly calendar: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Status of a session at the time of rendering. */
export interface RowStatus {
  readonly phase: Phase;
  /** True for the first session that is still to come. */
  readonly isNext: boolean;
  /** True when the edition is over, so that no date will follow. */
  readonly isOver: boolean;
}

/** A session as a row: date, then facts. `level` is that of its heading, which tells voices the date as well. */
export function sessionRow(entry: Entry, status: RowStatus, level: number, view: RowView): TemplateResult {
  const { session } = entry;
  const { t, localeContext } = view;
  const { summary } = session;
  return html`
    <div class="date" part="date" aria-hidden="true">
      ${dateOf(entry, status, view)}
      ${status.phase === 'past' ? html`<span class="over">${t('past')}</span>` : nothing}
    </div>
    <svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
      <path d=${sessionShape(session, view.pillars)} />
    </svg>
    <div class="what">
      <div class="title" part="title" id=${`session-${session.id}`}>
        ${bareHeading(level, [title(entry, status, view), voiceText(saidDate(entry, status, view))])}
      </div>
      ${location(session, view)} ${feedParagraphs(summary, localeContext, t.language)} ${facts(session, view)}
      ${actions(entry, view)}
    </div>
  `;
}

/** The date in full, that it is over, and that it is made up, behind the name. */
function saidDate({ session }: Entry, { isOver, phase }: RowStatus, view: RowView): string {
  const date = saidPeriod(session, view) || noDateText(session, isOver, view);
  return saidBehind(date, phase === 'past' && view.t('past'), session.example && view.t('example'));
}

/** Words behind a name, each after a comma; those that are empty or not there are left out. */
export function saidBehind(...words: readonly (string | false | undefined)[]): string {
  return words.map((word) => (word ? `, ${word}` : '')).join('');
}

function dateOf({ session }: Entry, { isOver }: RowStatus, view: RowView): unknown {
  const text = periodText(session, view);
  return text === nothing ? noDateText(session, isOver, view) : text;
}

function noDateText({ kind }: Session, isOver: boolean, { t }: RowView): string {
  return t(isOver ? 'dateUnknown' : kind === 'coaching' ? 'byAppointment' : 'dateToFollow');
}

/** The status in words, where a visitor must know it before the title. */
function statusWord(entry: Entry, { phase, isNext }: RowStatus, t: TimelineTranslator): string | undefined {
  if (entry.cancelled) return t('cancelled');
  if (entry.session.status === 'unknown') return t('statusUnknown');
  if (phase === 'now' || phase === 'today') return t(phase);
  if (entry.session.status === 'moved' && phase !== 'past') return t('moved');
  return isNext ? t('next') : undefined;
}

function title(entry: Entry, status: RowStatus, view: RowView): string | TemplateResult {
  const { t, localeContext } = view;
  const { session, cancelled } = entry;
  const text = feedText(session.title, localeContext, t.language);
  const name = cancelled ? html`<s>${text}</s>` : text;
  const word = statusWord(entry, status, t);
  return word ? html`<span class="word" part="state-word">${`${word}: `}</span>${name}` : name;
}

/** Kind and pillars of a session. */
function facts(session: Session, view: RowView): TemplateResult | typeof nothing {
  const { t, localeContext } = view;
  const kind = session.kind === 'other' ? '' : t(`kind-${session.kind}`);
  const pillars = joinTexts(
    session.pillars.map((id) => view.pillars.get(id)),
    localeContext,
    t.language,
  );
  if (!kind && !pillars && !session.example) return nothing;
  return html`<p class="facts" part="facts">
    ${kind}${kind && pillars ? ', ' : nothing}${pillars} ${session.example ? saidBadge(t) : nothing}
  </p>`;
}

/** Place of a session; with its earlier date and place when it was moved. */
function location(session: Session, view: RowView): unknown {
  const { place, online, movedFrom } = session;
  const present =
    place || online ? html`<p class="place" part="place">${meetingPlace(session, view)}</p>` : nothing;
  const before = session.status === 'moved' ? movedFrom : undefined;
  if (!before) return present;
  return html`${present}
    <p class="moved" part="moved">
      ${view.t('movedFrom')}
      <s
        >${before.start ? periodForAll(before, view) : nothing}${before.start && before.place ? ', ' : nothing}${
          before.place ? sessionPlace(before.place, view) : nothing
        }</s
      >
    </p>`;
}

function meetingPlace({ place, online }: Session, view: RowView): unknown {
  const { t } = view;
  const text = place && sessionPlace(place, view);
  if (!online) return text;
  const link = externalLink(online, t('online'), t);
  return text ? [text, ', ', link] : link;
}

export function sessionPlace({ name, address, url }: Place, { t, localeContext }: RowView): unknown {
  const text = feedText(name, localeContext, t.language);
  const linked = externalLink(url, text, t);
  return address && address !== name ? [linked, ', ', feedText(address, localeContext, t.language)] : linked;
}

/** What a visitor can do with a session; of one that does not go on, or was put off, a calendar is told that. */
function actions(entry: Entry, view: RowView): TemplateResult | typeof nothing {
  const { t, localeContext } = view;
  const { session, when, cancelled } = entry;
  const { links } = session;
  const freed = freedDays(entry);
  const days = freed ?? (when?.exact && when);
  const isAddable = view.calendar && days && phaseAt(days, view.now) !== 'past';
  if (!isAddable && links.length === 0) return nothing;
  return html`<p class="actions">
    ${
      isAddable
        ? calendarButton(
            { session: session.id },
            t(freed || cancelled ? 'cancelSession' : 'addSession'),
            [plainText(session.title, localeContext), saidPeriod(session, view)].filter(Boolean).join(', '),
          )
        : nothing
    }
    ${rowsOf(
      links,
      ({ url }) => url,
      ({ url, label }) =>
        externalLink(url, label ? feedText(label, localeContext, t.language) : t('more'), t),
    )}
  </p>`;
}
