import type { FeedDocument } from '../feed/document.js';
import { editions } from '../feed/sections/editions.js';
import { signups } from '../feed/sections/signups.js';
import type { Availability } from '../signup/contract.js';
import { windowOf } from '../signup/window.js';
import { digestOf, keysFor } from './digest.js';
import type { ParsedEntry } from './entry.js';
import { validateEntry } from './validate-entry.js';
import type { SubmissionResult } from './allocate-places.js';
import { capacityIn } from './capacity.js';
import { BatchQueue } from './storage/batches.js';
import type { Database } from './storage/database.js';
import { promoteWaiting, type OfferRules } from './storage/offers.js';
import { countPlaces } from './storage/places.js';
import { storeSignups, type PlaceRules, type UnvalidatedSubmission } from './storage/signups.js';
import { withdraw } from './storage/withdrawal.js';

/** The longest queue that is worked off sooner than a visitor gives up. */
const MAX_QUEUE_LENGTH = 1_000;
/** The age at which free places are counted again. */
const AVAILABILITY_MAX_AGE_MS = 1_000;

export interface ServiceOptions {
  readonly database: Database;
  /** The feed as it is now. */
  readonly feed: () => FeedDocument;
  /** The ids of sign-ups that take no entries, whatever the feed says. Default: none. */
  readonly closedSignups?: () => ReadonlySet<string>;
  readonly hasWaitingList: boolean;
  /** True to put notices into the outbox. */
  readonly notify: boolean;
  /** Called when there may be something new in the outbox. */
  readonly onChange?: () => void;
}

export type SignUpResult = SubmissionResult | { readonly kind: 'in-progress' | 'key-missing' | 'busy' };

/** The receiver without the network around it: sign-ups, withdrawals, free places. */
export class Service {
  readonly #options: ServiceOptions;
  readonly #batches: BatchQueue<UnvalidatedSubmission, SubmissionResult>;
  readonly #inFlight = new Set<string>();
  #availability: { readonly countedAt: number; readonly places: Promise<Availability> } | undefined;

  constructor(options: ServiceOptions) {
    this.#options = options;
    const { database } = options;
    this.#batches = new BatchQueue(
      (submissions) => storeSignups(database, this.#feedId, submissions, this.#rules()),
      // Editions do not wait for each other, where the database can do more than one thing at a time.
      {
        concurrency: database.concurrency,
        keyOf: ({ parsed }) => (database.concurrency > 1 ? (parsed.entry.edition ?? '') : ''),
      },
    );
  }

  get feed(): FeedDocument {
    return this.#options.feed();
  }

  /**
   * Stores an entry, once. Settles when it is durable, or is certainly not stored; rejects where that is uncertain.
   * Without `requireKey` an entry without a key gets one from its content and the hour.
   */
  async signUp(parsed: ParsedEntry, { requireKey }: { readonly requireKey: boolean }): Promise<SignUpResult> {
    const { submissionId, replaces = [] } = parsed.entry;
    if (!submissionId && requireKey) return { kind: 'key-missing' };
    const digest = digestOf(parsed.entry);
    const [id, earlier] = submissionId ? [submissionId] : keysFor(digest, Date.now());
    if (this.#inFlight.has(id)) return { kind: 'in-progress' };
    if (this.#batches.length >= MAX_QUEUE_LENGTH) return { kind: 'busy' };
    this.#inFlight.add(id);
    try {
      const result = await this.#batches.add({
        id,
        alsoKnownAs: earlier ? [earlier] : [],
        replaces,
        digest,
        parsed,
      });
      if (result.kind === 'stored') this.#changed();
      return result;
    } finally {
      this.#inFlight.delete(id);
    }
  }

  /** Free places of the editions that have a limit. */
  availability(): Promise<Availability> {
    const now = Date.now();
    if (!this.#availability || now - this.#availability.countedAt > AVAILABILITY_MAX_AGE_MS) {
      const places = this.#countFree(now);
      this.#availability = { countedAt: now, places };
      places.catch(() => (this.#availability = undefined));
    }
    return this.#availability.places;
  }

  /** Withdraws a sign-up. @returns true if there was one with that reference and contact */
  async withdraw(by: { readonly reference: string; readonly contact: string }): Promise<boolean> {
    const isWithdrawn = await withdraw(this.#options.database, this.#feedId, by, this.#rules());
    if (isWithdrawn) this.#changed();
    return isWithdrawn;
  }

  /** Gives out places for which somebody waits: those that a changed feed has more than before, or that were left open. */
  async promoteWaiting(): Promise<void> {
    if (await promoteWaiting(this.#options.database, this.#feedId, this.#rules())) this.#changed();
  }

  /** The rules by which the admin API erases. */
  offerRules(): OfferRules {
    return this.#rules();
  }

  /** @returns true if the database answers */
  async isReady(): Promise<boolean> {
    try {
      await this.#options.database.query('select 1 as one');
      return true;
    } catch {
      return false;
    }
  }

  /** Settles when every entry that was taken on is stored or refused. */
  idle(): Promise<void> {
    return this.#batches.idle();
  }

  get #feedId(): string {
    return this.feed.head.id ?? '';
  }

  #rules(): PlaceRules {
    const now = Date.now();
    const document = this.feed;
    const closed = this.#options.closedSignups?.();
    return {
      validate: (read) =>
        closed?.has(read.entry.signup ?? '') ? { kind: 'closed' } : validateEntry(read, document, now),
      capacityOf: (id) => capacityIn(this.feed, id, now),
      hasWaitingList: this.#options.hasWaitingList,
      notify: this.#options.notify,
    };
  }

  async #countFree(now: number): Promise<Availability> {
    const offered = new Set(this.feed.read(signups).values.flatMap((signup) => signup.editions));
    const all = this.feed.read(editions).values;
    const limited = all.filter(({ id, capacity }) => offered.has(id) && capacity !== undefined);
    const ids = limited.map(({ id }) => id);
    const counts = await countPlaces(this.#options.database, this.#feedId, ids);
    return {
      editions: limited.map((edition) => {
        const { taken = 0, waiting = 0 } = counts.get(edition.id) ?? {};
        const isFull = waiting > 0 || windowOf(edition, now).state === 'full';
        return { id: edition.id, free: isFull ? 0 : Math.max(0, edition.capacity! - taken) };
      }),
    };
  }

  #changed(): void {
    this.#availability = undefined;
    this.#options.onChange?.();
  }
}
