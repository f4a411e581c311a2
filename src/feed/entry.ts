import type * as z from 'zod/mini';
import { readWith } from './fields.js';
import type { IssueCode, Report } from './issues.js';

/**
 * Reads one entry. What does not fit is left out at the smallest place that keeps the rest valid (a bad link goes, its
 * list stays), what is too long is cut, and an entry that cannot be mended is `undefined`. Every mend is reported.
 */
export function readEntry<T>(schema: z.ZodMiniType<T>, raw: unknown, report: Report): T | undefined {
  const { value, issues, fits } = readWith(schema, raw);
  if (issues.length === 0) return value;
  for (const { input, path = [], params } of issues) {
    // An object that is none is zod's own finding; the others are the pieces'.
    const { code = 'wrong-type', ...figures } = (params ?? {}) as { code?: IssueCode; value?: string };
    if (typeof input === 'string' || typeof input === 'number') figures.value = String(input).slice(0, 80);
    report(input === undefined ? 'missing' : code, path, figures);
  }
  // What was left out is not there at all.
  if (fits) return JSON.parse(JSON.stringify(value)) as T;
  report('item-dropped', []);
  return undefined;
}
