import type { MessagesLike } from '../../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  dropped: 'Not shown',
  leftOut: 'Left out',
  readAs: 'Read in another way than written',
  advice: 'Look at this',
  more: 'and {n} more',
  expected: 'Here belongs {what}.',
  placeId: 'an id of small letters, digits and hyphens, such as "soup-1"',
  placeLanguage: 'a language tag, such as "nl"',
  placeTitle: 'a short text, or one for each language: { "nl": "…", "en": "…" }',
  placeText: 'a text, or one for each language: { "nl": "…", "en": "…" }',
  placeUrl: 'an address, such as "https://example.example/"',
  placeDate: 'a date, such as "2027-09-09", "2027-09-09T13:30:00+02:00" or "2016"',
  placeFlag: 'true or false, without quotes',
  placeCount: 'a whole number from {min} to {max}',
  placeNumber: 'a number from {min} to {max}, with a point',
  placeChoice: 'one of these: {values}',
  placeList: 'a list: [ … ]',
  placeObject: 'an object: { … }, with {fields}',
  attributeValue: 'The attribute {name} does not know “{value}”. Choose from: {values}.',
  attributeNumber: 'The attribute {name} takes a number. It says “{value}”.',
  attributeJson: 'The attribute {name} takes JSON. It says “{value}”.',
  attributeQuotes:
    'There are curly quotes around the attribute {name}: {value}. Use straight ones: {name}="…". A block for HTML leaves them as they are.',
  attributeUnknown: 'We do not know the attribute {name}. Perhaps you mean {suggestion}.',
  attributeNeedsId:
    'There are several <{name}> with deep-link and the same id or none: a link opens the first only. Give each an id of its own.',
};
