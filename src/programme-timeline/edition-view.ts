import { nothing, type TemplateResult } from 'lit';
import type { Part } from '../feed/sections/programme.js';
import { plainText } from '../i18n/text.js';
import type { Languages, Messages, Translator } from '../i18n/translate.js';
import type { Span } from './overview/span.js';
import { stillToCome } from './progress.js';
import type { Entry } from './programme.js';
import { calendarButton } from './row-controls.js';
import type { RowView } from './session.js';
import type { PagedEdition, SessionPosition, VisibleEdition } from './visible-editions.js';

/** Data and callbacks of the template of one edition. */
export interface EditionView extends RowView, VisibleEdition {
  /** Makes a translator for other words than the timeline's. */
  readonly translatorFor: <M extends Messages>(languages: Languages<M>) => Translator<M>;
  readonly headingLevel: number;
  /** False for the only edition: a visitor cannot close it. */
  readonly closable: boolean;
  readonly printing: boolean;
  readonly layout: 'auto' | 'vertical' | 'horizontal';
  /** Draws the overview; `undefined` until its code is loaded. */
  readonly drawOverview: ((span: Span, view: EditionView) => TemplateResult) | undefined;
  /** The editions whose overview is to be drawn, by id. */
  readonly nearOverviews: ReadonlySet<string>;
  readonly onEditionToggle: (edition: PagedEdition) => void;
  /** The visitor asks for more sessions, before or after the visible ones. */
  readonly onMore: (edition: PagedEdition, where: 'before' | 'after') => void;
  readonly onGo: (position: SessionPosition) => void;
}

/** Button that puts what is still to come of a part, or of the whole edition, into a calendar. */
export function addAllButton(
  part: Part | undefined,
  entries: readonly Entry[],
  { t, schedule, calendar, now, localeContext }: EditionView,
): TemplateResult | typeof nothing {
  if (!calendar || stillToCome(entries, now).length < 2) return nothing;
  return calendarButton(
    { edition: schedule.id, part: part?.id },
    t(part ? 'addPart' : 'addEdition'),
    part && plainText(part.title, localeContext),
  );
}
