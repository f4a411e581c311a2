import type * as z from 'zod/mini';
import { entrySchemaOf } from './fields.js';
import type { IssueCode, Report } from './issues.js';

type Path = readonly PropertyKey[];
type Schema = z.core.$ZodType;
interface Definition {
  readonly shape?: Readonly<Record<PropertyKey, Schema>>;
  readonly innerType?: Schema;
}

/**
 * Reads one entry. What does not fit is left out at the smallest place that keeps the rest valid (a bad link goes, its
 * list stays), what is too long is cut, and an entry that cannot be mended is `undefined`. Every mend is reported.
 */
export function readEntry<T>(schema: z.ZodMiniType<T>, raw: unknown, report: Report): T | undefined {
  const first = schema.safeParse(raw);
  if (first.success) return first.data;
  const mended = mendIssues(schema, raw, first.error.issues, report);
  const again = mended === undefined ? undefined : schema.safeParse(mended);
  if (again?.success) return again.data;
  report('item-dropped', []);
  return undefined;
}

function mendIssues<T>(
  schema: z.ZodMiniType<T>,
  raw: unknown,
  issues: readonly z.core.$ZodIssue[],
  report: Report,
): unknown {
  let entry = raw;
  const removals: Path[] = [];
  for (const issue of issues) {
    const found = valueAt(raw, issue.path);
    const { code, ...figures } = find(issue, found);
    const { max } = figures;
    const params: Record<string, string | number> = { ...figures };
    if (typeof found === 'string' || typeof found === 'number') params['value'] = String(found).slice(0, 80);
    report(code, issue.path, params);
    const shortened = max === undefined ? undefined : shorten(found, max);
    if (shortened !== undefined) {
      entry = replaceAt(entry, issue.path, shortened);
      continue;
    }
    const length = removableLength(schema, issue.path);
    removals.push(issue.path.slice(0, length));
  }
  return removals.some((path) => path.length === 0) ? undefined : without(entry, removals);
}

/** What an issue says; the pieces give the code and the figures that belong to it. */
interface Finding {
  readonly code: IssueCode;
  readonly max?: number;
  readonly id?: string;
}

function find(issue: z.core.$ZodIssue, found: unknown): Finding {
  if (found === undefined) return { code: 'missing' };
  return { code: 'wrong-type', ...(issue.code === 'custom' ? issue.params : {}) };
}

function shorten(value: unknown, max: number): unknown {
  // Never half of a sign that takes two places.
  if (typeof value === 'string') return `${value.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  if (Array.isArray(value)) return value.slice(0, max);
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, text]) => [
      key,
      typeof text === 'string' && text.length > max ? shorten(text, max) : text,
    ]),
  );
}

/** How much of the path leads to the smallest thing that may be left out; 0 when there is none. */
function removableLength(schema: Schema, path: Path): number {
  let length = 0;
  let at: Schema | undefined = schema;
  for (const [index, key] of path.entries()) {
    const inner: Schema | undefined = at && unwrapped(at);
    const entry: Schema | undefined = inner && entrySchemaOf(inner);
    const child: Schema | undefined = entry ?? (inner?._zod.def as Definition | undefined)?.shape?.[key];
    if (!child) break;
    if (entry || inside(child)) length = index + 1;
    at = child;
  }
  return length;
}

/** What stands inside an `optional` or a default: both may be left out. */
function inside(schema: Schema): Schema | undefined {
  return (schema._zod.def as Definition).innerType;
}

function unwrapped(schema: Schema): Schema {
  const inner = inside(schema);
  return inner ? unwrapped(inner) : schema;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

function replaceAt(value: unknown, path: Path, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  const copy = (Array.isArray(value) ? value.slice() : { ...(value as object) }) as Record<
    PropertyKey,
    unknown
  >;
  copy[key] = replaceAt(copy[key], rest, replacement);
  return copy;
}

/** A copy without the things that the paths lead to. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const gone = new Set(paths.filter((path) => path.length === 1).map((path) => String(path[0])));
  const keep = Object.entries(value)
    .filter(([key]) => !gone.has(key))
    .map(([key, entry]) => {
      const deeper = paths.filter((path) => path.length > 1 && String(path[0]) === key);
      return [
        key,
        without(
          entry,
          deeper.map((path) => path.slice(1)),
        ),
      ] as const;
    });
  return Array.isArray(value) ? keep.map(([, entry]) => entry) : Object.fromEntries(keep);
}
