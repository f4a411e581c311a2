import type { MessagesLike } from '../words.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  loading: 'Loading…',
  loadingLong: 'Loading takes longer than usual. We are still trying.',
  retry: 'Try again',
  noFeed: 'There will be information here. It has not been set up yet.',
  empty: 'There is nothing to see yet.',
  emptyHelp: 'Please come back later.',
  failed: 'This does not work right now.',
  failedOffline: 'You are offline. Check your connection and try again.',
  failedLater: 'We cannot load the information right now. Please try again later.',
  failedSetup: 'We cannot load the information. Something is wrong in the settings of this page.',
  failedNewer: 'This page needs an update before it can show the information.',
  ownerDetail: 'For the owner of this site: {reason}.',
  staleOffline: 'You are offline. You see what we loaded earlier.',
  stale: 'You see what we loaded earlier.',
  asOf: 'Last updated: {date}',
  partlyInvalid: {
    one: 'We cannot show {n} part of this information properly.',
    other: 'We cannot show {n} parts of this information properly.',
  },
  example: 'Example',
  opensElsewhere: 'opens another website',
  language: 'Language',
  source: 'Source',
  sources: 'Sources',
  close: 'Close',
};
