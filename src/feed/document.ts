import { attempt } from './attempt.js';
import { LIMITS, type Fields, type ObjectOf } from './fields.js';
import { issuesAmong, needsSecondReading, reporterTo, type FeedIssue, type Report } from './issues.js';
import type { MakeMending, Mending } from './mending.js';
import { readValue } from './read-value.js';
import { readingFields } from './reading-fields.js';
import { isRecord } from './record.js';
import { entriesOf, SectionReader } from './section-reader.js';
import type { ListKey, ListSection, ObjectSection, Section } from './section.js';

/** The version of the format that this code reads. It reads every 1.x feed. */
export const FORMAT_VERSION = 1;

/** Reasons why something is not a feed. */
export type RefusalReason = 'not-json' | 'web-page' | 'too-large' | 'newer-version' | 'not-a-feed';

export type OpenResult =
  | { readonly ok: true; readonly document: FeedDocument }
  | {
      readonly ok: false;
      readonly reason: RefusalReason;
      /** The text that is no JSON, to find where it stops being that (`json-damage.ts`). */
      readonly text?: string | undefined;
    };

/** The fields of a feed's own description, but `version`, which is checked before anything else is read. */
export const headShape = (f: Fields) => ({
  id: f.optional(f.id()),
  title: f.optional(f.title()),
  language: f.optional(f.language()),
  updated: f.optional(f.date()),
  publishFrom: f.optional(f.date()),
  publisher: f.optional(f.title()),
  licence: f.optional(f.title()),
});

/** The description that a feed gives of itself. */
export type FeedHead = ObjectOf<ReturnType<typeof headShape>>;

/** Makes the field schemas for a feed at an address. */
export type FieldsFactory = (base: string) => Fields;

/** The ways to read a feed. */
export interface ReadingOptions {
  /** Makes the field schemas. Default: those that need no library. */
  readonly makeFields?: FieldsFactory;
  /** Makes the second reading, of what does not fit the format. Default: none, it is left out. */
  readonly makeMending?: MakeMending | undefined;
  /** Loads the second reading when something needs it. Never together with `makeMending`. */
  readonly loadMending?: (() => Promise<MakeMending>) | undefined;
  /** The issues that were found while its bytes were decoded. Default: none. */
  readonly found?: readonly FeedIssue[];
}

