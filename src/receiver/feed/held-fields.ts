import { isBefore, isFeedDate, parseDate, type FeedDate } from '../../dates/edtf.js';
import type { Edition } from '../../feed/sections/editions.js';
import type { Signup } from '../../feed/sections/signups.js';
import type { WrittenEntry } from './written-feed.js';

/** An entry of a list as it held last. */
export type Remembered<T> = Partial<T> & {
  /** True once it has left the feed and that was told. */
  readonly isGone?: boolean;
};

/** Something that protects somebody and cannot be read: where (JSON Pointer), and a line for the operator. */
export interface Slip {
  readonly path: string;
  readonly message: string;
}

/** An entry as it holds and as it is remembered. */
export interface HeldEntry<T> {
  readonly held: T;
  readonly memory: Remembered<T>;
  /** True if it takes no entries. */
  readonly isClosed: boolean;
}

/** A last day that is long over: nobody signs up any more, and places that come free go on to who waits. */
export const OVER = '1970-01-01' as FeedDate;

/** A field that protects somebody. */
interface ProtectingField<T> {
  readonly name: keyof T & string;
  /** The value of a feed that says nothing, where there is one. */
  readonly unsaid?: unknown;
  /** What holds where nothing is remembered and nothing can be read: fields, or no entries at all. Default: nothing. */
  readonly safe?: Partial<T> | 'closed';
  /** Words for what holds then; without them it is not told. */
  readonly meaning?: string;
  readonly example: unknown;
  /** Words on how to change what holds. */
  readonly hint?: string;
}

export const NOBODY = 'nobody can sign up';
const DATE = 'Another date changes it.';

export const EDITION_FIELDS: readonly ProtectingField<Edition>[] = [
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

export const SIGNUP_FIELDS: readonly ProtectingField<Signup>[] = [
  { name: 'minimumAge', safe: 'closed', meaning: NOBODY, example: 16, hint: '0 is no minimum.' },
  { name: 'underAge', unsaid: 'refused', example: 'guardian' },
  {
    name: 'retentionMonths',
    meaning: 'a purge has to be told how long entries are kept',
    example: 6,
    hint: 'Another number changes it.',
  },
  { name: 'contact', unsaid: 'either', example: 'email' },
];

/** Holds the fields of an entry that protect somebody. */
export function holdFields<T extends { readonly id: string }>(
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
      if (isUnreadable || last !== value[name]) slips.push(slipOf(written, field, goesOn(last), last));
    } else if (isUnreadable && field.meaning !== undefined) {
      if (field.safe === 'closed') isClosed = true;
      else if (field.safe) safe.push(field.safe);
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

/** Words for what is held. */
export const goesOn = (value: unknown) => `What held before goes on: ${JSON.stringify(value)}`;

export function slipOf(
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

type Kind = 'number' | 'date' | 'other';

const kindOf = (value: unknown): Kind => {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (/^\d{1,4}$/.test(text)) return 'number';
  return typeof value === 'string' && isFeedDate(value) ? 'date' : 'other';
};

/** Slips of numbers and dates under unknown names, which may be meant for a field of which nothing is said. */
export function unknownNames<T>(
  entry: T,
  fields: readonly ProtectingField<T>[],
  written: WrittenEntry,
): readonly Slip[] {
  const unsaid = fields.filter(({ name, meaning }) => meaning !== undefined && entry[name] === undefined);
  return written.unknownFields.flatMap(({ name, value }) => {
    const kind = kindOf(value);
    const meant = kind === 'other' ? [] : unsaid.filter(({ example }) => kindOf(example) === kind);
    if (meant.length === 0) return [];
    const names = meant.map((field) => `"${field.name}"`).join(' or ');
    const { path, quote } = written.at(name);
    return [
      {
        path,
        message: `${quote} is passed over: the format has no such name. If it is meant so, write ${names}.`,
      },
    ];
  });
}

/** A slip of an edition that nobody can ever sign up for. */
export function windowSlips({ signupFrom, signupUntil }: Edition, written: WrittenEntry): readonly Slip[] {
  const from = signupFrom && parseDate(signupFrom);
  const until = signupUntil && signupUntil !== OVER && parseDate(signupUntil);
  if (!from || !until || !isBefore(until, from)) return [];
  const { path } = written.at('signupFrom');
  const message = `"signupFrom": "${signupFrom}" is after "signupUntil": "${signupUntil}": ${NOBODY}. Write an earlier day, or a later last day.`;
  return [{ path, message }];
}
