import type { Messages } from '../../../i18n/translate.js';

/** Words for links that lead to what is not there, by the key of the link. */
export const nl = {
  'missing-open': 'Deze onderneming staat er niet (meer).',
  'missing-session': 'Deze bijeenkomst staat er niet (meer).',
  'missing-week': 'Deze week staat er niet (meer).',
  'missing-step': 'Deze stap staat er niet (meer).',
} as const satisfies Messages;
