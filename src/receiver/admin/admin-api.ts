import type { FeedDocument } from '../../feed/document.js';
import { UNKNOWN_ROOM } from '../service.js';
import type { Database } from '../storage/database.js';
import { erase, purge, type Purged } from '../storage/withdrawal.js';
import {
  countSignups,
  readSignups,
  type SignupCount,
  type SignupFilter,
  type StoredSignup,
} from '../storage/reading.js';
import type { LeaveRules } from '../storage/signups.js';

/** What a coordinator can do with what is stored; on this database, or through the receiver that has it open. */
export interface AdminApi {
  signups(filter: SignupFilter): AsyncIterable<StoredSignup>;
  counts(): Promise<readonly SignupCount[]>;
  /** @returns how many sign-ups were erased */
  erase(by: EraseBy): Promise<number>;
  /** `months` for sign-ups of which the feed says no period. */
  purge(months: number | undefined): Promise<Purged>;
}

export interface EraseBy {
  readonly reference?: string | undefined;
  readonly email?: string | undefined;
}

export interface AdminOptions {
  readonly database: Database;
  readonly feed: () => FeedDocument | undefined;
  readonly rules?: () => LeaveRules;
  /** Places have come free, or somebody is to be told. */
  readonly onChange?: () => void;
}

/** Without a feed nothing is known of places: one goes, one comes. */
const BARE_RULES: LeaveRules = { roomOf: () => UNKNOWN_ROOM, notify: true };

export function openAdmin({ database, feed, rules = () => BARE_RULES, onChange }: AdminOptions): AdminApi {
  return {
    signups: (filter) => readSignups(database, filter),
    counts: () => countSignups(database),
    erase: async (by) => {
      const erased = await erase(database, by, rules());
      if (erased > 0) onChange?.();
      return erased;
    },
    purge: async (months) => {
      const document = feed();
      if (!document) throw new Error('The feed says how long entries are kept: name it with --feed.');
      return purge(database, document, Date.now(), months);
    },
  };
}
