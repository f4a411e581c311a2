import type { Messages } from '../../../i18n/translate.js';
import { nl as gallery } from '../../locales/nl.js';

export const nl = {
  ...gallery,
  people: 'Mensen',
  peopleCount: { one: '{n} ondernemer', other: '{n} ondernemers' },
  founded: 'Begonnen',
  place: 'Plek',
  links: 'Links',
  otherNames: 'Ook bekend als',
  grewInto: 'Groeide verder als',
  grewFrom: 'Begon als',
  photo: 'Beeld: {credit}',
  previous: 'Vorige',
  next: 'Volgende',
  position: '{at} van {n}',
  website: 'Naar de website',
} as const satisfies Messages;
