import { en as common } from '../../element/locales/en.js';
import type { MessagesLike } from '../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  ...common,
  heading: 'Social enterprises',
  search: 'Search for an enterprise',
  theme: 'Theme',
  status: 'Stage',
  edition: 'Edition',
  neighbourhood: 'Neighbourhood',
  searchChip: '“{text}”',
  sort: 'Order',
  sorted: 'Sorted: {order}',
  'sort-feed': 'Usual order',
  'sort-relevance': 'Best match',
  'sort-name': 'Name (A–Z)',
  'sort-newest': 'Newest first',
  results: { zero: 'Nothing found', one: '{n} enterprise', other: '{n} enterprises' },
  counting: 'Counting…',
  nothingFound: 'No enterprises match.',
  nothingFoundHelp: 'Try another word or remove a filter.',
  showMore: 'Show {n} more',
  shown: 'You see {shown} of {n}.',
  notPrinted: {
    one: '{n} more enterprise is not on this sheet.',
    other: '{n} more enterprises are not on this sheet.',
  },
  'status-idea': 'Idea',
  'status-prototype': 'First version',
  'status-tested': 'Tested',
  'status-developing': 'In development',
  'status-running': 'Active',
  'status-merged': 'Merged with another',
  'status-stopped': 'Stopped',
  'status-unknown': 'Not known',
};
