/**
 * Mending: the second reading of what does not fit the format. A mender is given what was written for a field and returns
 * what should have been, if that has one meaning; else the input itself, which the format's own rules then refuse.
 */
export type Mender = (input: unknown) => unknown;

/** Applies a mender to text; what is no text stays. */
export const inText =
  (mend: (text: string) => unknown): Mender =>
  (input) =>
    typeof input === 'string' ? mend(input) : input;

/** Dashes, as keyboards and word processors write them. */
export const DASHES = /[\u2010-\u2015\u2212]/g;

/** A text as it is compared: small letters, one blank for many, none around it, and nothing that nobody sees. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** The text by which a group is known where one value belongs, as services write a choice or an entry. */
export const nameIn = (group: Readonly<Record<string, unknown>>): string | undefined =>
  ['value', 'slug', 'name', 'label', 'title']
    .map((key) => group[key])
    .filter((value) => typeof value === 'string')[0];
