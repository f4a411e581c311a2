import { flatMap } from '../../lists.js';
import { attempt } from '../attempt.js';
import { LIMITS } from '../fields.js';
import type { ReportCode, Reporter } from '../issues.js';
import type { MendedList } from '../mending.js';
import { ID_PATTERN } from '../patterns.js';
import { keyIn } from '../former-names.js';
import { isAbsent, isRecord, parseJson } from '../record.js';
import type { ListKey, Rules } from '../section.js';
import { idFor, mendId } from './id.js';
import { mendKeys } from './keys.js';
import { comparable, nameIn } from './mend.js';

/** Fields by which an entry is known. */
const NAMES = ['id', 'name', 'title', 'label'];

/** The entries of an object that stands for a list: PHP writes one when an entry has been taken away. */
export function numberedEntries(
  input: unknown,
): readonly (readonly [key: string, entry: unknown])[] | undefined {
  if (!isRecord(input)) return undefined;
  const entries = attempt(() => Object.entries(input)) ?? [];
  return entries.length > 0 && entries.every(([key]) => /^-?\d{1,9}$/.test(key)) ? entries : undefined;
}

/** The entries of an object that has them under their ids, or other names that are no fields of one. */
export function namedEntries(
  input: unknown,
): readonly (readonly [key: string, entry: unknown])[] | undefined {
  if (!isRecord(input) || OWN_FIELDS.some((key) => key in input)) return undefined;
  const entries = attempt(() => Object.entries(input)) ?? [];
  if (entries.length === 0 || !entries.every(([, entry]) => isRecord(entry))) return undefined;
  return entries.map(([key, entry]) => [key, { id: key, ...(entry as object) }]);
}

