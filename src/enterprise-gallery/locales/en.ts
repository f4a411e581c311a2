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
  'sort-feed': 'As listed',
  'sort-relevance': 'Best match',
  'sort-name': 'Name (A–Z)',
  'sort-newest': 'Newest first',
  results: { zero: 'Nothing found', one: '{n} enterprise', other: '{n} enterprises' },
  counting: 'Counting…',
  nothingFound: 'We find no enterprise that fits this.',
  nothingFoundHelp: 'Try another word or remove a filter.',
  showMore: 'Show {n} more',
  shown: 'You see {shown} of {n}.',
  notPrinted: {
    one: '{n} more enterprise is not on this sheet.',
    other: '{n} more enterprises are not on this sheet.',
  },
  'status-idea': 'Idea',
  'status-prototype': 'Prototype',
  'status-tested': 'Tested',
  'status-developing': 'Developing',
  'status-running': 'Running',
  'status-merged': 'Merged into something else',
  'status-stopped': 'Stopped',
  'status-unknown': 'Not known',
};
