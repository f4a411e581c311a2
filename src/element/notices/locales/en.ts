import type { MessagesLike } from '../../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  failedLater: 'We cannot load the information right now. Please try again later.',
  failedSetup: 'We cannot load the information. Something is wrong in the settings of this page.',
  failedNewer: 'We cannot load the information. The owner of this site must update this page first.',
  failedFromDisk: 'This page is a file on a computer. On a website it can show the information.',
  ownerDetail: 'For the owner of this site: {reason}',
  staleOffline: 'You are offline. You see what we loaded earlier.',
  stale: 'You see what we loaded earlier.',
  asOf: 'Loaded on {date}.',
  partlyInvalid: {
    one: 'We cannot show {n} part of this information properly.',
    other: 'We cannot show {n} parts of this information properly.',
  },
};
