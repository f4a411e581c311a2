import { asRecord, isRecord, parseJson } from '../feed/record.js';
import { SUBMISSION_ID } from '../signup/exchange.js';
import { CONSENTS, type Values } from '../signup/fields.js';
import { MAX_DRAFT_DAYS } from './draft-age.js';
import { MAX_UNCERTAIN_KEYS, NO_ATTEMPTS, type Attempts } from './attempts.js';
import { flatMap } from '../lists.js';
import { toJson } from '../feed/json.js';

/** A form that was not sent yet, as far as it is kept. */
export interface Draft {
  readonly values: Values;
  readonly attempts: Attempts;
}

const VERSION = 1;
const DAY_MS = 86_400_000;
/** In UTF-16 code units. A longer draft is neither kept nor read. */
export const MAX_DRAFT_LENGTH = 500_000;

/** The storage key of a form's draft: one per feed, sign-up and id of the form on the page. */
export function draftKey(feed: string, signup: string, form: string): string {
  return `ceal-signup ${toJson([feed, signup, form])}`;
}

/** A draft as text, without consents and with the time; empty when there is nothing to keep. */
export function writeDraft({ values, attempts }: Draft, now = Number(Date.now())): string {
  const kept = Object.entries(values).filter(([name, value]) => !CONSENTS.includes(name) && value.length > 0);
  if (kept.length === 0 && attempts.uncertain.length === 0) return '';
  return toJson({ version: VERSION, savedAt: now, values: Object.fromEntries(kept), attempts });
}

/**
 * Reads a draft and leaves out whatever `writeDraft` would not write; `undefined` for one that is too old. Never throws.
 */
export function readDraft(text: string | null, now = Number(Date.now())): Draft | undefined {
  if (!text || text.length > MAX_DRAFT_LENGTH) return undefined;
  const { version, savedAt, values, attempts } = asRecord(parseJson(text));
  if (version !== VERSION || !isRecord(values)) return undefined;
  // Clocks are also set back.
  if (!(Math.abs(now - Number(savedAt ?? now)) <= MAX_DRAFT_DAYS * DAY_MS)) return undefined;
  const kept = flatMap(Object.entries(values), ([name, value]) => {
    const read = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : value;
    return CONSENTS.includes(name) || !isValue(read) ? [] : [[name, read] as const];
  });
  return { values: Object.fromEntries(kept), attempts: readAttempts(attempts) };
}

function readAttempts(raw: unknown): Attempts {
  const { uncertain, last } = asRecord(raw);
  if (!Array.isArray(uncertain)) return NO_ATTEMPTS;
  const { key, fingerprint } = asRecord(last);
  return {
    uncertain: uncertain.filter(isKey).slice(-MAX_UNCERTAIN_KEYS),
    ...(isKey(key) && typeof fingerprint === 'string' && { last: { key, fingerprint } }),
  };
}

function isValue(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || Array.isArray(value);
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && SUBMISSION_ID.test(value);
}
