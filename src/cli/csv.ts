import type { StoredSignup } from '../receiver/storage/reading.js';

/** Columns that every export has, before those of the questions. */
const COLUMNS: Readonly<Record<string, (signup: StoredSignup) => unknown>> = {
  reference: ({ reference }) => reference,
  status: ({ status }) => status,
  received: ({ receivedAt }) => receivedAt,
  offered: ({ offeredAt }) => offeredAt,
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

/** Parts of an entry whose keys become columns of their own. */
const SPREAD = ['answers', 'fields', 'unasked'] as const;

/** The names of the columns that some sign-ups need, beside those that all have. */
export class Columns {
  readonly #spread = new Set<string>();

  add({ entry }: StoredSignup): void {
    for (const part of SPREAD)
      for (const key of Object.keys(entry[part] ?? {})) this.#spread.add(`${part}.${key}`);
  }

  get names(): readonly string[] {
    return [...Object.keys(COLUMNS), ...[...this.#spread].sort()];
  }

  cells(signup: StoredSignup): readonly unknown[] {
    const spread = new Map<string, unknown>(
      SPREAD.flatMap((part) =>
        Object.entries(signup.entry[part] ?? {}).map(([key, value]) => [`${part}.${key}`, value] as const),
      ),
    );
    return this.names.map((name) =>
      Object.hasOwn(COLUMNS, name) ? COLUMNS[name]!(signup) : spread.get(name),
    );
  }
}

/** One row of CSV (RFC 4180), every cell quoted. */
export function csvRow(cells: readonly unknown[], separator: string): string {
  return `${cells.map(csvCell).join(separator)}\r\n`;
}

function csvCell(value: unknown): string {
  const text = [value ?? ''].flat().map(String).join('; ');
  return `"${defused(text).replaceAll('"', '""')}"`;
}

/**
 * What a spreadsheet would take for a formula gets an apostrophe before it: at the start, and wherever a spreadsheet
 * that splits at another sign than we do would start a cell (OWASP, CSV injection).
 */
function defused(text: string): string {
  return text.replace(/(^|[,;|\t\r\n"'])([\s"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'");
}
