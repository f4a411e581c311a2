import type { Stage } from '../stage.js';
import { PLAIN_VIEW, type StageView } from '../stage-view.js';
import { confirmation } from './confirmation.js';
import type { SubmissionContext } from './locales/index.js';
import { errorSummary, failureNotice, restoredNotice } from './notices.js';
import type { StageTools } from './stage-tools.js';
import { fieldErrorText } from './wording.js';

/** Draws a stage. */
export function renderStage(stage: Stage, context: SubmissionContext, tools: StageTools): StageView {
  switch (stage.kind) {
    case 'editing': {
      const { fieldErrors, generalErrors, restored } = stage;
      const errors = new Map(
        [...fieldErrors].map(([name, error]) => [name, fieldErrorText(name, error, context)]),
      );
      if (errors.size + generalErrors.length > 0)
        return { ...PLAIN_VIEW, errors, notice: errorSummary({ errors, generalErrors }, context, tools) };
      return restored ? { ...PLAIN_VIEW, notice: restoredNotice(restored, context, tools) } : PLAIN_VIEW;
    }
    case 'sending':
      return { ...PLAIN_VIEW, locked: true, progress: stage.progress };
    case 'failed':
      return { ...PLAIN_VIEW, notice: failureNotice(stage.failure, context, tools) };
    case 'received':
      return { ...PLAIN_VIEW, confirmation: confirmation(stage.receipt, context, tools) };
    // Over as soon as this code is there.
    case 'unavailable':
      return PLAIN_VIEW;
  }
}