/** A list or an object that was written as its own JSON, as a cell of a spreadsheet has it. */
export function unwrapped(input: unknown): unknown {
  if (typeof input !== 'string' || !/^\s*[[{]/.test(input) || input.length > LIMITS.text * 10) return input;
  return parseJson(input) ?? input;
}

/** Groups around a list that are looked into. */
const MAX_WRAPPERS = 3;
/** Fields of an entry, which is no answer that holds a list. */
const OWN_FIELDS = [...NAMES, 'text', 'url', 'src'];

/**
 * A list, also the only one in what services answer, and the keys that lead to it: `{"data": […], "meta": …}`,
 * `{"d": {"results": […]}}`.
 */
export function listIn(
  raw: unknown,
  path: readonly string[] = [],
): { list: unknown; path: readonly string[] } {
  const list = unwrapped(raw);
  if (!isRecord(list) || path.length > MAX_WRAPPERS || OWN_FIELDS.some((key) => key in list))
    return { list, path };
  const members = Object.entries(list);
  const lists = members.filter(([, member]) => Array.isArray(member));
  const [key, member] = lists.length === 1 ? lists[0]! : members.length === 1 ? members[0]! : [];
  const inner = key === undefined ? undefined : listIn(member, [...path, key]);
  return Array.isArray(inner?.list) ? inner : { list, path };
}

/** Names under which services keep the fields of an entry. */
const WRAPPERS = ['node', 'fields', 'attributes', 'acf', 'item', 'data', 'properties'];

/** An entry with the fields that a service keeps in a group of it; the entry itself where it has a name of its own. */
function flat(entry: unknown): unknown {
  if (!isRecord(entry)) return entry;
  const hasName = NAMES.slice(1).some((key) => {
    const name = entry[key];
    return !isAbsent(name) && !(isRecord(name) && 'rendered' in name);
  });
  const wrapper = hasName ? undefined : WRAPPERS.filter((key) => isRecord(entry[key]))[0];
  if (wrapper === undefined) return entry;
  const { [wrapper]: inner, ...rest } = entry;
  return flat({ ...rest, ...(inner as object) });
}

/** The entries of a list section, and an id for each that no other has. */
export function mendListSection(raw: unknown): MendedList | undefined {
  const { list: whole, path } = attempt(() => listIn(raw)) ?? { list: raw, path: [] };
  const numbered = numberedEntries(whole) ?? namedEntries(whole);
  const list = attempt(() => (Array.isArray(whole) ? whole.slice(0, LIMITS.items + 1) : undefined));
  const isSingle = !list && !numbered && isRecord(whole) && NAMES.some((name) => !isAbsent(whole[name]));
  const entries: readonly unknown[] | undefined =
    list ??
    numbered?.slice(0, LIMITS.items + 1).map(([, entry]) => entry) ??
    (isSingle ? [whole] : undefined);
  const meant = entries?.map((entry) => attempt(() => flat(entry)) ?? entry);
  if (!meant) return undefined;
  const keys = numbered?.map(([key]) => key);
  return {
    entries: meant,
    code: attempt(() => Array.isArray(raw)) ? undefined : keys ? 'list-as-object' : 'read-as',
    pathOf: (index) => (isSingle ? path : [...path, keys?.[index] ?? index]),
    ...idsOf(meant),
  };
}

/** A written id as a key: 1 and `"1"` are two. */
const writtenAs = (id: unknown) => `${typeof id} ${String(id)}`;

/**
 * An id for each entry. What is an id stays, and only those are taken for repeated; of others that come to the same, all
 * but the first get a number.
 */
function idsOf(entries: readonly unknown[]): Pick<MendedList, 'ids' | 'given' | 'idOfName'> {
  const own = entries.map((entry) => attempt(() => (isRecord(entry) ? idIn(entry) : undefined)));
  const isId = (id: unknown): id is string => typeof id === 'string' && ID_PATTERN.test(id);
  const taken = new Set<string>(own.filter(isId));
  const given = new Map<string, string>();
  const ids = own.map((raw, index) => {
    if (isId(raw)) return raw;
    // The same id, written the same, is a repeated entry.
    const written = attempt(() => mendId(raw));
    const isWritten = isId(written);
    const known = isWritten ? given.get(writtenAs(raw)) : undefined;
    if (known !== undefined) return known;
    const meant = isWritten ? written : attempt(() => idFor(entries[index]));
    if (!isId(meant)) return undefined;
    let id = meant;
    for (let number = 2; taken.has(id); number++) id = `${meant.slice(0, 58)}-${number}`;
    taken.add(id);
    if (isWritten) given.set(writtenAs(raw), id);
    return id;
  });
  for (const id of ids) if (id !== undefined) given.set(writtenAs(id), id);
  let named: Map<string, string | undefined> | undefined;
  return { ids, given, idOfName: (name) => (named ??= idsByName(entries, ids)).get(comparable(name)) };
}

/** The id of an entry, under whatever case of its name. */
const idIn = (entry: Readonly<Record<string, unknown>>): unknown =>
  isAbsent(entry['id']) ? mendKeys(entry, ['id'], () => undefined)['id'] : entry['id'];

/** The ids of the entries that alone have a name, by that name: one that several entries have is that of none. */
function idsByName(
  entries: readonly unknown[],
  ids: readonly (string | undefined)[],
): Map<string, string | undefined> {
  const named = new Map<string, string | undefined>();
  ids.forEach((id, index) => {
    for (const name of id === undefined ? [] : new Set(namesOf(entries[index]).map(comparable)))
      named.set(name, named.has(name) ? undefined : id);
  });
  return named;
}

/** The names of an entry in all its languages. */
function namesOf(entry: unknown): readonly string[] {
  const names = NAMES.slice(1).map((key) => (isRecord(entry) ? entry[key] : undefined));
  return flatMap(names, (name) => (isRecord(name) ? Object.values(name) : [name])).filter(
    (name) => typeof name === 'string',
  );
}

/** Ids or names with signs between them, of which at least one is known; else what was written. */
function knownParts(value: unknown, idOf: (reference: unknown) => string | undefined): unknown {
  if (typeof value !== 'string' || idOf(value) !== undefined) return value;
  const parts = idParts(value);
  return parts.length > 1 && parts.some((part) => idOf(part) !== undefined) ? parts : value;
}

/** The ids in a text. */
export const idParts = (text: string): readonly string[] =>
  text
    .split(/[,;|\n/•·]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** An entry with the id that it was given, and those that were given to what its references name in the lists of a feed. */
export function withGivenIds(
  entry: unknown,
  id: string | undefined,
  references: Rules<unknown>['references'],
  listOf: (key: ListKey) => MendedList | undefined,
  report: Reporter<ReportCode>,
): unknown {
  if (!isRecord(entry)) return entry;
  const changed: Record<string, unknown> = {};
  const written = entry['id'];
  if (id !== undefined && id !== mendId(written)) {
    changed['id'] = id;
    report(
      'read-as',
      ['id'],
      isAbsent(written) ? { as: id } : { value: String(written).slice(0, LIMITS.title), as: id },
    );
  }
  for (const [name, key] of Object.entries(references ?? {})) {
    const field = keyIn(entry, name);
    const list = key && listOf(key);
    if (!list) continue;
    const idOf = (reference: unknown) => {
      const name = isRecord(reference) ? nameIn(reference) : reference;
      return (
        list.given.get(writtenAs(reference)) ??
        list.given.get(writtenAs(mendId(reference))) ??
        (typeof name === 'string' ? list.idOfName(name) : undefined)
      );
    };
    const given = (reference: unknown, path: readonly PropertyKey[]) => {
      const meant = mendId(reference);
      const as = idOf(reference);
      if (as === undefined || as === meant) return reference;
      report('read-as', path, { value: String(reference).slice(0, LIMITS.title), as });
      return as;
    };
    const value = knownParts(listIn(entry[field]).list, idOf);
    if (Array.isArray(value))
      changed[field] = value.map((reference, index) => given(reference, [field, index]));
    else if (!isAbsent(value)) changed[field] = given(value, [field]);
  }
  return { ...entry, ...changed };
}
