import type { MessagesLike } from '../../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  overview: 'Overview: {title}. Go on with the arrow keys',
  nowMark: 'Now',
};
