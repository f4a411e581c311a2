import { feedPlaces, type Place } from '../../feed/advice/places.js';
import { suggestName } from '../../feed/advice/suggest.js';
import { keyIn } from '../../feed/former-names.js';
import { issueKind } from '../../feed/issue-kind.js';
import { pointer, type FeedIssue } from '../../feed/issues.js';
import { mendId } from '../../feed/mending/id.js';
import { asRecord, isAbsent, isRecord } from '../../feed/record.js';
import { editions } from '../../feed/sections/editions.js';
import { signups } from '../../feed/sections/signups.js';

/** Characters of a line that quote what a feed says. */
const MAX_QUOTE_LENGTH = 80;

/** What a feed says for a field: something that is read, something that is not, or nothing. */
export type FieldState = 'read' | 'unreadable' | 'absent';

/** An entry of a feed as it was written. */
export class WrittenEntry {
  readonly #path: readonly PropertyKey[];
  readonly #raw: Readonly<Record<string, unknown>>;
  readonly #issues: readonly FeedIssue[];

  constructor(path: readonly PropertyKey[], raw: unknown, issues: readonly FeedIssue[]) {
    this.#path = path;
    this.#raw = asRecord(raw);
    this.#issues = issues;
  }

  stateOf(name: string): FieldState {
    const key = this.#keyOf(name);
    if (key === undefined) return 'absent';
    if (key !== keyIn(this.#raw, name)) return 'unreadable';
    const place = pointer([...this.#path, key]);
    const isIn = ({ pointer: at }: FeedIssue) => at === place || at.startsWith(`${place}/`);
    const isLeftOut = this.#issues.some((issue) => isIn(issue) && issueKind(issue.code) === 'left-out');
    return isLeftOut ? 'unreadable' : 'read';
  }

  /** The place of a field, and what is written there, under a name that is nearly its own too. */
  at(name: string): { readonly path: string; readonly quote: string | undefined } {
    const key = this.#keyOf(name);
    const text = key === undefined ? undefined : `"${key}": ${JSON.stringify(this.#raw[key])}`;
    return { path: pointer([...this.#path, key ?? name]), quote: text?.slice(0, MAX_QUOTE_LENGTH) };
  }

  /** The entries of a list in it. */
  list(name: string): WrittenList {
    return new WrittenList(this.#raw[name], [...this.#path, name], this.#issues);
  }

  #keyOf(name: string): string | undefined {
    const own = keyIn(this.#raw, name);
    if (!isAbsent(this.#raw[own])) return own;
    const names = fieldNames(this.#path);
    return Object.keys(this.#raw).filter(
      (key) => !names.includes(key) && !isAbsent(this.#raw[key]) && suggestName(key, names) === name,
    )[0];
  }
}

/** The entries of a list as they were written, by the ids that they are read under. */
export class WrittenList {
  readonly #byId = new Map<unknown, WrittenEntry>();

  constructor(raw: unknown, path: readonly PropertyKey[], issues: readonly FeedIssue[]) {
    if (!Array.isArray(raw) && !isRecord(raw)) return;
    const issuesAt = byEntry(issues, path.length + 1);
    for (const [index, entry] of Object.entries(raw)) {
      const id = mendId(asRecord(entry)['id']);
      const at = [...path, index];
      if (!this.#byId.has(id))
        this.#byId.set(id, new WrittenEntry(at, entry, issuesAt.get(pointer(at)) ?? []));
    }
  }

  of(id: string): WrittenEntry {
    return this.#byId.get(id) ?? new WrittenEntry([], {}, []);
  }
}

/** Issues by the pointer to the entry that they are in, which has so many keys. */
function byEntry(issues: readonly FeedIssue[], keys: number): ReadonlyMap<string, readonly FeedIssue[]> {
  const groups = new Map<string, FeedIssue[]>();
  for (const issue of issues) {
    const at = issue.pointer
      .split('/')
      .slice(0, keys + 1)
      .join('/');
    const group = groups.get(at);
    if (group) group.push(issue);
    else groups.set(at, [issue]);
  }
  return groups;
}

const PLACES = feedPlaces([editions, signups]);

/** The names of the fields of the object at a path of a feed. */
function fieldNames(path: readonly PropertyKey[]): readonly string[] {
  let place: Place | undefined = PLACES;
  for (const key of path)
    if (place?.kind === 'list') place = place.entry;
    else place = place?.kind === 'object' ? place.fields[String(key)] : undefined;
  return place?.kind === 'object' ? Object.keys(place.fields) : [];
}
