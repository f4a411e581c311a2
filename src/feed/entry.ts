import type { Schema } from './fields.js';
import type { Report } from './issues.js';

/**
 * Reads one entry. What does not fit is left out at the smallest place that keeps the rest valid (a bad link goes, its
 * list stays), what is too long is cut, and an entry that cannot be mended is `undefined`. Every mend is reported.
 */
export function readEntry<T>(schema: Schema<T>, raw: unknown, report: Report): T | undefined {
  const value = schema(raw, (code, input, params, path = []) => {
    const isPlain = typeof input === 'string' || typeof input === 'number';
    report(
      input === undefined ? 'missing' : code,
      path,
      isPlain ? { ...params, value: String(input).slice(0, 80) } : params,
    );
    return undefined;
  });
  if (value === undefined) report('item-dropped', []);
  return value;
}
