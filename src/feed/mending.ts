import type { Fields } from './fields.js';

/**
 * The second reading of a feed: what does not fit the format is read as a sensible person would. What has one meaning is
 * taken as that, and an issue says what to write; what has none falls to the safe side.
 */
export interface Mending {
  /** Schemas that read what is meant. */
  readonly fields: Fields;
  /** The entries of a list section; `undefined` for what is no list in any reading. */
  list(raw: unknown): MendedList | undefined;
}

/** The entries of a list section, as they are meant. */
export interface MendedList {
  readonly entries: readonly unknown[];
  /** The keys under which the entries stand, where they are not those of a list. */
  readonly keys?: readonly string[] | undefined;
  /** The ids of the entries, by index; `undefined` where one has none. */
  readonly ids: readonly (string | undefined)[];
  /** True for one entry that stands where a list belongs. Default: false. */
  readonly isSingle?: boolean;
}

/** Makes the second reading of a feed whose relative links start from an absolute address. */
export type MakeMending = (base: string) => Mending;
