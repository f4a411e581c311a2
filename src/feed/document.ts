import { LIMITS, type Fields, type ObjectOf } from './fields.js';
import { pointer, type FeedIssue } from './issues.js';
import { readEntry } from './entry.js';
import { readingFields } from './reading-fields.js';
import { entriesOf, ListReading, ObjectReading, type Reading } from './reading.js';
import type { ListKey, ListSection, ObjectSection, Section } from './section.js';

/** The version of the format that this code reads. It reads every 1.x feed. */
export const FORMAT_VERSION = 1;

/** Why a text is no feed. */
export type RefusalReason = 'not-json' | 'web-page' | 'too-large' | 'newer-version' | 'not-a-feed';

export type Opened =
  | { readonly ok: true; readonly document: FeedDocument }
  | {
      readonly ok: false;
      readonly reason: RefusalReason;
      /** Where the text stops being JSON, in the words of the browser. */
      readonly detail?: string | undefined;
    };

/** What a feed may say about itself; `version` is looked at before anything else is read. */
export const headShape = (f: Fields) => ({
  id: f.optional(f.id()),
  title: f.optional(f.title()),
  language: f.optional(f.language()),
  updated: f.optional(f.date()),
  publishFrom: f.optional(f.date()),
});

/** What a feed says about itself. */
export type FeedHead = ObjectOf<ReturnType<typeof headShape>>;

/** Makes the pieces that a feed at an address is read with. */
export type FieldsFor = (base: string) => Fields;

/** A feed of which nothing is read until a section is asked for. */
export class FeedDocument {
  readonly head: FeedHead;
  /** The address that relative links and pictures start from. */
  readonly base: string;
  readonly #raw: Readonly<Record<string, unknown>>;
  readonly #fields: Fields;
  readonly #headIssues: FeedIssue[] = [];
  readonly #readings = new Map<string, Reading>();
  readonly #ids = new Map<ListKey, ReadonlySet<string>>();

  constructor(raw: Readonly<Record<string, unknown>>, base: string, fieldsFor: FieldsFor) {
    this.#raw = raw;
    this.base = base;
    this.#fields = fieldsFor(base);
    this.head = Object.freeze(
      readEntry(this.#fields.object(headShape(this.#fields)), raw, (code, path, params = {}) =>
        this.#headIssues.push({ pointer: pointer(path), code, params }),
      ) ?? {},
    );
    for (const key of ['version', 'id'] as const)
      if (raw[key] === undefined) this.#headIssues.push({ pointer: `/${key}`, code: 'missing', params: {} });
    if (raw['version'] !== undefined && !isVersion(raw['version']))
      this.#headIssues.push({ pointer: '/version', code: 'unknown-value', params: {} });
  }

  /** What is wrong with the feed's own description. */
  get headIssues(): readonly FeedIssue[] {
    return this.#headIssues;
  }

  /** A section, to be read bit by bit. The same reading for everybody who asks. */
  reading(section: Section<unknown>): Reading {
    let reading = this.#readings.get(section.key);
    if (!reading) {
      const raw = this.#get(section.key);
      reading =
        section.kind === 'list'
          ? new ListReading(section, raw, this.#surroundings)
          : new ObjectReading(section, raw, this.#surroundings);
      this.#readings.set(section.key, reading);
    }
    return reading;
  }

  /** The reading of a list section. */
  list<T>(section: ListSection<T>): ListReading<T> {
    return this.reading(section) as ListReading<T>;
  }

  /** A whole section: its values (a list) or its value (one object), and what is wrong with it. Never throws. */
  read<T>(section: ListSection<T>): Pick<ListReading<T>, 'values' | 'issues'>;
  read<T>(section: ObjectSection<T>): Pick<ObjectReading<T>, 'value' | 'issues'>;
  read(section: Section<unknown>): unknown {
    return this.reading(section).readSome(LIMITS.items);
  }

  get #surroundings() {
    return { fields: this.#fields, idsOf: (key: ListKey) => this.#idsOf(key) };
  }

  #idsOf(key: ListKey): ReadonlySet<string> {
    let ids = this.#ids.get(key);
    if (!ids) {
      const entries = entriesOf(this.#get(key), LIMITS.items) ?? [];
      ids = new Set(entries.map((entry) => get(entry, 'id')).filter((id) => typeof id === 'string'));
      this.#ids.set(key, ids);
    }
    return ids;
  }

  #get(key: string): unknown {
    return get(this.#raw, key);
  }
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** 1, or `1.` and whatever comes after it: all of them are read. Anything else is read as if it were 1. */
const isVersion = (value: unknown) => isPlain(value) && /^1(\.\d+)*$/.test(`${value}`);

/** What an object holds itself. `data` may be any object of the page, one that throws included. */
function get(holder: unknown, key: string): unknown {
  try {
    return Object.hasOwn(holder as object, key) ? (holder as Record<string, unknown>)[key] : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Opens a feed: its text, or the object that a page already has. Nothing but its first level is looked at yet. Never
 * throws; what cannot be a feed comes back with its reason. `fieldsFor` is by default what needs no library.
 */
export function openFeed(feed: unknown, base: string, fieldsFor: FieldsFor = readingFields): Opened {
  try {
    if (typeof feed !== 'string') return openObject(feed, base, fieldsFor);
    if (feed.length > LIMITS.bytes) return { ok: false, reason: 'too-large' };
    const text = feed.replace(/^\ufeff/, '').trim();
    try {
      return openObject(JSON.parse(text), base, fieldsFor);
    } catch (error) {
      if (text.startsWith('<')) return { ok: false, reason: 'web-page' };
      return { ok: false, reason: 'not-json', detail: (error as Error).message };
    }
  } catch {
    return { ok: false, reason: 'not-a-feed' };
  }
}

function openObject(raw: unknown, base: string, fieldsFor: FieldsFor): Opened {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { ok: false, reason: 'not-a-feed' };
  const { version } = raw as { version?: unknown };
  if (isPlain(version) && Number.parseInt(`${version}`, 10) > FORMAT_VERSION)
    return { ok: false, reason: 'newer-version' };
  return { ok: true, document: new FeedDocument(raw as Record<string, unknown>, base, fieldsFor) };
}
