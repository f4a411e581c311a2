import type { MessagesLike } from '../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  feed: 'Address of the feed',
  feedHelp: 'Where the file with your data is, such as https://example.org/feed.json.',
  signups: 'Address that sign-ups go to',
  signupsHelp: 'For the form only.',
  fallback: 'Text until the widget is there',
  fallbackHelp: 'Shown if the script does not come. A link to a list of your own is enough.',
  ownFeed: 'Empty: the feed of the settings.',
  options: 'What is shown',
  moreOptions: 'More choices',
  usual: 'as usual',
  yes: 'yes',
  no: 'no',
  ownSiteOnly: 'Only an address on this site can stand here. Another one belongs in the settings.',
  noFeed: 'There is no feed yet. Give its address under Settings, CEAL Widgets, or beside this.',
};
