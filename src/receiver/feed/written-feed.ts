import { feedPlaces, type ObjectPlace } from '../../feed/advice/places.js';
import { keyIn } from '../../feed/former-names.js';
import { issueKind } from '../../feed/issue-kind.js';
import { pointer, type FeedIssue } from '../../feed/issues.js';
import { mendListSection } from '../../feed/mending/lists.js';
import { asRecord, isAbsent } from '../../feed/record.js';
import { editions } from '../../feed/sections/editions.js';
import { signups } from '../../feed/sections/signups.js';
import { fieldMeantBy } from './field-words.js';

/** Characters of a line that quote what a feed says. */
const MAX_QUOTE_LENGTH = 80;
/** Names that people keep for themselves: of comments, and of the numbers that a system gives its entries. */
const OWN_NAME = /^(?:[_$@#/]|x-|comment|opmerking)|(?:^|[_-])id$|Id$/;

/** What a feed says for a field: something that is read, something that is not (an empty value too), or nothing. */
type FieldState = 'read' | 'unreadable' | 'absent';

const isEmpty = (value: unknown) => isAbsent(value) || (typeof value === 'string' && value.trim() === '');

/** A value under a name that the format does not have, and that is near none of its names. */
interface UnknownField {
  readonly name: string;
  readonly value: unknown;
}

/** An entry of a feed as it was written. */
export class WrittenEntry {
  readonly #path: readonly PropertyKey[];
  readonly #raw: Readonly<Record<string, unknown>>;
  readonly #issues: readonly FeedIssue[];
  readonly #place: ObjectPlace;

  constructor(path: readonly PropertyKey[], raw: unknown, issues: readonly FeedIssue[], place: ObjectPlace) {
    this.#path = path;
    this.#raw = asRecord(raw);
    this.#issues = issues;
    this.#place = place;
  }

  stateOf(name: string): FieldState {
    const key = this.#keyOf(name);
    if (key === undefined) return 'absent';
    if (key !== keyIn(this.#raw, name) || isEmpty(this.#raw[key])) return 'unreadable';
    return this.#hasIssue(key, 'left-out') ? 'unreadable' : 'read';
  }

  /** True for a list of which something was left out, or that is none. */
  isPartial(name: string): boolean {
    return this.stateOf(name) !== 'read' || this.#hasIssue(keyIn(this.#raw, name), 'dropped');
  }

  /** The place of a field, and what is written there, under a name that is nearly its own too. */
  at(name: string): { readonly path: string; readonly quote: string | undefined } {
    const key = this.#keyOf(name);
    const text = key === undefined ? undefined : `"${key}": ${JSON.stringify(this.#raw[key])}`;
    return { path: pointer([...this.#path, key ?? name]), quote: text?.slice(0, MAX_QUOTE_LENGTH) };
  }

  /** The entries of a list in it. */
  list(name: string): WrittenList {
    return new WrittenList(this.#raw, name, this.#issues, this.#path, this.#place);
  }

  get unknownFields(): readonly UnknownField[] {
    return Object.entries(this.#raw)
      .filter(([key]) => !this.#isKnown(key) && !OWN_NAME.test(key) && this.#fieldMeantBy(key) === undefined)
      .map(([name, value]) => ({ name, value }));
  }

  #hasIssue(key: string, kind: 'left-out' | 'dropped'): boolean {
    const place = pointer([...this.#path, key]);
    const isIn = ({ pointer: at }: FeedIssue) => at === place || at.startsWith(`${place}/`);
    return this.#issues.some((issue) => isIn(issue) && issueKind(issue.code) === kind);
  }

  #isKnown(key: string): boolean {
    return Object.hasOwn(this.#place.fields, key);
  }

  #fieldMeantBy(key: string): string | undefined {
    return fieldMeantBy(key, Object.keys(this.#place.fields));
  }

  #keyOf(name: string): string | undefined {
    const own = keyIn(this.#raw, name);
    if (!isAbsent(this.#raw[own])) return own;
    const [other] = Object.keys(this.#raw).filter(
      (key) => !this.#isKnown(key) && !isAbsent(this.#raw[key]) && this.#fieldMeantBy(key) === name,
    );
    return other ?? (this.#raw[name] === undefined ? undefined : name);
  }
}

const PLACES = feedPlaces([editions, signups]);
const NOTHING: ObjectPlace = { kind: 'object', fields: {} };

/** The entries of a list as they were written, by the ids that they are read under. */
export class WrittenList {
  readonly #byId = new Map<string, WrittenEntry>();

  /** The list under a name of an object that stands at a path of a feed; by default, a section of the feed. */
  constructor(
    holder: Readonly<Record<string, unknown>>,
    name: string,
    issues: readonly FeedIssue[],
    path: readonly PropertyKey[] = [],
    { fields }: ObjectPlace = PLACES,
  ) {
    const list = mendListSection(holder[name]);
    if (!list) return;
    const place = fields[name];
    const entryPlace = place?.kind === 'list' && place.entry.kind === 'object' ? place.entry : NOTHING;
    const pathOf = (index: number) => [...path, name, ...list.pathOf(index)];
    const issuesAt = byEntry(issues, pathOf(0).length);
    for (const [index, entry] of list.entries.entries()) {
      const id = list.ids[index];
      if (id === undefined || this.#byId.has(id)) continue;
      const at = pathOf(index);
      this.#byId.set(id, new WrittenEntry(at, entry, issuesAt.get(pointer(at)) ?? [], entryPlace));
    }
  }

  of(id: string): WrittenEntry {
    return this.#byId.get(id) ?? new WrittenEntry([], {}, [], NOTHING);
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
