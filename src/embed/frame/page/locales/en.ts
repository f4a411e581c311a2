import type { MessagesLike } from '../../../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  refused: 'This cannot be shown here.',
  refusedWhy: 'The site {site} has not allowed the address in “{name}”: {address}',
  noScript: 'This part needs JavaScript.',
  unreadable: 'The list of allowed addresses of {site} cannot be read.',
};
