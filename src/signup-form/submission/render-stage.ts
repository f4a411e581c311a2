import { replaced } from '../../element/views/replaced.js';
import type { Stage } from '../stage.js';
import { PLAIN_VIEW, type StageView } from '../stage-view.js';
import { confirmation } from './confirmation.js';
import { eraseControl } from './erase-control.js';
import type { SubmissionContext } from './locales/index.js';
import { emailSuggestion, errorSummary, failureNotice, restoredNotice } from './notices.js';
import type { StageTools } from './stage-tools.js';
import { fieldErrorText } from './wording.js';

/** Draws a stage. */
export function renderStage(stage: Stage, context: SubmissionContext, tools: StageTools): StageView {
  return {
    ...PLAIN_VIEW,
    erase: eraseControl({ ...context, ...tools }, 'end'),
    suggestion: replaced(emailSuggestion(context, tools)),
    ...viewOf(stage, context, tools),
  };
}

function viewOf(stage: Stage, context: SubmissionContext, tools: StageTools): Partial<StageView> {
  switch (stage.kind) {
    case 'editing': {
      const { fieldErrors, generalErrors, restored } = stage;
      const errors = new Map(
        [...fieldErrors].map(([name, error]) => [name, fieldErrorText(name, error, context)]),
      );
      if (errors.size + generalErrors.length > 0)
        return { errors, notice: errorSummary({ errors, generalErrors }, context, tools) };
      return restored ? { notice: restoredNotice(restored, context, tools) } : {};
    }
    case 'sending':
      return { locked: true, sendLabel: context.t('sending'), progress: stage.progress };
    case 'failed':
      return { notice: failureNotice(stage.failure, context, tools) };
    case 'received':
      return { confirmation: confirmation(stage.receipt, context, tools) };
    // Over as soon as this code is there.
    case 'unavailable':
      return {};
  }
}
