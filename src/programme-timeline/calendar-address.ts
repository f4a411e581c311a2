import type { ComplexAttributeConverter } from 'lit';
import { safeUrl, type SafeUrl } from '../feed/fields.js';

/** The address of a calendar on the web; `webcal:` is what calendars write there for `https:`. */
export const calendarAddress: ComplexAttributeConverter<string | undefined> & {
  readonly isAddress: true;
} = {
  isAddress: true,
  fromAttribute: (value) => value?.trim().replace(/^webcals?:/i, 'https:') || undefined,
};

/** @returns the address of the calendar that visitors can subscribe to, where a page gives one on the web. */
export function calendarUrlOf({
  calendarSrc,
  baseURI,
}: {
  readonly calendarSrc: string | undefined;
  readonly baseURI: string;
}): SafeUrl | undefined {
  const url = calendarSrc && safeUrl(calendarSrc, baseURI);
  return url && /^https?:/.test(url) ? url : undefined;
}

/** The address of a calendar for programs that know this scheme. */
export const webcalOf = (url: SafeUrl): string => url.replace(/^https?/, 'webcal');
