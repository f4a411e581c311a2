import { attempt } from '../attempt.js';
import { LIMITS } from '../fields.js';
import type { MendedList } from '../mending.js';
import { ID_PATTERN } from '../patterns.js';
import { isAbsent, isRecord, parseJson } from '../record.js';
import { idFor, mendId } from './id.js';

/** The entries of an object that stands for a list: PHP writes one when an entry has been taken away. */
export function numberedEntries(
  input: unknown,
): readonly (readonly [key: string, entry: unknown])[] | undefined {
  if (!isRecord(input)) return undefined;
  const entries = attempt(() => Object.entries(input)) ?? [];
  return entries.length > 0 && entries.every(([key]) => /^\d{1,9}$/.test(key)) ? entries : undefined;
}

/** Fields by which an entry is known. */
const NAMES = ['id', 'name', 'title', 'label'];

/** The entries of an object that has them under their ids. */
function namedEntries(input: unknown): readonly (readonly [key: string, entry: unknown])[] | undefined {
  if (!isRecord(input)) return undefined;
  const entries = attempt(() => Object.entries(input)) ?? [];
  if (entries.length === 0 || !entries.every(([, entry]) => isRecord(entry))) return undefined;
  return entries.map(([key, entry]) => [key, { id: key, ...(entry as object) }]);
}

/** A list or an object that was written as its own JSON, as a cell of a spreadsheet has it. */
export function unwrapped(input: unknown): unknown {
  if (typeof input !== 'string' || !/^\s*[[{]/.test(input) || input.length > LIMITS.text * 10) return input;
  return parseJson(input) ?? input;
}

/** The entries of a list section, and an id for each that no other has. */
export function mendListSection(raw: unknown): MendedList | undefined {
  const whole = unwrapped(raw);
  const numbered = numberedEntries(whole) ?? namedEntries(whole);
  const list = attempt(() => (Array.isArray(whole) ? whole.slice(0, LIMITS.items + 1) : undefined));
  const isSingle = !list && !numbered && isRecord(whole) && NAMES.some((name) => !isAbsent(whole[name]));
  const entries: readonly unknown[] | undefined =
    list ??
    numbered?.slice(0, LIMITS.items + 1).map(([, entry]) => entry) ??
    (isSingle ? [whole] : undefined);
  if (!entries) return undefined;
  return { entries, keys: numbered?.map(([key]) => key), ids: idsOf(entries), isSingle };
}

/**
 * An id for each entry. What is an id stays, and only those are taken for repeated; of others that come to the same, all
 * but the first get a number.
 */
export function idsOf(entries: readonly unknown[]): readonly (string | undefined)[] {
  const own = entries.map((entry) => attempt(() => (isRecord(entry) ? entry['id'] : undefined)));
  const isId = (id: unknown): id is string => typeof id === 'string' && ID_PATTERN.test(id);
  const taken = new Set<string>(own.filter(isId));
  const written = new Map<string, string>();
  return own.map((raw, index) => {
    if (isId(raw)) return raw;
    const meant = attempt(() => (isAbsent(raw) ? idFor(entries[index]) : mendId(raw)));
    if (typeof meant !== 'string' || !ID_PATTERN.test(meant)) return undefined;
    // The same id, written the same, is a repeated entry.
    const key = isAbsent(raw) ? undefined : `${typeof raw} ${String(raw)}`;
    const known = key === undefined ? undefined : written.get(key);
    if (known !== undefined) return known;
    let id = meant;
    for (let number = 2; taken.has(id); number++) id = `${meant.slice(0, 58)}-${number}`;
    taken.add(id);
    if (key !== undefined) written.set(key, id);
    return id;
  });
}
