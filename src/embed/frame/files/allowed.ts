/**
 * `allowed.json`, by which whoever puts the frame pages on a site says what they may show, and where a form may send: a
 * page of anybody's can frame them with any address in a parameter.
 */
import { asRecord, isRecord, parseJson } from '../../../feed/record.js';

/** Origins and beginnings of addresses, in full or relative to the frame page. */
export interface Allowed {
  /** Those of feeds and calendars. */
  readonly feeds: readonly string[];
  /** Those that forms may send to, ask for free places, and name for their privacy. */
  readonly forms: readonly string[];
}

/** The own origin only: what the file says as it comes. */
export const OWN_ORIGIN: Allowed = { feeds: ['/'], forms: ['/'] };

/** The attributes that hold an address, by the list that has to allow it. */
const LISTS: Readonly<Record<string, keyof Allowed>> = {
  src: 'feeds',
  'calendar-src': 'feeds',
  endpoint: 'forms',
  availability: 'forms',
  'privacy-href': 'forms',
};

/** Reads the text of `allowed.json`; `undefined` where it is damaged. A list that is not there allows nothing. */
export function readAllowed(text: string): Allowed | undefined {
  const value = parseJson(text);
  if (!isRecord(value)) return undefined;
  const { feeds = [], forms = [] } = asRecord(value);
  return isTexts(feeds) && isTexts(forms) ? { feeds, forms } : undefined;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** True if an attribute holds an address. */
export const holdsAddress = (name: string): boolean => Object.hasOwn(LISTS, name);

/**
 * The address that an attribute leads to, in full, where it is allowed; `undefined` where it is not.
 * @param name The attribute, one that holds an address.
 * @param address The address, as it is given.
 * @param base The address of the frame page.
 */
export function allowedAddress(
  name: string,
  address: string,
  allowed: Allowed,
  base: string,
): string | undefined {
  const list = holdsAddress(name) ? LISTS[name] : undefined;
  const url = list && parse(address, base);
  if (!url) return undefined;
  const isAllowed = allowed[list].some((item) => {
    const start = parse(item, base);
    return start?.origin === url.origin && isUnder(url.pathname, start.pathname);
  });
  return isAllowed ? url.href : undefined;
}

/**
 * An address of the web; `undefined` for others, with a name or password in it, or a path that servers may read in two
 * ways: with a slash in hiding, once or twice, or a parameter.
 */
function parse(address: string, base: string): URL | undefined {
  const url = address.trim() && URL.canParse(address, base) ? new URL(address, base) : undefined;
  const isOfWeb = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isOfWeb && !/%2f|%5c|%25|;/i.test(url.pathname) ? url : undefined;
}

/** True for the path itself, and for what lies under it as a folder. */
const isUnder = (path: string, start: string): boolean =>
  path === start || path.startsWith(start.endsWith('/') ? start : `${start}/`);
