import type { MessagesLike } from '../../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  unknownYear: 'Year not known',
  inferred: 'The source gives no exact date.',
};
