import { isServer, type ComplexAttributeConverter } from 'lit';
import { NOWHERE, safeUrl, type SafeUrl } from '../feed/fields.js';

/** The address of a calendar on the web; `webcal:` is what calendars write there for `https:`. */
export const calendarAddress: ComplexAttributeConverter<string | undefined> & {
  readonly isAddress: true;
} = {
  isAddress: true,
  fromAttribute: (value) => value?.trim().replace(/^webcals?:/i, 'https:') || undefined,
};

/**
 * @returns the address of the calendar that visitors can subscribe to, where a page gives one on the web. A server does not
 *   know the address of the page, from which a relative one starts.
 */
export function calendarUrlOf({
  calendarSrc,
  baseURI,
}: {
  readonly calendarSrc: string | undefined;
  readonly baseURI: string;
}): SafeUrl | undefined {
  const url = calendarSrc && safeUrl(calendarSrc, isServer ? NOWHERE : baseURI);
  const isKnown = url && /^https?:/.test(url) && !(isServer && url.startsWith(NOWHERE));
  return isKnown ? url : undefined;
}

/** The address of a calendar for programs that know this scheme. */
export const webcalOf = (url: SafeUrl): string => url.replace(/^https?/, 'webcal');
