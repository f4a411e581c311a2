import type { IssueCode } from '../issues.js';

export const en: Record<IssueCode, string> = {
  missing: 'This field is required and is not there.',
  'wrong-type': 'This is another kind of value than belongs here.',
  'bad-id': 'An id has small letters, digits and hyphens, at most 64 characters: “{value}”.',
  'bad-language': 'This is no language tag: “{value}”.',
  'bad-address':
    'This address cannot be used. Use https:, http:, mailto:, tel: or one beside the feed: “{value}”.',
  'bad-date': 'This date does not exist or is written in a way we do not know: “{value}”.',
  'bad-text': 'There is no readable text here.',
  'date-without-offset': 'This time has no offset. We read it as Amsterdam time: “{value}”.',
  'day-number': 'This looks like the day number of a spreadsheet. Write {as}: “{value}”.',
  'unix-time': 'This looks like a number of seconds since 1970. Write {as}: “{value}”.',
  'day-first':
    'Day and month stand before the year, and in other countries the other way round. Write {as}: “{value}”.',
  'whole-day': 'This is midnight. We read it as a whole day. Write {as}: “{value}”.',
  'other-offset':
    'This offset holds in the Netherlands in the other half of the year. We show {shown}. Did you mean {meant}? “{value}”.',
  'end-before-start': 'The end lies before the start. We show the start only.',
  'unknown-value': 'We do not know this value: “{value}”.',
  'too-many': 'There are more than {max} entries here. We read the first {max}.',
  'too-long': 'This text is longer than {max} characters. We show its beginning.',
  'out-of-range': 'This number is too large or too small: {value}.',
  'duplicate-id': 'This id is there already. We show only the first: “{id}”.',
  'dangling-reference': 'There is no “{value}” in {list}.',
  'read-as': 'Read as: {as}. Write it like this.',
  'list-as-object': 'This is an object with numbers. We read it as a list: write [ … ].',
  markup: 'There is markup in this text. We read: “{as}”. Write plain text.',
  mojibake: 'Letters with an accent have come apart: “{value}”. Save the feed as UTF-8.',
  'item-dropped': 'This entry is not shown.',
  unreadable: 'This entry cannot be read.',
};
