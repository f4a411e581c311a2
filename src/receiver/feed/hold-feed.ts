import { FeedDocument } from '../../feed/document.js';
import { mendListSection } from '../../feed/mending/lists.js';
import { makeMending } from '../../feed/mending/make-mending.js';
import { editions, type Edition } from '../../feed/sections/editions.js';
import { signups, type Signup } from '../../feed/sections/signups.js';
import {
  EDITION_FIELDS,
  holdFields,
  OVER,
  SIGNUP_FIELDS,
  unknownNames,
  windowSlips,
  type HeldEntry,
  type Remembered,
  type Slip,
} from './held-fields.js';
import { holdSignup } from './held-signup.js';
import { WrittenList } from './written-feed.js';

/**
 * The rules for slips in a feed. What protects somebody (the places, the dates, the age, the time that entries are kept)
 * goes on as it was read last where it cannot be read now, is misspelt or is gone; where nothing was ever read, it falls
 * to the safe side. Pure: what is remembered goes in, what holds and what is to be remembered comes out.
 */

/** The editions and sign-ups of a feed as they held last, by id. Plain JSON. */
export interface FeedMemory {
  readonly editions: Readonly<Record<string, Remembered<Edition>>>;
  readonly signups: Readonly<Record<string, Remembered<Signup>>>;
}

/** A feed as it holds. */
export interface HeldFeed {
  /** The feed with what is remembered in the place of what cannot be read. */
  readonly document: FeedDocument;
  /** The ids of the sign-ups that take no entries until the feed can be read again. */
  readonly closedSignups: ReadonlySet<string>;
  readonly slips: readonly Slip[];
  /** What is to be remembered from now on. */
  readonly memory: FeedMemory;
}

/** Holds a feed against what is remembered of it, at an instant in epoch milliseconds. */
export function holdFeed(document: FeedDocument, memory: FeedMemory | undefined, instant: number): HeldFeed {
  const slips: Slip[] = [];
  const before = { editions: memory?.editions ?? {}, signups: memory?.signups ?? {} };

  const readEditions = document.read(editions);
  const writtenEditions = new WrittenList(document.raw, 'editions', readEditions.issues);
  const heldEditions = readEditions.values.map((edition) =>
    holdFields(edition, before.editions[edition.id], EDITION_FIELDS, writtenEditions.of(edition.id), slips),
  );
  const goneEditions = gone(before.editions, readEditions.values);
  const known = new Map<string, Remembered<Edition>>([
    ...heldEditions.map(({ held }) => [held.id, held] as const),
    ...goneEditions.map(({ id, entry }) => [id, entry] as const),
  ]);

  const readSignups = withGone(document, goneEditions).read(signups);
  const writtenSignups = new WrittenList(document.raw, 'signups', readSignups.issues);
  const context = { editions: known, instant };
  const heldSignups = readSignups.values.map((signup) =>
    holdSignup(signup, before.signups[signup.id], writtenSignups.of(signup.id), context, slips),
  );
  const goneSignups = gone(before.signups, readSignups.values);

  const named = new Set(heldSignups.flatMap(({ held }) => held.editions));
  const wasNamed = new Set(Object.values(before.signups).flatMap((signup) => signup.editions ?? []));
  const unnamed = readEditions.values.filter(({ id }) => !named.has(id));
  for (const { id, entry } of goneEditions)
    if (named.has(id)) slips.push(misnamed(id, entry, unnamed, writtenEditions));
    else if (!entry.isGone && wasNamed.has(id)) slips.push(left('editions', id));
  for (const { id, entry } of goneSignups) if (!entry.isGone) slips.push(left('signups', id));
  for (const { held } of heldEditions.filter(({ held }) => named.has(held.id))) {
    const written = writtenEditions.of(held.id);
    slips.push(...windowSlips(held, written), ...unknownNames(held, EDITION_FIELDS, written));
  }
  for (const { held } of heldSignups)
    slips.push(...unknownNames(held, SIGNUP_FIELDS, writtenSignups.of(held.id)));

  const isAsWritten = slips.length + goneEditions.length + goneSignups.length === 0;
  const raw = {
    ...document.raw,
    editions: [
      ...heldEditions.map(({ held }) => held),
      ...goneEditions.map(({ entry }) => ({ ...entry, signupUntil: OVER })),
    ],
    signups: [...heldSignups.map(({ held }) => held), ...goneSignups.map(({ entry }) => entry)],
  };
  return {
    document: isAsWritten ? document : new FeedDocument(raw, document.base, { makeMending }),
    closedSignups: new Set([
      ...heldSignups.filter(({ isClosed }) => isClosed).map(({ held }) => held.id),
      ...goneSignups.map(({ id }) => id),
    ]),
    slips,
    memory: {
      editions: remembered(heldEditions, goneEditions),
      signups: remembered(heldSignups, goneSignups),
    },
  };
}

interface GoneEntry<T> {
  readonly id: string;
  readonly entry: Remembered<T>;
}

/** The entries that are remembered and not there any more. */
function gone<T extends { readonly id: string }>(
  memory: Readonly<Record<string, Remembered<T>>>,
  values: readonly T[],
): readonly GoneEntry<T>[] {
  const ids = new Set(values.map(({ id }) => id));
  return Object.entries(memory)
    .filter(([id]) => !ids.has(id))
    .map(([id, entry]) => ({ id, entry }));
}

function remembered<T extends { readonly id: string }>(
  held: readonly HeldEntry<T>[],
  goneEntries: readonly GoneEntry<T>[],
): Readonly<Record<string, Remembered<T>>> {
  return Object.fromEntries([
    ...held.map(({ held: { id }, memory }) => [id, memory] as const),
    ...goneEntries.map(({ id, entry }) => [id, { ...entry, isGone: true }] as const),
  ]);
}

/**
 * The document with the editions that are gone: a reference to one of them is to that one, and is not mended to another
 * with the same name.
 */
function withGone(document: FeedDocument, goneEditions: readonly GoneEntry<Edition>[]): FeedDocument {
  if (goneEditions.length === 0) return document;
  const written = mendListSection(document.raw['editions'])?.entries ?? [];
  const list = [...goneEditions.map(({ entry }) => entry), ...written];
  return new FeedDocument({ ...document.raw, editions: list }, document.base, { makeMending });
}

/** The slip of an edition that a sign-up names and that is not there; it may be there under another id. */
function misnamed(
  id: string,
  { title }: Remembered<Edition>,
  unnamed: readonly Edition[],
  written: WrittenList,
): Slip {
  const [other] = unnamed.filter((edition) => JSON.stringify(edition.title) === JSON.stringify(title));
  const { path, quote } = other ? written.of(other.id).at('id') : { path: '/editions' };
  return {
    path,
    message: `"${id}" is gone or cannot be read, and a sign-up names it. It takes no entries; what is stored stays. Write "id": "${id}"${quote === undefined ? '' : ` and not ${quote}`}, or name another edition in the sign-up.`,
  };
}

/** The slip of an entry that has left the feed. */
function left(list: 'editions' | 'signups', id: string): Slip {
  return {
    path: `/${list}`,
    message: `"${id}" is gone or cannot be read. It takes no entries; what is stored stays. Write it with "id": "${id}" again, or leave it away for good.`,
  };
}
