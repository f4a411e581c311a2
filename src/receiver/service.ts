import type { FeedDocument } from '../feed/document.js';
import { editions, type Edition } from '../feed/sections/editions.js';
import { signups } from '../feed/sections/signups.js';
import type { Availability } from '../signup/contract.js';
import { windowOf } from '../signup/window.js';
import { digestOf, keysFor } from './digest.js';
import type { ReadEntry } from './entry.js';
import { judge } from './validate-entry.js';
import type { Answer, Room } from './allocate-places.js';
import { Batches } from './storage/batches.js';
import type { Database } from './storage/database.js';
import { withdraw } from './storage/withdrawal.js';
import {
  countPlaces,
  fillPlaces,
  storeSignups,
  type Attempt,
  type LeaveRules,
  type PlaceRules,
} from './storage/signups.js';

/** Longer queues are worked off later than a visitor waits. */
const LONGEST_QUEUE = 1_000;
/** How long counted places may be told on, in milliseconds. */
const FRESH = 1_000;

export interface ServiceOptions {
  readonly database: Database;
  /** The feed as it is now. */
  readonly feed: () => FeedDocument;
  readonly hasWaitingList: boolean;
  readonly notify: boolean;
  /** Something happened that somebody may have to be told of. */
  readonly onChange?: () => void;
}

export type SignUpResult = Answer | { readonly kind: 'in-progress' | 'key-missing' | 'busy' };

/** What the receiver does, without the network around it. */
export class Service {
  readonly #options: ServiceOptions;
  readonly #batches: Batches<Attempt, Answer>;
  readonly #inFlight = new Set<string>();
  #counted: { readonly at: number; readonly places: Promise<Availability> } | undefined;

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#batches = new Batches((attempts) =>
      storeSignups(options.database, this.#feedId, attempts, () => this.#rules()),
    );
  }

  get feed(): FeedDocument {
    return this.#options.feed();
  }

  /** Stores an entry, once. Settles when it is durable, or is certainly not stored; rejects where nobody knows. */
  async signUp(read: ReadEntry, needsKey: boolean): Promise<SignUpResult> {
    const { submissionId, replaces = [] } = read.entry;
    if (!submissionId && needsKey) return { kind: 'key-missing' };
    const digest = digestOf(read.entry);
    const [id, earlier] = submissionId ? [submissionId] : keysFor(digest, Date.now());
    if (this.#inFlight.has(id)) return { kind: 'in-progress' };
    if (this.#batches.length >= LONGEST_QUEUE) return { kind: 'busy' };
    this.#inFlight.add(id);
    try {
      const answer = await this.#batches.add({
        id,
        alsoKnownAs: earlier ? [earlier] : [],
        replaces,
        digest,
        read,
      });
      if (answer.kind === 'stored') this.#changed();
      return answer;
    } finally {
      this.#inFlight.delete(id);
    }
  }

  /** Free places of the editions that have a limit. */
  availability(): Promise<Availability> {
    const now = Date.now();
    if (!this.#counted || now - this.#counted.at > FRESH) {
      const places = this.#countFree(now);
      this.#counted = { at: now, places };
      places.catch(() => (this.#counted = undefined));
    }
    return this.#counted.places;
  }

  /** @returns whether there was a sign-up with that reference and contact */
  async withdraw(by: { readonly reference: string; readonly contact: string }): Promise<boolean> {
    const gone = await withdraw(this.#options.database, this.#feedId, by, this.#rules());
    if (gone) this.#changed();
    return gone;
  }

  /** To be called when the feed has changed: an edition may have more places than before. */
  async feedChanged(): Promise<void> {
    const ids = this.#editions().map(({ id }) => id);
    await fillPlaces(this.#options.database, this.#feedId, ids, () => this.#rules());
    this.#changed();
  }

  /** What the desk goes by when it erases. */
  leaveRules(): LeaveRules {
    return this.#rules();
  }

  /** Whether the database answers. */
  async isReady(): Promise<boolean> {
    try {
      await this.#options.database.query('select 1 as one');
      return true;
    } catch {
      return false;
    }
  }

  /** Settles when everything that was taken on is done. */
  idle(): Promise<void> {
    return this.#batches.idle();
  }

  get #feedId(): string {
    return this.feed.head.id ?? '';
  }

  #rules(): PlaceRules {
    const now = Date.now();
    const document = this.feed;
    const rooms = new Map(this.#editions().map((edition) => [edition.id, roomOf(edition, now)]));
    return {
      judge: (read) => judge(read, document, now),
      roomOf: (edition) => rooms.get(edition) ?? UNKNOWN_ROOM,
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
    this.#counted = undefined;
    this.#options.onChange?.();
  }
}

/** An edition that has left the feed: one goes, one comes. */
export const UNKNOWN_ROOM: Room = { capacity: Infinity, offers: true, movesUp: false };

function roomOf(edition: Edition, now: number): Room {
  const { state } = windowOf(edition, now);
  return {
    capacity: edition.capacity ?? Infinity,
    offers: state !== 'cancelled' && edition.status !== 'finished',
    movesUp: state === 'open',
  };
}
