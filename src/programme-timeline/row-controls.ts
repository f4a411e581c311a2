/**
 * Controls inside rows. There may be thousands, so the element has one listener for all of them: templates write here
 * what the listener reads here.
 */
import { html, nothing, type TemplateResult } from 'lit';

/**
 * Sessions to put into a calendar: one, those of a part of an edition, or those of a whole edition; by id. Or the address
 * of one, to be copied.
 */
export interface CalendarTarget {
  readonly session?: string | undefined;
  readonly edition?: string | undefined;
  readonly part?: string | undefined;
  readonly copy?: string | undefined;
}

/** Button that puts sessions into a calendar; `title`: that of the one session or part, for its accessible name. */
export function calendarButton(
  { session, edition, part, copy }: CalendarTarget,
  words: string,
  title?: string,
): TemplateResult {
  return html`<button
    type="button"
    class="link-button add"
    part="button"
    data-session=${session ?? nothing}
    data-edition=${edition ?? nothing}
    data-part=${part ?? nothing}
    data-copy=${copy ?? nothing}
    aria-label=${title === undefined ? nothing : `${words}: ${title}`}
  >
    ${words}
  </button>`;
}

/**
 * The calendar button that an event comes from, whose `dataset` is its target; `null` for any other place. Words in its
 * `data-failure` stand behind it.
 */
export function calendarButtonOf({ target }: Event): HTMLElement | null {
  return (target as Element).closest('.add');
}
