import type { IssueCode } from '../issues.js';

export const en: Record<IssueCode, string> = {
  missing: 'This field is required and is not there.',
  'wrong-type': 'Something else belongs here: {expected}.',
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
  'scheme-added': 'The beginning of this address is missing. We read “{as}”. Write it so.',
  'not-utf8': 'The file is not UTF-8. We read it as Windows-1252. Save it as UTF-8.',
  'mark-in-key': 'There is an invisible mark (U+FEFF) before “{key}”. We read it without. Take it away.',
  'unknown-key': 'We do not know “{key}” and do not read it. Perhaps you mean “{suggestion}”.',
  'extra-key': 'This field is not part of the format. We do not read “{key}”.',
  'no-edition':
    'This session names no edition and stands apart from the others. Write "edition" with the id of one.',
  'outside-edition':
    'This session lies outside its edition “{edition}”, which runs from {start} to {end}. Check the date.',
  'far-end': 'This edition takes more than {years} years. Check the date.',
  'signup-over': 'Signing up is over, for it ended on {value}. Check the date.',
  'no-status': 'People can sign up for this edition, but it has no "status". The form is open now.',
  'no-alt': 'This picture has no "alt". Write in it what can be seen, or "" if that does not matter.',
  'no-translation':
    'The title of the feed is there in “{language}”, this text is not. Write it in that language too.',
  'no-options': 'There is nothing to choose at this question. Write "options".',
  'no-retention': 'There is no "retentionMonths". The receiver then keeps sign-ups without end.',
};
