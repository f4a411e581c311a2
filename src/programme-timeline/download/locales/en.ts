import type { MessagesLike } from '../../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  postponed: 'Moved, date to follow',
  endUnknown: 'The time at which it ends is not known.',
  saving: 'Your browser is now saving a file for your calendar.',
  doesNotFollow: 'If something changes, your calendar does not change with it.',
  cannotSave: 'Your browser cannot save a file here.',
  noFile: 'No file?',
  openPage: 'Open this page on its own',
  copied: 'The address has been copied.',
  copyYourself: 'The address cannot be copied for you here. It is selected: copy it yourself.',
};
