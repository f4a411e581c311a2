import * as z from 'zod';
import { asRecord } from '../feed/record.js';
import { MAX_LENGTH, type SignupEntry } from '../signup/contract.js';
import type { EntryError } from './errors.js';

/** Limits far above what a long form needs. */
const MAX_ITEMS = { replaces: 20, names: 100, errors: 100 } as const;

/** The longest text that is looked at: twice the longest that is kept, as line breaks may be two characters. */
export const MAX_SENT_LENGTH = 10_000;
/**
 * Limits on what the feed does not ask, of the page's own fields and of other answers each. Lengths are in UTF-16 code
 * units; what a name has more counts with its value.
 */
export const UNASKED_LIMITS = { fields: 50, name: 100, value: MAX_LENGTH['long-text'] } as const;

const text = z.string().max(MAX_SENT_LENGTH);
const texts = z.array(text);

/**
 * The shape of an entry, for this receiver and for `openapi.yaml`. What the fields may hold, and which are needed,
 * depends on the feed: the form's own rules say that. What the contract does not name goes with the page's own fields.
 */
export const entrySchema = z
  .object({
    submissionId: z.guid().optional(),
    replaces: z.array(z.guid()).max(MAX_ITEMS.replaces).optional(),
    feed: text.optional(),
    signup: text,
    edition: text.optional(),
    name: text.optional(),
    email: text.optional(),
    phone: text.optional(),
    roles: texts.optional(),
    part: text.optional(),
    oldEnough: text.optional(),
    guardian: text.optional(),
    guardianAgrees: text.optional(),
    answers: z.record(text, z.union([text, texts])).optional(),
    consents: texts.optional(),
    language: text.optional(),
    review: texts.optional(),
    challenge: z.record(text, text).optional(),
    fields: z.record(text, text).optional(),
  })
  .catchall(text);

/** An entry whose parts have the right types; their values are not checked yet. */
export type RawEntry = Partial<Omit<SignupEntry, 'review' | 'oldEnough' | 'guardianAgrees' | 'challenge'>> & {
  readonly oldEnough?: string;
  readonly guardianAgrees?: string;
  readonly review?: readonly string[];
};

/**
 * Reasons to look at an entry that the receiver finds: `unasked`, it has answers that the feed does not ask (any more);
 * `many`, its network has stored many of late; `sameMailbox`, its mailbox is known in another writing.
 */
export type ReceiverReview = 'unasked' | 'many' | 'sameMailbox';

export interface ParsedEntry {
  readonly entry: RawEntry;
  /** Parts of the wrong type, which are left out of the entry. */
  readonly errors: readonly EntryError[];
  /** Reasons of the receiver's own to look at it. */
  readonly marks?: readonly ReceiverReview[];
}

/**
 * Reads an entry from JSON of which the texts are cleaned (`cleanText`, with their line breaks) but for those that are too
 * long. Never throws. @returns `undefined` for what is no object
 */
export function parseEntry(json: unknown): ParsedEntry | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const raw = { ...json } as Record<string, unknown>;
  if (Object.keys(raw).length > MAX_ITEMS.names)
    return { entry: {}, errors: [{ path: [], code: 'too-many' }] };
  const result = entrySchema.safeParse(raw);
  if (result.success) return withFieldErrors(arranged(result.data), []);
  const errors = result.error.issues.slice(0, MAX_ITEMS.errors).map((issue) => toError(issue, raw));
  for (const { path } of result.error.issues) if (path[0] !== undefined) delete raw[String(path[0])];
  const rest = entrySchema.partial().safeParse(raw);
  return withFieldErrors(rest.success ? arranged(rest.data) : {}, errors);
}

function toError({ code, path: keys }: z.core.$ZodIssue, raw: Readonly<Record<string, unknown>>): EntryError {
  const path = keys.map(String);
  const value = path.reduce<unknown>((part, key) => asRecord(part)[key], raw);
  if (typeof value === 'string' && value.length > MAX_SENT_LENGTH) {
    const max = MAX_LENGTH[path[0] as keyof typeof MAX_LENGTH] ?? MAX_LENGTH['long-text'];
    return { path, code: 'long', params: { max, length: value.length } };
  }
  if (code === 'too_big') return { path, code: 'too-many' };
  return { path, code: path.length === 1 && value === undefined ? 'empty' : 'type' };
}

/** Adds what is wrong with the page's own fields: no feed has a word on them. */
function withFieldErrors(entry: RawEntry, errors: readonly EntryError[]): ParsedEntry {
  const fields = Object.entries(entry.fields ?? {});
  if (fields.length > UNASKED_LIMITS.fields)
    return { entry, errors: [...errors, { path: ['fields'], code: 'too-many' }] };
  const long = fields.flatMap(([name, value]): EntryError[] => {
    const { name: maxName, value: max } = UNASKED_LIMITS;
    const length = value.length + Math.max(0, name.length - maxName);
    const path = ['fields', name.slice(0, maxName)];
    return length > max ? [{ path, code: 'long', params: { max, length } }] : [];
  });
  return { entry, errors: [...errors, ...long] };
}

const NAMES = new Set(Object.keys(entrySchema.shape));

/** Puts what the contract does not name with the page's own fields, and ids in small letters. */
function arranged(data: Readonly<Record<string, unknown>>): RawEntry {
  const named = Object.entries(data).filter(([name]) => NAMES.has(name) && name !== 'challenge');
  const others = Object.entries(data).filter(([name]) => !NAMES.has(name));
  const { submissionId, replaces, fields, ...rest } = Object.fromEntries(named) as RawEntry;
  const all = { ...Object.fromEntries(others), ...fields } as Record<string, string>;
  return {
    ...rest,
    ...(submissionId && { submissionId: submissionId.toLowerCase() }),
    ...(replaces && { replaces: replaces.map((id) => id.toLowerCase()) }),
    ...(Object.keys(all).length > 0 && { fields: all }),
  };
}
