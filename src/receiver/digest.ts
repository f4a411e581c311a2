import { createHash } from 'node:crypto';
import { cleanText } from '../signup/rules.js';
import type { RawEntry } from './entry.js';

/**
 * A SHA-256 of an entry's content in hex, the same for every attempt at the same sign-up: without its key, what it
 * replaces, how fast it was filled in and the page's own fields (where a form is sent as a form, a challenge is among
 * them).
 */
export function digestOf(entry: RawEntry): string {
  const { submissionId: _key, replaces: _replaces, review: _review, fields: _fields, ...content } = entry;
  return sha256(canonical(content)).toString('hex');
}

const HOUR_MS = 3_600_000;

/**
 * Keys for a form without script, which has none: the same content within the hour is the same sign-up. The second key
 * is the one of the hour before, so that pressing twice at the turn of the hour makes no difference either.
 */
export function keysFor(digest: string, instant: number): readonly [string, string] {
  const hour = Math.floor(instant / HOUR_MS);
  return [uuid(`${digest} ${hour}`), uuid(`${digest} ${hour - 1}`)];
}

/** A UUID from a hash of a text (RFC 9562, version 8). */
function uuid(text: string): string {
  const bytes = sha256(text).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** JSON with its keys in order and its texts cleaned, so that how it was written makes no difference. */
function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(cleanText(value, { multiline: true }));
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join()}}`;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
