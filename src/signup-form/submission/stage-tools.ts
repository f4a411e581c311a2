import type { ErasePlace, EraseStep } from './erase-control.js';
import type { CalendarEntry } from '../../dates/ics.js';
import type { SubmissionContext } from './locales/index.js';

/** The calendar files of a feed's editions. */
export interface Calendar {
  /** The sessions of an edition that can stand in one: those with an exact date that are not cancelled. */
  meetingsOf(edition: string): readonly CalendarEntry[];
  /** Hands them to the visitor. */
  saveMeetings(edition: string, context: SubmissionContext): void;
}

/** The handlers of a stage, and the code that it needs. */
export interface StageTools {
  readonly onSubmit: (event: Event) => void;
  /** A likelier e-mail address than the one that was filled in. */
  readonly suggestion: string | undefined;
  readonly onSuggestion: (email: string) => void;
  readonly onErase: (step: EraseStep) => void;
  /** The place where the visitor is asked back before everything is cleared, if anywhere. */
  readonly erasing: ErasePlace | undefined;
  /** Fills in the form for somebody else. */
  readonly onAnother: () => void;
  /** Moves the focus to a field. */
  readonly onGoTo: (name: string) => void;
  /** The code for calendar files, once it is there. */
  readonly calendar: Calendar | undefined;
}
