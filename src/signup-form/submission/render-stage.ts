import { isOffline } from '../../feed/network.js';
import type { Stage } from '../stage.js';
import { PLAIN_VIEW, type StageView } from '../stage-view.js';
import { confirmation, type Calendar } from './confirmation.js';
import type { SubmissionContext } from './locales/index.js';
import { errorSummary, failureNotice, restoredNotice } from './notices.js';
import { fieldErrorText } from './wording.js';

export interface StageActions {
  readonly onSubmit: (event: Event) => void;
  readonly onErase: () => void;
  /** Fills in the form for somebody else. */
  readonly onAnother: () => void;
  /** Moves the focus to a field. */
  readonly onGoTo: (name: string) => void;
}

/** Draws a stage. `calendar` is the code for calendar files, once it is there. */
export function renderStage(
  stage: Stage,
  context: SubmissionContext,
  { onSubmit, onErase, onAnother, onGoTo, calendar }: StageActions & { calendar: Calendar | undefined },
): StageView {
  switch (stage.kind) {
    case 'editing': {
      const { fieldErrors, generalErrors, restored } = stage;
      const errors = new Map(
        [...fieldErrors].map(([name, error]) => [name, fieldErrorText(name, error, context)]),
      );
      if (errors.size + generalErrors.length > 0)
        return { ...PLAIN_VIEW, errors, notice: errorSummary({ errors, generalErrors, context, onGoTo }) };
      return restored ? { ...PLAIN_VIEW, notice: restoredNotice(restored, context, onErase) } : PLAIN_VIEW;
    }
    case 'sending':
      return { ...PLAIN_VIEW, locked: true, progress: stage.progress };
    case 'failed': {
      const isOnline = !isOffline();
      return { ...PLAIN_VIEW, notice: failureNotice(stage.failure, { context, isOnline, onSubmit }) };
    }
    case 'received':
      return {
        ...PLAIN_VIEW,
        confirmation: confirmation(stage.receipt, { context, calendar, onAnother }),
      };
    // Over as soon as this code is there.
    case 'unavailable':
      return PLAIN_VIEW;
  }
}
