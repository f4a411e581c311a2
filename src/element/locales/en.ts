import type { MessagesLike } from '../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  loading: 'Loading…',
  loadingLong: 'Loading takes longer than usual. We are still trying.',
  retry: 'Try again',
  noFeed: 'Information will appear here soon.',
  empty: 'There is nothing to see yet.',
  emptyHelp: 'Please come back later.',
  failed: 'Loading has failed.',
  failedOffline: 'You are offline. Check your connection and try again.',
  example: 'Example',
  opensElsewhere: 'opens another website',
  opensTab: 'opens in a new tab',
  language: 'Language',
  source: 'Source',
  sources: 'Sources',
  close: 'Close',
  filters: 'Filters',
  toResults: 'To the results ({n})',
  facetChosen: '{facet}: {n} chosen',
  noResults: 'no results',
  chosen: 'Chosen filters',
  removeFilter: 'Remove filter: {filter}',
  clear: 'Clear filters',
};
