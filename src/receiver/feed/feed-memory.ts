import { FeedDocument } from '../../feed/document.js';
import { makeMending } from '../../feed/mending/make-mending.js';
import { editions, type Edition } from '../../feed/sections/editions.js';
import { signups, type Signup } from '../../feed/sections/signups.js';
import type { FeedDate } from '../../dates/edtf.js';
import { WrittenList, type WrittenEntry } from './written-feed.js';

/**
 * The rules for slips in a feed. What protects somebody (the places, the dates, the age, the time that entries are kept)
 * goes on as it was read last where it cannot be read now, is misspelt or is gone; where nothing was ever read, it falls
 * to the safe side. Pure: what is remembered goes in, what holds and what is to be remembered comes out.
 */

/** An entry of a list as it held last. */
type Remembered<T> = Partial<T> & {
  /** True once it has left the feed and that was told. */
  readonly isGone?: boolean;
};

/** The editions and sign-ups of a feed as they held last, by id. Plain JSON. */
export interface FeedMemory {
  readonly editions: Readonly<Record<string, Remembered<Edition>>>;
  readonly signups: Readonly<Record<string, Remembered<Signup>>>;
}

/** Something that protects somebody and cannot be read: where (JSON Pointer), and a line for the operator. */
export interface Slip {
  readonly path: string;
  readonly message: string;
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

/** A last day that is long over: nobody signs up any more, and places that come free go on to who waits. */
const OVER = '1970-01-01' as FeedDate;

/** A field that protects somebody. */
interface ProtectingField<T> {
  readonly name: keyof T & string;
  /** The value of a feed that says nothing, where there is one. */
  readonly unsaid?: unknown;
  /** What holds where nothing is remembered and nothing can be read: fields, or no entries at all. Default: nothing. */
  readonly safe?: Partial<T> | 'closed';
  /** Words for what `safe` means. */
  readonly meaning?: string;
  readonly example: unknown;
  /** Words on how to change what holds. */
  readonly hint?: string;
}

const NOBODY = 'nobody can sign up';
const DATE = 'Another date changes it.';

const EDITION_FIELDS: readonly ProtectingField<Edition>[] = [
  {
    name: 'capacity',
    safe: { capacity: 0 },
    meaning: 'everybody goes on the waiting list',
    example: 12,
    hint: 'A larger number gives more places.',
  },
  { name: 'status', unsaid: 'unknown', safe: { status: 'finished' }, meaning: NOBODY, example: 'open' },
  { name: 'signupFrom', safe: { signupUntil: OVER }, meaning: NOBODY, example: '2027-03-01', hint: DATE },
  { name: 'signupUntil', safe: { signupUntil: OVER }, meaning: NOBODY, example: '2027-05-31', hint: DATE },
  { name: 'start', example: '2027-06-01', hint: DATE },
  { name: 'end', example: '2027-08-31', hint: DATE },
];

const SIGNUP_FIELDS: readonly ProtectingField<Signup>[] = [
  { name: 'minimumAge', safe: 'closed', meaning: NOBODY, example: 16, hint: '0 is no minimum.' },
  { name: 'retentionMonths', example: 6, hint: 'Another number changes it.' },
  { name: 'contact', unsaid: 'either', example: 'email' },
];

/** Holds a feed against what is remembered of it. */
export function holdFeed(document: FeedDocument, memory?: FeedMemory): HeldFeed {
  const slips: Slip[] = [];
  const before = { editions: memory?.editions ?? {}, signups: memory?.signups ?? {} };

  const readEditions = document.read(editions);
  const writtenEditions = new WrittenList(document.raw['editions'], ['editions'], readEditions.issues);
  const heldEditions = readEditions.values.map((edition) =>
    holdFields(edition, before.editions[edition.id], EDITION_FIELDS, writtenEditions.of(edition.id), slips),
  );
  const goneEditions = gone(before.editions, readEditions.values);
  const known = new Set([...heldEditions.map(({ held }) => held.id), ...goneEditions.map(({ id }) => id)]);

  const readSignups = document.read(signups);
  const writtenSignups = new WrittenList(document.raw['signups'], ['signups'], readSignups.issues);
  const heldSignups = readSignups.values.map((signup) =>
    holdSignup(signup, before.signups[signup.id], writtenSignups.of(signup.id), known, slips),
  );
  const goneSignups = gone(before.signups, readSignups.values);

  for (const [list, entries] of [
    ['editions', goneEditions],
    ['signups', goneSignups],
  ] as const)
    for (const { id, entry } of entries)
      if (!entry.isGone)
        slips.push({
          path: `/${list}`,
          message: `"${id}" is gone or cannot be read. It takes no entries; what is stored stays. Write it with "id": "${id}" again, or leave it away for good.`,
        });

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

/** An entry as it holds and as it is remembered. */
interface HeldEntry<T> {
  readonly held: T;
  readonly memory: Remembered<T>;
  /** True if it takes no entries. */
  readonly isClosed: boolean;
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

/** Holds the fields of an entry that protect somebody. */
function holdFields<T extends { readonly id: string }>(
  value: T,
  before: Remembered<T> | undefined,
  fields: readonly ProtectingField<T>[],
  written: WrittenEntry,
  slips: Slip[],
): HeldEntry<T> {
  const kept: Record<string, unknown> = {};
  const safe: Partial<T>[] = [];
  const unknown = new Set<string>();
  let isClosed = false;
  for (const field of fields) {
    const { name, unsaid } = field;
    if (value[name] !== undefined && value[name] !== unsaid) continue;
    const state = written.stateOf(name);
    if (value[name] !== undefined && state === 'read') continue;
    const last = before?.[name];
    const isUnreadable = state !== 'absent';
    if (last !== undefined) {
      kept[name] = last;
      if (isUnreadable || last !== value[name])
        slips.push(slipOf(written, field, `What held before goes on: ${JSON.stringify(last)}`, last));
    } else if (isUnreadable && field.safe !== undefined) {
      if (field.safe === 'closed') isClosed = true;
      else safe.push(field.safe);
      unknown.add(name);
      slips.push(slipOf(written, field, `Until then ${field.meaning}`, field.example));
    }
  }
  const memory = { ...value, ...kept };
  return {
    held: Object.assign({ ...memory }, ...safe) as T,
    memory: Object.fromEntries(
      Object.entries(memory).filter(([name]) => !unknown.has(name)),
    ) as Remembered<T>,
    isClosed,
  };
}

function slipOf(
  written: WrittenEntry,
  { name, hint = '' }: { readonly name: string; readonly hint?: string },
  outcome: string,
  example: unknown,
): Slip {
  const { path, quote } = written.at(name);
  const what = quote === undefined ? `"${name}" is gone.` : `${quote} cannot be read.`;
  const message =
    `${what} ${outcome}. Write for example "${name}": ${JSON.stringify(example)}. ${hint}`.trim();
  return { path, message };
}

/** Holds a sign-up; `known` are the editions that there are, or were. */
function holdSignup(
  signup: Signup,
  before: Remembered<Signup> | undefined,
  written: WrittenEntry,
  known: ReadonlySet<string>,
  slips: Slip[],
): HeldEntry<Signup> {
  const fields = holdFields(signup, before, SIGNUP_FIELDS, written, slips);
  const list = holdList(signup, before, written, known, slips);
  const asked = new Map(before?.questions?.map((question) => [question.id, question]));
  const writtenQuestions = written.list('questions');
  const questions = signup.questions.map((question) => {
    const inFeed = writtenQuestions.of(question.id);
    if (question.required !== undefined || inFeed.stateOf('required') === 'absent') return question;
    const required = asked.get(question.id)?.required ?? true;
    slips.push(slipOf(inFeed, { name: 'required' }, `Until then it is ${required}`, required));
    return { ...question, required };
  });
  const changes = { editions: list.editions, questions };
  return {
    held: { ...fields.held, ...changes },
    memory: { ...fields.memory, ...changes },
    isClosed: fields.isClosed || list.isClosed,
  };
}

/** Holds the editions of a sign-up: one that had some, or names some, never comes to have none, and no limit with it. */
function holdList(
  { editions: list }: Signup,
  before: Remembered<Signup> | undefined,
  written: WrittenEntry,
  known: ReadonlySet<string>,
  slips: Slip[],
): { readonly editions: readonly string[]; readonly isClosed: boolean } {
  const last = before?.editions ?? [];
  const state = written.stateOf('editions');
  if (list.length > 0 && state === 'read' && list.every((id) => known.has(id)))
    return { editions: list, isClosed: false };
  const held = [...new Set([...list, ...last])].filter((id) => known.has(id));
  if (held.length > 0) {
    if (last.length > 0)
      slips.push(
        slipOf(written, { name: 'editions' }, `What held before goes on: ${JSON.stringify(held)}`, held),
      );
    return { editions: held, isClosed: false };
  }
  const isClosed = state !== 'absent';
  if (isClosed) slips.push(slipOf(written, { name: 'editions' }, `Until then ${NOBODY}`, ['lente']));
  return { editions: list, isClosed };
}
