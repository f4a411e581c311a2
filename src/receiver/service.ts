import type { FeedDocument } from '../feed/document.js';
import { editions, type Edition } from '../feed/sections/editions.js';
import { signups } from '../feed/sections/signups.js';
import type { Availability } from '../signup/contract.js';
import { windowOf } from '../signup/window.js';
import { digestOf, keysFor } from './digest.js';
import type { ParsedEntry } from './entry.js';
import type { Metrics } from './metrics.js';
import { validateEntry } from './validate-entry.js';
import { UNKNOWN_CAPACITY, type Capacity, type SubmissionResult } from './allocate-places.js';
import { BatchQueue } from './storage/batches.js';
import type { Database } from './storage/database.js';
import { withdraw } from './storage/withdrawal.js';
import {
  countPlaces,
  promoteWaiting,
  storeSignups,
  type UnvalidatedSubmission,
  type ReleaseRules,
  type PlaceRules,
} from './storage/signups.js';

/** The longest queue that is worked off sooner than a visitor gives up. */
const MAX_QUEUE_LENGTH = 1_000;
/** The age at which free places are counted again. */
const AVAILABILITY_MAX_AGE_MS = 1_000;

export interface ServiceOptions {
  readonly database: Database;
  /** The feed as it is now. */
  readonly feed: () => FeedDocument;
  readonly hasWaitingList: boolean;
  /** True to put notices into the outbox. */
  readonly notify: boolean;
  /** Called when there may be something new in the outbox. */
  readonly onChange?: () => void;
  readonly metrics?: Pick<Metrics, 'count'>;
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
    this.#batches = new BatchQueue((submissions) => {
      options.metrics?.count('ceal_batches_total');
      return storeSignups(options.database, this.#feedId, submissions, () => this.#rules());
    });
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
      const outcome = result.kind === 'stored' ? result.status : result.kind;
      this.#options.metrics?.count('ceal_signups_total', { outcome });
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

  /** Gives out the places that a changed feed has more than before. */
  async feedChanged(): Promise<void> {
    const ids = this.#editions().map(({ id }) => id);
    await promoteWaiting(this.#options.database, this.#feedId, ids, () => this.#rules());
    this.#changed();
  }

  /** The rules by which the admin API erases. */
  releaseRules(): ReleaseRules {
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

  /** The number of sign-ups that wait to be stored. */
  get queueLength(): number {
    return this.#batches.length;
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
    const capacities = new Map(this.#editions().map((edition) => [edition.id, capacityOf(edition, now)]));
    return {
      validate: (read) => validateEntry(read, document, now),
      capacityOf: (edition) => capacities.get(edition) ?? UNKNOWN_CAPACITY,
      hasWaitingList: this.#options.hasWaitingList,
      notify: this.#options.notify,
    };
  }

  #editions(): readonly Edition[] {
    return this.feed.read(editions).values;
  }

  async #countFree(now: number): Promise<Availability> {
    const offered = new Set(this.feed.read(signups).values.flatMap((signup) => signup.editions));
    const limited = this.#editions().filter(({ id, capacity }) => offered.has(id) && capacity !== undefined);
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

function capacityOf(edition: Edition, now: number): Capacity {
  const { state } = windowOf(edition, now);
  return {
    limit: edition.capacity ?? Infinity,
    offers: state !== 'cancelled' && edition.status !== 'finished',
    promotes: state === 'open',
  };
}
