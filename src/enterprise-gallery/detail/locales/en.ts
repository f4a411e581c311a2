import type { MessagesLike } from '../../../i18n/translate.js';
import { en as gallery } from '../../locales/en.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  ...gallery,
  people: 'People',
  peopleCount: { one: '{n} entrepreneur', other: '{n} entrepreneurs' },
  founded: 'Started',
  place: 'Place',
  links: 'Links',
  otherNames: 'Also known as',
  grewInto: 'Grew into',
  grewFrom: 'Grew out of',
  photo: 'Picture: {credit}',
  previous: 'Previous',
  next: 'Next',
  position: '{at} of {n}',
  website: 'Go to website',
};
