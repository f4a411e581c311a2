import type { MessagesLike } from '../../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  noBase:
    'This address is beside the feed, and it is not known where that is. Give "base", or write the whole address: “{value}”.',
};
