import type { MessagesLike } from '../../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  'missing-open': 'This enterprise is not here (any more).',
  'missing-session': 'This session is not here (any more).',
  'missing-week': 'This week is not here (any more).',
  'missing-step': 'This step is not here (any more).',
};
