import * as z from 'zod';
import type { SignupEntry } from '../signup/contract.js';
import type { EntryError } from './errors.js';

/** Limits far above what a page's own fields and a long form need. */
const MAX_ITEMS = { replaces: 20, extras: 100 } as const;

const text = z.string();
const texts = z.array(text);

/**
 * The shape of an entry, for this receiver and for `openapi.yaml`. What the fields may hold, and which are needed,
 * depends on the feed: the form's own rules say that. What the contract does not name goes with the page's own fields.
 */
export const entrySchema = z
  .object({
    submissionId: z.guid(),
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

export interface ParsedEntry {
  readonly entry: RawEntry;
  /** Parts of the wrong type, which are left out of the entry. */
  readonly errors: readonly EntryError[];
}

/** Reads an entry from JSON. Never throws. @returns `undefined` for what is no object */
export function parseEntry(json: unknown): ParsedEntry | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const raw = { ...json } as Record<string, unknown>;
  if (Object.keys(raw).length > MAX_ITEMS.extras)
    return { entry: {}, errors: [{ path: [], code: 'too-many' }] };
  const result = entrySchema.safeParse(raw);
  if (result.success) return { entry: arranged(result.data), errors: [] };
  const errors = result.error.issues.map(({ path, code }): EntryError => ({
    path: path.map(String),
    code: code === 'too_big' ? 'too-many' : isMissing(raw, path) ? 'empty' : 'type',
  }));
  for (const { path } of errors) if (path[0] !== undefined) delete raw[path[0]];
  const rest = entrySchema.partial().safeParse(raw);
  return { entry: rest.success ? arranged(rest.data) : {}, errors };
}

function isMissing(raw: Readonly<Record<string, unknown>>, path: readonly PropertyKey[]): boolean {
  return path.length === 1 && raw[String(path[0])] === undefined;
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
