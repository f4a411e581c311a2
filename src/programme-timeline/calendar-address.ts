import type { ComplexAttributeConverter } from 'lit';

/** The address of a calendar on the web; `webcal:` is what calendars write there for `https:`. */
export const calendarAddress: ComplexAttributeConverter<string | undefined> & {
  readonly isAddress: true;
} = {
  isAddress: true,
  fromAttribute: (value) => value?.trim().replace(/^webcals?:/i, 'https:') || undefined,
};
