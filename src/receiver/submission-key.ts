import { createHash, createHmac } from 'node:crypto';
import type { RawEntry } from './entry.js';

/**
 * A SHA-256 of an entry's content in hex, the same for every attempt at the same sign-up: without its key, what it
 * replaces, how fast it was filled in and the page's own fields (where a form is sent as a form, a challenge is among
 * them).
 */
export function digestOf(entry: RawEntry): string {
  const { submissionId: _key, replaces: _replaces, review: _review, fields: _fields, ...content } = entry;
  return createHash('sha256').update(canonical(content)).digest('hex');
}

const HOUR_MS = 3_600_000;

/** What the key of a form without script is made of, beside the hour. */
export interface FormKeyParts {
  readonly digest: string;
  /** The network that the form came from: what somebody filled in may be guessed, where they sit may not. */
  readonly network: string;
  /** In epoch milliseconds. */
  readonly instant: number;
  /** A secret of the receiver, without which nobody can compute a key, nor be there first with it. */
  readonly secret: Buffer;
}

/**
 * Keys for a form without script, which has none: the same content from the same network within the hour is the same
 * sign-up. The second key is the one of the hour before, so that pressing twice at the turn of the hour makes no
 * difference either.
 */
export function keysFor({ digest, network, instant, secret }: FormKeyParts): readonly [string, string] {
  const hour = Math.floor(instant / HOUR_MS);
  const keyAt = (at: number) =>
    uuid(createHmac('sha256', secret).update(`${digest} ${network} ${at}`).digest());
  return [keyAt(hour), keyAt(hour - 1)];
}

/** True for a random UUID (RFC 9562, version 4), as a script makes for each form: not for a key made here. */
export function isRandomKey(key: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(key);
}

/** A UUID from a hash (RFC 9562, version 8). */
function uuid(hash: Buffer): string {
  const bytes = hash.subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** JSON with its keys in order, so that how it was written makes no difference. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join()}}`;
}
