import type { FeedDocument } from '../feed/document.js';
import { editions } from '../feed/sections/editions.js';
import { signups } from '../feed/sections/signups.js';
import type { Availability } from '../signup/contract.js';
import { windowOf } from '../signup/window.js';
import type { ConfirmationLinks, ConfirmedBy } from './confirmation-links.js';
import { digestOf, isRandomKey, keysFor } from './submission-key.js';
import type { ParsedEntry } from './entry.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { allowMail } from './notices/mail-limit.js';
import { Readiness } from './storage/readiness.js';
import { RecentSignups } from './recent-signups.js';
import { validateEntry } from './validate-entry.js';
import type { SubmissionResult } from './allocate-places.js';
import { capacityIn } from './capacity.js';
import { BatchQueue } from './storage/batches.js';
import { confirmAddress, releaseUnconfirmed } from './storage/confirming.js';
import type { Database } from './storage/database.js';
import { promoteWaiting } from './storage/offers.js';
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
  /** Makes the keys of forms without script; the same for every instance on a database, and at the next start. */
  readonly formSecret: Buffer;
  /** Hours in which an address must be confirmed, and the links for it; without it none needs to be. */
  readonly confirm?: { readonly hours: number; readonly links: ConfirmationLinks } | undefined;
  /** Called when there may be something new in the outbox. */
  readonly onChange?: () => void;
  /** Called when personal data was deleted. */
  readonly onDeleted?: () => void;
  readonly log?: Log;
  readonly metrics?: Pick<Metrics, 'count'>;
}

/** What is known of a sign-up beside its entry. */
interface SignUpContext {
  /** False where an entry without a key gets one from its content, its network and the hour. */
  readonly requireKey: boolean;
  /** The network that it came from; empty where none is known. */
  readonly network?: string;
}

export type SignUpResult = SubmissionResult | { readonly kind: 'in-progress' | 'key-missing' | 'busy' };

/** The receiver without the network around it: sign-ups, withdrawals, free places. */
export class Service {
  readonly #options: ServiceOptions;
  readonly #batches: BatchQueue<UnvalidatedSubmission, SubmissionResult>;
  readonly #readiness: Readiness;
  readonly #inFlight = new Set<string>();
  readonly #recent = new RecentSignups();
  #availability: { readonly countedAt: number; readonly places: Promise<Availability> } | undefined;

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#readiness = new Readiness(options.database, options.log ?? (() => {}));
    const { database } = options;
    this.#batches = new BatchQueue(
      (submissions) => {
        options.metrics?.count('ceal_batches_total');
        return storeSignups(database, this.#feedId, submissions, this.#rules());
      },
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

  /** Stores an entry, once. Settles when it is durable, or is certainly not stored; rejects where that is uncertain. */
  async signUp(parsed: ParsedEntry, context: SignUpContext): Promise<SignUpResult> {
    const count = (outcome: string) => this.#options.metrics?.count('ceal_signups_total', { outcome });
    try {
      const result = await this.#signUp(parsed, context);
      count(result.kind === 'stored' ? result.status : result.kind);
      return result;
    } catch (error) {
      count('failed');
      throw error;
    }
  }

  async #signUp(parsed: ParsedEntry, { requireKey, network = '' }: SignUpContext): Promise<SignUpResult> {
    const { submissionId } = parsed.entry;
    // Nobody knows another's random key. Those of forms, made here, are no key to anybody's place.
    const replaces = (parsed.entry.replaces ?? []).filter(isRandomKey);
    if (!submissionId && requireKey) return { kind: 'key-missing' };
    // What no feed could make valid is refused here: its digest may be that of an entry that is stored.
    const refusal = parsed.errors.length > 0 ? validateEntry(parsed, this.feed, Date.now()) : undefined;
    if (refusal && refusal.kind !== 'valid') return refusal;
    const digest = digestOf(parsed.entry);
    const { formSecret: secret } = this.#options;
    const [id, earlier] = submissionId
      ? [submissionId]
      : keysFor({ digest, network, instant: Date.now(), secret });
    if (this.#inFlight.has(id)) return { kind: 'in-progress' };
    if (this.#batches.length >= MAX_QUEUE_LENGTH) return { kind: 'busy' };
    this.#inFlight.add(id);
    let isStored = false;
    const isMany = network !== '' && this.#recent.add(network, performance.now());
    try {
      const result = await this.#batches.add({
        id,
        alsoKnownAs: earlier ? [earlier] : [],
        replaces,
        digest,
        parsed: isMany ? { ...parsed, marks: ['many'] } : parsed,
      });
      isStored = result.kind === 'stored';
      if (isStored) {
        this.#readiness.stored();
        if (replaces.length > 0) this.#options.onDeleted?.();
        this.#changed();
      }
      return result;
    } catch (error) {
      this.#readiness.failed(error);
      throw error;
    } finally {
      this.#inFlight.delete(id);
      if (!isStored) this.#recent.remove(network);
    }
  }

  /** Free places of the editions that have a limit. */
  availability(): Promise<Availability> {
    const now = performance.now();
    if (!this.#availability || now - this.#availability.countedAt > AVAILABILITY_MAX_AGE_MS) {
      const places = this.#countFree(Date.now());
      this.#availability = { countedAt: now, places };
      places.catch(() => (this.#availability = undefined));
    }
    return this.#availability.places;
  }

  /** Withdraws a sign-up. @returns true if there was one with that reference and contact */
  async withdraw(by: { readonly reference: string; readonly contact: string }): Promise<boolean> {
    const isWithdrawn = await withdraw(this.#options.database, this.#feedId, by, this.#rules());
    if (isWithdrawn) {
      this.#options.onDeleted?.();
      this.#changed();
    }
    return isWithdrawn;
  }

  /** Gives out places for which somebody waits: those that a changed feed has more than before, or that were left open. */
  async promoteWaiting(): Promise<void> {
    if (await promoteWaiting(this.#options.database, this.#feedId, this.#rules())) this.#changed();
  }

  /** Confirms an address by the link in a mail. @returns true if the sign-up is there, and was not too late */
  async confirm(by: ConfirmedBy): Promise<boolean> {
    const { confirm, database } = this.#options;
    if (!confirm?.links.isValid(this.#feedId, by)) return false;
    const address = await confirmAddress(database, this.#feedId, by.reference);
    if (address !== undefined) await allowMail(database, this.#feedId, address);
    return address !== undefined;
  }

  /** Withdraws the sign-ups of which nobody confirmed the address in time; their places go to who waits. */
  async releaseUnconfirmed(): Promise<void> {
    if (!this.#options.confirm) return;
    const released = await releaseUnconfirmed(this.#options.database, this.#feedId, this.#rules());
    if (released === 0) return;
    this.#options.onDeleted?.();
    this.#changed();
  }

  /** The hours within which an e-mail address must be confirmed; `undefined` where none need be. */
  get confirmHours(): number | undefined {
    return this.#options.confirm?.hours;
  }

  /** @returns true if the database can store */
  isReady(): Promise<boolean> {
    return this.#readiness.check();
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
    const closed = this.#options.closedSignups?.();
    return {
      validate: (read) =>
        closed?.has(read.entry.signup ?? '') ? { kind: 'closed' } : validateEntry(read, document, now),
      capacityOf: (id) => capacityIn(this.feed, id, now),
      hasWaitingList: this.#options.hasWaitingList,
      notify: this.#options.notify,
      confirmHours: this.#options.confirm?.hours,
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
