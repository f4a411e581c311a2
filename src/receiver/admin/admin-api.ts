import type { FeedDocument } from '../../feed/document.js';
import { UNKNOWN_CAPACITY } from '../allocate-places.js';
import type { Database } from '../storage/database.js';
import { eraseSignups, purge, type Purged } from '../storage/withdrawal.js';
import {
  countSignups,
  readSignups,
  type SignupCount,
  type SignupFilter,
  type SignupRecord,
} from '../storage/reading.js';
import { PERSONAL_TABLES } from '../storage/schema.js';
import type { ReleaseRules } from '../storage/signups.js';

/** The commands of a coordinator on what is stored: on a database, or through the receiver that has it open. */
export interface AdminApi {
  signups(filter: SignupFilter): AsyncIterable<SignupRecord>;
  counts(): Promise<readonly SignupCount[]>;
  /** @returns the number of sign-ups that were erased */
  erase(by: EraseBy): Promise<number>;
  /** @param defaultMonths For sign-ups of which the feed says no period. */
  purge(defaultMonths: number | undefined): Promise<Purged>;
}

export interface EraseBy {
  readonly reference?: string | undefined;
  readonly email?: string | undefined;
}

export interface AdminOptions {
  readonly database: Database;
  readonly feed: () => FeedDocument | undefined;
  readonly rules?: () => ReleaseRules;
  /** Called when there may be something new in the outbox. */
  readonly onChange?: () => void;
}

/** Rules without a feed: nothing is known of places, and every one that comes free is given out again. */
const DEFAULT_RULES: ReleaseRules = { capacityOf: () => UNKNOWN_CAPACITY, notify: true };

export function openAdmin({ database, feed, rules = () => DEFAULT_RULES, onChange }: AdminOptions): AdminApi {
  return {
    signups: (filter) => readSignups(database, filter),
    counts: () => countSignups(database),
    erase: async (by) => {
      const erased = await eraseSignups(database, by, rules());
      if (erased > 0) {
        onChange?.();
        await database.scrub(PERSONAL_TABLES);
      }
      return erased;
    },
    purge: async (defaultMonths) => {
      const document = feed();
      if (!document) throw new Error('The feed says how long entries are kept: name it with --feed.');
      const purged = await purge(database, document, { instant: Date.now(), defaultMonths });
      if (purged.removed > 0) await database.scrub(PERSONAL_TABLES);
      return purged;
    },
  };
}
