/** Names in dates, in Dutch, English and German, as patterns for text in small letters. */
const names = (list: string) => list.split(' ');

/** Patterns of the months' names, whole and cut short. */
const MONTHS = names(
  'jan(?:uar[iy]?)? feb(?:ruar[iy]?)? (?:mrt|maart|mar|march|märz?) apr(?:il)? (?:mei|ma[iy]) jun[ei]? jul[iy]? ' +
    'aug(?:ust(?:us)?)? sept?(?:ember)? o[ck]t(?:ober)? nov(?:ember)? de[cz](?:ember)?',
);

/** Patterns of the seasons' names, in EDTF's order. */
const SEASONS = names(
  '(?:lente|voorjaar|spring|frühling|frühjahr) (?:zomer|summer|sommer) (?:herfst|najaar|autumn|fall|herbst) winter',
);

/** Patterns of the decades' names, from the noughts on. */
const DECADES = names(
  '(?:00|nul) (?:10|tien) (?:20|twintig|twenties) (?:30|dertig|thirties) (?:40|veertig|forties) (?:50|vijftig|fifties) ' +
    '(?:60|zestig|sixties) (?:70|zeventig|seventies) (?:80|tachtig|eighties) (?:90|negentig|nineties)',
);

/** Patterns of the first two letters of the days' names, from Sunday on. */
const WEEKDAYS = names('(?:zo|su|so) m[ao] (?:di|tu) (?:w[oe]|mi) (?:do|th) [vf]r (?:za|sa)');

/** A pattern, without groups of its own, for any name of a kind. */
const anyOf = (patterns: readonly string[]) => patterns.join('|');
const numberIn = (patterns: readonly string[]) => (name: string) =>
  patterns.findIndex((pattern) => new RegExp(`^(?:${pattern})$`).test(name));

export const MONTH = anyOf(MONTHS);
export const SEASON = anyOf(SEASONS);
export const DECADE = anyOf(DECADES);

/** Each returns the place of a name in its kind, counted from 0. */
export const monthOf = numberIn(MONTHS);
export const seasonOf = numberIn(SEASONS);
export const decadeOf = numberIn(DECADES);
export const weekdayOf = (name: string) => numberIn(WEEKDAYS)(name.slice(0, 2));
