import type { SignupRecord } from '../receiver/storage/reading.js';

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

/** Parts of an entry whose keys become columns of their own. */
const SPREAD_PARTS = ['answers', 'fields', 'unasked'] as const;

/** The columns of an export: those that all sign-ups have, and one for each question that any of them answered. */
export class ExportColumns {
  readonly #partKeys = new Set<string>();

  add({ entry }: SignupRecord): void {
    for (const part of SPREAD_PARTS)
      for (const key of Object.keys(entry[part] ?? {})) this.#partKeys.add(`${part}.${key}`);
  }

  get names(): readonly string[] {
    return [...Object.keys(COLUMNS), ...[...this.#partKeys].sort()];
  }

  cells(signup: SignupRecord): readonly unknown[] {
    const partValues = new Map<string, unknown>(
      SPREAD_PARTS.flatMap((part) =>
        Object.entries(signup.entry[part] ?? {}).map(([key, value]) => [`${part}.${key}`, value] as const),
      ),
    );
    return this.names.map((name) =>
      Object.hasOwn(COLUMNS, name) ? COLUMNS[name]!(signup) : partValues.get(name),
    );
  }
}

/** One row of CSV (RFC 4180), every cell quoted. */
export function csvRow(cells: readonly unknown[], separator: string): string {
  return `${cells.map(csvCell).join(separator)}\r\n`;
}

function csvCell(value: unknown): string {
  const text = [value ?? ''].flat().map(String).join('; ');
  return `"${defuse(text).replaceAll('"', '""')}"`;
}

/**
 * Puts an apostrophe before whatever a spreadsheet would take for a formula: at the start, and wherever a spreadsheet
 * that splits at another sign than we do would start a cell (OWASP, CSV injection).
 */
function defuse(text: string): string {
  return text.replace(/(^|[,;|\t\r\n"'])([\s"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'");
}
