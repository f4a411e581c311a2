import { isRecord } from '../feed/record.js';
import { NO_ATTEMPTS, type Attempts } from './attempts.js';
import { CONSENTS, type Values } from '../signup/fields.js';

/** What is kept of a form that was not sent yet. */
export interface Draft {
  readonly values: Values;
  readonly attempts: Attempts;
}

const VERSION = 1;
/** In UTF-16 code units. What is longer is neither kept nor read. */
export const LARGEST_DRAFT = 500_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a form keeps its draft: one place per feed, sign-up and form on the page. */
export function draftKey(feed: string, signup: string, form: string): string {
  return `ceal-signup ${JSON.stringify([feed, signup, form])}`;
}

/** A draft as text; empty when there is nothing to keep. */
export function writeDraft({ values, attempts }: Draft): string {
  const kept = Object.entries(values).filter(([name, value]) => !CONSENTS.includes(name) && value.length > 0);
  if (kept.length === 0 && attempts.unsure.length === 0) return '';
  return JSON.stringify({ version: VERSION, values: Object.fromEntries(kept), attempts });
}

/** Reads a draft; whatever is not as we write it is left out. Never throws. */
export function readDraft(text: string | null): Draft | undefined {
  if (!text || text.length > LARGEST_DRAFT) return undefined;
  try {
    const { version, values, attempts } = JSON.parse(text) as Record<string, unknown>;
    if (version !== VERSION || !isRecord(values)) return undefined;
    const kept = Object.entries(values).flatMap(([name, value]) => {
      const read = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : value;
      return CONSENTS.includes(name) || !isValue(read) ? [] : [[name, read] as const];
    });
    return { values: Object.fromEntries(kept), attempts: readAttempts(attempts) };
  } catch {
    return undefined;
  }
}

function readAttempts(raw: unknown): Attempts {
  if (!isRecord(raw) || !Array.isArray(raw['unsure'])) return NO_ATTEMPTS;
  const unsure = raw['unsure'].filter(isKey).slice(-20);
  const last = raw['last'];
  if (!isRecord(last) || !isKey(last['key']) || typeof last['mark'] !== 'string') return { unsure };
  return { unsure, last: { key: last['key'], mark: last['mark'] } };
}

function isValue(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || Array.isArray(value);
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
