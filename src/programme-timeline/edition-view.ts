import { html, nothing, type TemplateResult } from 'lit';
import type { Edition } from '../feed/sections/editions.js';
import type { IndexRange } from './paging.js';
import { stillToCome, type EditionProgress } from './progress.js';
import type { EditionSchedule, Entry } from './programme.js';
import type { RowView } from './session.js';

/** What an edition shows, and what it asks for. */
export interface EditionView extends RowView {
  readonly schedule: EditionSchedule;
  readonly progress: EditionProgress;
  readonly range: IndexRange;
  readonly headingLevel: number;
  readonly now: number;
  /** Whether a visitor can open and close it: not when it is the only one. */
  readonly closable: boolean;
  readonly open: boolean;
  /** Whether nothing narrows what is shown: then what is empty is told too. */
  readonly whole: boolean;
  readonly printing: boolean;
  /** Parts whose prose was told with an earlier edition. */
  readonly introduced: Set<string>;
  /** Drawn above the sessions where there is room. */
  readonly overview: unknown;
  readonly onToggle: () => void;
  /** The visitor wants to see more, before or after what is shown. */
  readonly onMore: (where: 'before' | 'after') => void;
}

/** What a visitor wants in a calendar, as the button says it: one session, a part or a whole edition. */
export interface CalendarTarget {
  readonly session?: string;
  readonly edition?: string;
  readonly part?: string;
}

/** Whether nothing more will become known of an edition. */
export function isOver(edition: Edition | undefined): boolean {
  return edition?.status === 'finished' || edition?.status === 'cancelled';
}

/** Puts what is still to come of a part, or of the whole edition, into a calendar. */
export function addAllButton(
  partId: string | undefined,
  entries: readonly Entry[],
  { t, schedule: run, calendar, now }: EditionView,
): TemplateResult | typeof nothing {
  if (!calendar || stillToCome(entries, now).length < 2) return nothing;
  return html`
    <button
      type="button"
      class="link-button add"
      part="button"
      data-edition=${run.id}
      data-part=${partId ?? nothing}
    >
      ${t(partId ? 'addPart' : 'addEdition')}
    </button>
  `;
}
