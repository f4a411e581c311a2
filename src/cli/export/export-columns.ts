import type { SignupRecord } from '../../receiver/storage/reading.js';

/** Columns that every export has, before those of the questions. */
const COLUMNS: Readonly<Record<string, (signup: SignupRecord) => unknown>> = {
  reference: ({ reference }) => reference,
  status: ({ status }) => status,
  received: ({ receivedAt }) => receivedAt,
  offered: ({ offeredAt }) => offeredAt,
  confirmBy: ({ confirmBy }) => confirmBy,
  signup: ({ signup }) => signup,
  edition: ({ edition }) => edition,
  name: ({ entry }) => entry.name,
  email: ({ entry }) => entry.email,
  phone: ({ entry }) => entry.phone,
  roles: ({ entry }) => entry.roles,
  part: ({ entry }) => entry.part,
  oldEnough: ({ entry }) => entry.oldEnough,
  guardian: ({ entry }) => entry.guardian,
  guardianAgrees: ({ entry }) => entry.guardianAgrees,
  consents: ({ entry }) => entry.consents,
  language: ({ entry }) => entry.language,
  review: ({ entry }) => entry.review,
};

/**
 * The parts of an entry whose names become columns of their own, and how many: the names that most sign-ups have. Only
 * those of answers are the feed's; the others are whatever somebody sent.
 */
const MAX_COLUMNS = { answers: 500, fields: 100, unasked: 100 } as const;
type Part = keyof typeof MAX_COLUMNS;
const PARTS = Object.keys(MAX_COLUMNS) as readonly Part[];

/** The column of whatever has none of its own, as JSON. */
const OTHERS = 'others';

/** The largest number of names that are counted at once. */
const MAX_COUNTED = 10_000;

/** The longest text that fits into a cell of every spreadsheet, in UTF-16 code units. */
const MAX_CELL_LENGTH = 32_767;

/** A name in one part of the entries, and the number `n` of sign-ups that have it. */
interface EntryKey {
  readonly part: string;
  readonly key: string;
  readonly n: number;
}

/** The columns of an export: those that all sign-ups have, and one for each question and field that many of them have. */
export class ExportColumns {
  readonly #columns: readonly (readonly [part: Part, key: string])[];

  constructor(keys: readonly EntryKey[]) {
    this.#columns = PARTS.flatMap((part) => mostUsed(keys, part).map((key) => [part, key] as const));
  }

  get names(): readonly string[] {
    return [...Object.keys(COLUMNS), ...this.#columns.map(([part, key]) => `${part}.${key}`), OTHERS];
  }

  cells(signup: SignupRecord): readonly unknown[] {
    const left = new Map(PARTS.map((part) => [part, new Map<string, unknown>(entriesOf(signup, part))]));
    const own = this.#columns.map(([part, key]) => {
      const values = left.get(part);
      const value = values?.get(key);
      values?.delete(key);
      return value;
    });
    const others = [...left].filter(([, values]) => values.size > 0);
    const json = Object.fromEntries(others.map(([part, values]) => [part, Object.fromEntries(values)]));
    return [
      ...Object.values(COLUMNS).map((read) => read(signup)),
      ...own,
      others.length > 0 ? JSON.stringify(json) : undefined,
    ];
  }
}

function mostUsed(keys: readonly EntryKey[], part: Part): readonly string[] {
  return keys
    .filter((key) => key.part === part)
    .sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
    .slice(0, MAX_COLUMNS[part])
    .map(({ key }) => key)
    .sort();
}

function entriesOf({ entry }: SignupRecord, part: Part): readonly (readonly [string, unknown])[] {
  return Object.entries(entry[part] ?? {});
}

/**
 * Counts the names in the parts of all sign-ups. Where there are very many, only those that most sign-ups have are sure
 * to be among them, and their numbers are too low (Misra and Gries, 1982): a few megabytes hold any number of sign-ups.
 */
export async function countKeys(signups: AsyncIterable<SignupRecord>): Promise<readonly EntryKey[]> {
  const counts = new Map(PARTS.map((part) => [part, new Map<string, number>()]));
  for await (const signup of signups)
    for (const [part, count] of counts)
      for (const [key] of entriesOf(signup, part)) {
        count.set(key, (count.get(key) ?? 0) + 1);
        if (count.size > MAX_COUNTED) takeOneFromEach(count);
      }
  return [...counts].flatMap(([part, count]) => [...count].map(([key, n]) => ({ part, key, n })));
}

function takeOneFromEach(count: Map<string, number>): void {
  for (const [key, n] of count)
    if (n > 1) count.set(key, n - 1);
    else count.delete(key);
}

/** The text of a cell, whatever its value; cut off where no spreadsheet takes more. */
export function cellText(value: unknown): string {
  const text = [value ?? ''].flat().map(String).join('; ');
  if (text.length <= MAX_CELL_LENGTH) return text;
  return `${text.slice(0, MAX_CELL_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
