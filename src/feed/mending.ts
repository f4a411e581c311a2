import type { Fields } from './fields.js';
import type { ReportCode, Reporter } from './issues.js';
import type { Rules, Section } from './section.js';

/** A reader of a section, as far as a second reading goes on with it. */
interface SteppedReader {
  readonly section: Section<unknown>;
  readonly canRead: boolean;
  /** The number of entries that were read. */
  readonly readCount: number;
  readNext(count: number): unknown;
}

/**
 * The second reading of a feed: what does not fit the format is read as a sensible person would. What has one meaning is
 * taken as that, and an issue says what to write; what has none falls to the safe side.
 */
export interface Mending {
  /** Schemas that read what is meant. */
  readonly fields: Fields;
  /** The entries of a list section; `undefined` for what is no list in any reading. */
  list(raw: unknown): MendedList | undefined;
  /** Reads a document as far as readers of another have come, in slices that leave the page free. */
  readAgain(
    readers: readonly SteppedReader[],
    document: { reader(section: Section<unknown>): SteppedReader },
  ): Promise<void>;
  /** An entry with the id that it was given, and those that were given to what its references name. */
  withGivenIds(
    entry: unknown,
    id: string | undefined,
    references: Rules<unknown>['references'],
    report: Reporter<ReportCode>,
  ): unknown;
}

/** The entries of a list section, as they are meant. */
export interface MendedList {
  readonly entries: readonly unknown[];
  /** The code of the issue of what is no list as it was written. */
  readonly code: 'list-as-object' | 'read-as' | undefined;
  /** The keys that lead from the section to an entry. */
  pathOf(index: number): readonly PropertyKey[];
  /** The ids of the entries, by index; `undefined` where one has none. */
  readonly ids: readonly (string | undefined)[];
  /** The ids that were given to entries, by what is written as theirs: see `writtenAs`. */
  readonly given: ReadonlyMap<string, string>;
  /** The id of the entry that alone has a name. */
  idOfName(name: string): string | undefined;
}

/** Makes the second reading of a feed; its relative links start from the absolute address `base`. */
export type MakeMending = (base: string, feed: Readonly<Record<string, unknown>>) => Mending;
