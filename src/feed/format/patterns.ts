import { ID_PATTERN, LANGUAGE_PATTERN } from '../patterns.js';

/*
 * Regular expressions for JSON Schema: without lookahead, `\d` or flags, so that every language reads them alike. Where
 * reading is more exact than a pattern can be (30 February), the pattern lets more through.
 */

export const ID = ID_PATTERN.source;
export const LANGUAGE = LANGUAGE_PATTERN.source;
/** Keys for the author's own use, such as comments. */
export const OWN_KEY = '^([_$@#/]|x-)';
export const VERSION_PATTERN = '^1(\\.[0-9]+)*$';

const YEAR = '[0-9]{4}';
const MONTH = '(0[1-9]|1[0-2])';
const DAY = '(0[1-9]|[12][0-9]|3[01])';
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?';
const OFFSET = '(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])';
const CALENDAR = `${YEAR}(-(2[1-4]|${MONTH}(-(${DAY}|XX))?))?`;
const PARTLY_KNOWN = `[0-9]{2}([0-9][0-9X]|XX)(-XX){0,2}`;
const MOMENT = `${YEAR}-${MONTH}-${DAY}T${TIME}${OFFSET}?`;
const SINGLE = `((${CALENDAR}|${PARTLY_KNOWN}|XXXX-${MONTH}-${DAY})[~?%]?|${MOMENT})`;
const OPEN = '(\\.\\.|XXXX)?';
export const DATE = `^(${SINGLE}(/(${SINGLE}|${OPEN}))?|${OPEN}/${SINGLE}|XXXX(-XX){0,2})$`;

/** Characters that a browser skips before an address. */
const BLANK = '^[\\u0000-\\u0020]*';
const anyCase = (word: string) => [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');

/** At least one character that is not white space. */
export const NOT_BLANK = '\\S';
export const SCHEME = `${BLANK}[a-zA-Z][a-zA-Z0-9+.\\t\\n\\r-]*:`;
export const SAFE_SCHEME = `${BLANK}(${['http', 'https', 'mailto', 'tel'].map(anyCase).join('|')}):`;
/** A name or password before the host, in an absolute address or one that inherits only the scheme. */
export const WITH_CREDENTIALS = `${BLANK}(${anyCase('http')}[sS]?:)?[/\\\\]{2}[/\\\\]*[^/\\\\?#@]*[^/\\\\?#@:\\t\\n\\r][^/\\\\?#@]*@`;
