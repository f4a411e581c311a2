import { html, nothing, type TemplateResult } from 'lit';
import { bareHeading } from '../element/views/heading.js';
import { externalLink } from '../element/views/link.js';
import { exampleBadge } from '../element/views/states.js';
import { feedParagraphs, feedText, joinTexts } from '../element/views/text.js';
import { type Text, type LocaleContext, plainText } from '../i18n/text.js';
import type { Session } from '../feed/sections/sessions.js';
import type { Place } from '../feed/shapes.js';
import { periodText, type DateView } from './date-text.js';
import type { TimelineTranslator } from './locales/index.js';
import { sessionShape } from './shapes.js';
import type { Phase } from './phase.js';
import type { Entry } from './programme.js';

/** What all rows of one rendering share. */
export interface RowView extends DateView {
  readonly localeContext: LocaleContext;
  readonly pillars: ReadonlyMap<string, Text>;
  /** The pillars in their order, which decides their marks. */
  readonly pillarOrder: readonly string[];
  readonly calendar: boolean;
  /** The address of a session or a week within this page, where these have one. */
  readonly hrefTo: ((key: 'session' | 'week', value: string) => string) | undefined;
}

/** Where a session stands among the others. */
export interface RowStatus {
  readonly phase: Phase;
  /** The first that is still to come. */
  readonly isNext: boolean;
  /** Whether its edition is over, so that no date will follow. */
  readonly isOver: boolean;
}

/** A session as a row: when, then what. `level` is that of its heading. */
export function sessionRow(entry: Entry, standing: RowStatus, level: number, view: RowView): TemplateResult {
  const { session } = entry;
  const { t, localeContext } = view;
  const { summary } = session;
  return html`
    <div class="date" part="date">
      ${dateOf(entry, standing, view)}
      ${standing.phase === 'past' ? html`<span class="over">${t('past')}</span>` : nothing}
    </div>
    <svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
      <path d=${sessionShape(session, view.pillarOrder)} />
    </svg>
    <div class="what">
      <div class="title" part="title" id=${`session-${session.id}`} tabindex="-1">
        ${bareHeading(level, title(entry, standing, view))}
      </div>
      ${where(session, view)} ${summary ? feedParagraphs(summary, localeContext, t.language) : nothing}
      ${facts(session, view)} ${actions(entry, standing, view)}
    </div>
  `;
}

function dateOf({ session }: Entry, { isOver }: RowStatus, view: RowView): unknown {
  const text = periodText(session, view);
  if (text !== nothing) return text;
  if (isOver) return view.t('dateUnknown');
  return view.t(session.kind === 'coaching' ? 'byAppointment' : 'dateToFollow');
}

/** What a visitor must know before the title, in words. */
function word(entry: Entry, { phase, isNext }: RowStatus, t: TimelineTranslator): string | undefined {
  if (entry.cancelled) return t('cancelled');
  if (phase === 'now' || phase === 'today') return t(phase);
  if (entry.session.status === 'moved' && phase !== 'past') return t('moved');
  return isNext ? t('next') : undefined;
}

function title(entry: Entry, standing: RowStatus, view: RowView): string | TemplateResult {
  const { t, localeContext, hrefTo } = view;
  const { session, cancelled } = entry;
  const name = feedText(session.title, localeContext, t.language);
  const linked = hrefTo ? html`<a class="own-link" href=${hrefTo('session', session.id)}>${name}</a>` : name;
  const held = cancelled ? html`<s>${linked}</s>` : linked;
  const said = word(entry, standing, t);
  return said ? html`<span class="word" part="state-word">${`${said}: `}</span>${held}` : held;
}

/** What kind of meeting it is, which threads it belongs to. */
function facts(session: Session, view: RowView): TemplateResult | typeof nothing {
  const { t, localeContext } = view;
  // Our words, as texts of the feed are, to be joined with these.
  const kind = session.kind === 'other' ? undefined : { [t.language]: t(`kind-${session.kind}`) };
  const threads = session.pillars.map((id) => view.pillars.get(id));
  const told = joinTexts([kind, ...threads], localeContext, t.language);
  if (!told && !session.example) return nothing;
  return html`<p class="facts" part="facts">${told} ${session.example ? exampleBadge(t) : nothing}</p>`;
}

/** Where it is; where and when it was before it was moved. */
function where(session: Session, view: RowView): unknown {
  const { place, online, movedFrom } = session;
  const now = place || online ? html`<p class="place" part="place">${spot(session, view)}</p>` : nothing;
  const before = session.status === 'moved' ? movedFrom : undefined;
  if (!before) return now;
  return html`${now}
    <p class="moved" part="moved">
      ${view.t('movedFrom')}
      <s
        >${periodText(before, view)}${before.start && before.place ? ', ' : nothing}${
          before.place ? placeText(before.place, view) : nothing
        }</s
      >
    </p>`;
}

function spot({ place, online }: Session, view: RowView): unknown {
  const { t } = view;
  const held = place && placeText(place, view);
  if (!online) return held;
  const link = externalLink(online, t('online'), { hint: t('opensElsewhere') });
  return held ? html`${held} · ${link}` : link;
}

export function placeText(
  { name, address, url }: Place,
  { t, localeContext }: RowView,
): string | TemplateResult {
  const text = feedText(name, localeContext, t.language);
  const held = url ? externalLink(url, text, { hint: t('opensElsewhere') }) : text;
  return address ? html`${held}, ${feedText(address, localeContext, t.language)}` : held;
}

function actions(entry: Entry, { phase }: RowStatus, view: RowView): TemplateResult | typeof nothing {
  const { t, localeContext } = view;
  const { session, when, cancelled } = entry;
  const { links } = session;
  const addable = view.calendar && when?.exact && phase !== 'past' && !cancelled;
  if (!addable && links.length === 0) return nothing;
  return html`<p class="actions">
    ${
      addable
        ? html`<button
            type="button"
            class="link-button add"
            part="button"
            data-session=${session.id}
            aria-label=${t('addSessionNamed', { title: plainText(session.title, localeContext) })}
          >
            ${t('addSession')}
          </button>`
        : nothing
    }
    ${links.map(({ url, label }) =>
      externalLink(url, label ? feedText(label, localeContext, t.language) : t('more'), {
        hint: t('opensElsewhere'),
      }),
    )}
  </p>`;
}
