import type { FeedDocument } from '../../feed/document.js';
import type { Capacity } from '../allocate-places.js';
import { capacityIn } from '../capacity.js';
import { archiveLines, importArchive, type Imported } from '../storage/archive.js';
import { fromSnapshot, type Database } from '../storage/database.js';
import type { OfferRules } from '../storage/offers.js';
import { purge, type Purged } from '../storage/purge.js';
import {
  countSignups,
  feedsOf,
  readSignups,
  type SignupCount,
  type SignupFilter,
  type SignupRecord,
} from '../storage/reading.js';
import { IS_TOLD, readSetting } from '../storage/settings.js';
import { eraseSignups, type EraseBy } from '../storage/withdrawal.js';

/** The commands of a coordinator on what is stored: on a database, or through the receiver that has it open. */
export interface AdminApi {
  signups(filter: SignupFilter): AsyncIterable<SignupRecord>;
  counts(): Promise<readonly SignupCount[]>;
  /** @returns the number of sign-ups that were erased */
  erase(by: EraseBy & { readonly feed?: string | undefined }): Promise<number>;
  /** Rejects where `feed` is not the feed that it goes by. */
  purge(options: PurgeRequest): Promise<Purged>;
  /** The lines of an archive of one feed, or of all. */
  archive(feed?: string): AsyncIterable<string>;
  import(lines: AsyncIterable<string>): Promise<Imported>;
}

export interface PurgeRequest {
  /** The id of the feed that is meant. */
  readonly feed?: string | undefined;
  /** Months for sign-ups of which the feed says no period. */
  readonly months?: number | undefined;
}

export interface AdminOptions {
  readonly database: Database;
  /** The feed by which places that come free are given out, and sign-ups are purged. */
  readonly feed: () => FeedDocument | undefined;
  /** Called when there may be something new in the outbox. */
  readonly onChange?: () => void;
  /** Removes what was erased from the files of the database; where that fails it settles all the same. */
  readonly scrub: () => Promise<void>;
}

/** Places of a feed that is not known: one that comes free stays open, until a receiver gives it out by its own rules. */
const LEFT_OPEN: Capacity = { limit: Infinity, offers: false, promotes: false };

/** Opens the admin API on a database. */
export function openAdmin({ database, feed, onChange, scrub }: AdminOptions): AdminApi {
  const rulesOf = async (id: string): Promise<OfferRules> => {
    const document = feed();
    return {
      capacityOf: (edition) =>
        document?.head.id === id ? capacityIn(document, edition, Date.now()) : LEFT_OPEN,
      notify: (await readSetting(database, id, IS_TOLD)) === true,
    };
  };
  return {
    signups: (filter) => fromSnapshot(database, (queries) => readSignups(queries, filter)),
    counts: () => countSignups(database),
    erase: async ({ feed: id, ...by }) => {
      let erased = 0;
      for (const each of id === undefined ? await feedsOf(database) : [id])
        erased += await eraseSignups(database, each, by, await rulesOf(each));
      if (erased > 0) {
        onChange?.();
        await scrub();
      }
      return erased;
    },
    purge: async ({ feed: id, months }) => {
      const document = feed();
      if (!document) throw new Error('The feed says how long entries are kept: name it with --feed.');
      if (id !== undefined && id !== document.head.id)
        throw new Error(`The receiver that runs goes by the feed "${document.head.id}", and not by "${id}".`);
      const purged = await purge(database, document, { instant: Date.now(), defaultMonths: months });
      if (purged.removed > 0) await scrub();
      return purged;
    },
    archive: (id) => fromSnapshot(database, (queries) => archiveLines(queries, id)),
    import: (lines) => importArchive(database, lines),
  };
}