/** An opened feed, whose sections are read when they are asked for. */
export class FeedDocument {
  readonly head: FeedHead;
  /** The issues of the feed's own description. */
  readonly headIssues: readonly FeedIssue[];
  /** The absolute address that relative links and pictures start from. */
  readonly base: string;
  /** True if the feed's own description waits for a second reading. */
  readonly isHeadWaiting: boolean;
  /** The feed as it was written. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly #options: ReadingOptions;
  readonly #fields: Fields;
  readonly #mending: Mending | undefined;
  readonly #earlier: FeedDocument | undefined;
  readonly #readers = new Map<string, SectionReader<unknown>>();
  readonly #ids = new Map<ListKey, ReadonlySet<string>>();
  #mended: Promise<FeedDocument> | undefined;

  /** @param earlier The same feed, read without its second reading. */
  constructor(
    raw: Readonly<Record<string, unknown>>,
    base: string,
    options: ReadingOptions,
    earlier?: FeedDocument,
  ) {
    this.raw = raw;
    this.base = base;
    this.#options = options;
    this.#earlier = earlier;
    this.#fields = (options.makeFields ?? readingFields)(base);
    this.#mending = options.makeMending?.(base, raw);
    let reports: Report[] = [];
    const readHead = (fields: Fields) =>
      Object.freeze(readValue(fields.object(headShape(fields)), raw, reporterTo(reports)) ?? {});
    let head = readHead(this.#fields);
    const doesNotFit = needsSecondReading(reports);
    this.isHeadWaiting = doesNotFit && options.loadMending !== undefined;
    if (doesNotFit && this.#mending) {
      reports = [];
      const { fields } = this.#mending;
      head = attempt(() => readHead(fields)) ?? head;
    }
    this.head = head;
    const report = reporterTo(reports);
    for (const key of ['version', 'id']) if (raw[key] === undefined) report('missing', [key]);
    if (raw['version'] !== undefined && !isVersion(raw['version'])) report('unknown-value', ['version']);
    this.headIssues = [...(options.found ?? []), ...issuesAmong(reports)];
  }

  /**
   * The same feed with its second reading, for what does not fit; what fits stays the same values. Where that code cannot
   * be loaded, what does not fit is left out. Never rejects.
   */
  mended(): Promise<FeedDocument> {
    return (this.#mended ??= this.#readAgain());
  }

  async #readAgain(): Promise<FeedDocument> {
    const { loadMending, ...options } = this.#options;
    const makeMending = await loadMending?.().catch(() => undefined);
    const document = new FeedDocument(this.raw, this.base, { ...options, makeMending }, this);
    // In slices here, so that whoever has shown this much need not wait for it in one task.
    await document.#mending?.readAgain(this.readers, document);
    return document;
  }

  /** The readers that somebody asked for. */
  get readers(): readonly SectionReader<unknown>[] {
    return [...this.#readers.values()];
  }

  /** The reader of a section: one for each section, shared by everybody who reads this document. */
  reader<T>(section: Section<T>): SectionReader<T> {
    let reader = this.#readers.get(section.key);
    if (!reader) {
      const context = {
        fields: this.#fields,
        mending: this.#mending,
        isMendingExpected: this.#options.loadMending !== undefined,
        idsOf: (key: ListKey) => this.#idsOf(key),
      };
      const earlier = this.#earlier?.reader(section);
      reader = new SectionReader(section, this.#rawSection(section.key), context, earlier);
      this.#readers.set(section.key, reader);
    }
    return reader as SectionReader<T>;
  }

  /** Reads a whole section: its values (a list) or its value (an object), and its issues. Never throws. */
  read<T>(section: ListSection<T>): Pick<SectionReader<T>, 'values' | 'issues' | 'isWaiting'>;
  read<T>(section: ObjectSection<T>): Pick<SectionReader<T>, 'value' | 'issues' | 'isWaiting'>;
  read(section: Section<unknown>): unknown {
    return this.reader(section).readNext(LIMITS.items);
  }

  #idsOf(key: ListKey): ReadonlySet<string> {
    let ids = this.#ids.get(key);
    if (!ids) {
      const raw = this.#rawSection(key);
      const own = () => entriesOf(raw, LIMITS.items)?.map((entry) => ownValue(entry, 'id')) ?? [];
      const all = this.#mending?.list(raw)?.ids ?? own();
      ids = new Set(all.filter((id) => typeof id === 'string'));
      this.#ids.set(key, ids);
    }
    return ids;
  }

  #rawSection(key: string): unknown {
    return ownValue(this.raw, key);
  }
}

const isStringOrNumber = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/**
 * True for 1 and for `1.` with any numbers after it. Other versions, unless they are newer, are read as if they were 1.
 */
const isVersion = (value: unknown) => isStringOrNumber(value) && /^1(\.\d+)*$/.test(`${value}`);

/** An own property of an object. `data` may be any object of the page, so reading it may throw: then `undefined`. */
const ownValue = (holder: unknown, key: string): unknown =>
  attempt(() =>
    Object.hasOwn(holder as object, key) ? (holder as Record<string, unknown>)[key] : undefined,
  );

/**
 * Opens a feed: its text, or the object that a page already has. Reads only its own description. `base` is the absolute
 * address that relative links start from. Never throws: a value that is not a feed comes back with the reason.
 */
export function openFeed(feed: unknown, base: string, options: ReadingOptions = {}): OpenResult {
  try {
    if (typeof feed !== 'string') return openObject(feed, base, options);
    if (feed.length > LIMITS.bytes) return { ok: false, reason: 'too-large' };
    const text = feed.replace(/^\ufeff/, '').trim();
    try {
      return openObject(JSON.parse(text), base, options);
    } catch {
      if (text[0] === '<' && !text.endsWith('}')) return { ok: false, reason: 'web-page' };
      return { ok: false, reason: 'not-json', text: feed };
    }
  } catch {
    return { ok: false, reason: 'not-a-feed' };
  }
}

function openObject(raw: unknown, base: string, options: ReadingOptions): OpenResult {
  if (!isRecord(raw)) return { ok: false, reason: 'not-a-feed' };
  const { version } = raw;
  if (isStringOrNumber(version) && Number.parseInt(`${version}`, 10) > FORMAT_VERSION)
    return { ok: false, reason: 'newer-version' };
  return { ok: true, document: new FeedDocument(raw, base, options) };
}
