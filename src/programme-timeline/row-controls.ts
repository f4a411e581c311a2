/**
 * Controls inside rows. There may be thousands, so the element has one listener for all of them: templates write here
 * what the listener reads here.
 */
import { html, nothing, type TemplateResult } from 'lit';

/** Sessions to put into a calendar: one, those of a part of an edition, or those of a whole edition; by id. */
export interface CalendarTarget {
  readonly session?: string | undefined;
  readonly edition?: string | undefined;
  readonly part?: string | undefined;
  /** Words that stand behind the button where the calendar could not be had. */
  failure?: string;
}

/** Button that puts sessions into a calendar; `name` is its accessible name where that says more than its words. */
export function calendarButton(
  { session, edition, part }: CalendarTarget,
  words: string,
  name?: string,
): TemplateResult {
  return html`<button
    type="button"
    class="link-button add"
    part="button"
    data-session=${session ?? nothing}
    data-edition=${edition ?? nothing}
    data-part=${part ?? nothing}
    aria-label=${name ?? nothing}
  >
    ${words}
  </button>`;
}

/** The target of the calendar button that an event comes from; `undefined` for any other place. */
export function calendarTargetOf({ target }: Event): CalendarTarget | undefined {
  return (target as Element).closest<HTMLElement>('.add')?.dataset;
}
