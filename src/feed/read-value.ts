import type { Schema } from './fields.js';
import type { ReportCode, Reporter } from './issues.js';

/** Characters of an invalid value that an issue repeats. */
const MAX_QUOTED_CHARACTERS = 80;

/**
 * Reads one value: an entry of a list, an object section or the feed's own description. Leaves out what is invalid at
 * the smallest place that keeps the rest valid (a bad link goes, its list stays) and shortens what is too long. Every
 * repair is reported. Returns `undefined` for a value that cannot be repaired. Does not catch what getters of the page
 * throw.
 */
export function readValue<T>(schema: Schema<T>, raw: unknown, report: Reporter<ReportCode>): T | undefined {
  const value = schema(raw, (code, input, params, path = []) => {
    const isQuotable = typeof input === 'string' || typeof input === 'number';
    report(
      input === undefined || input === null ? 'missing' : code,
      path,
      isQuotable ? { ...params, value: String(input).slice(0, MAX_QUOTED_CHARACTERS) } : params,
    );
    return undefined;
  });
  if (value === undefined) report('item-dropped', []);
  return value;
}
