import { isRecord } from '../feed/record.js';
import type { Format, ProblemKind } from '../signup/contract.js';
import { readProblem, type Complaint } from './problem.js';

/** Why a sign-up did not succeed, as far as a visitor can do something with it. */
export type FailureReason =
  | 'offline'
  | 'blocked'
  | 'no-endpoint'
  | 'unsure'
  | 'refused'
  | 'too-many'
  | 'too-large'
  | 'full'
  | 'closed'
  | 'gone';

/** How sending ended. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly reference?: string | undefined; readonly waitingList: boolean }
  /** The receiver says what does not fit. `sure`: certainly not stored, by an earlier try either. */
  | { readonly kind: 'invalid'; readonly complaints: readonly Complaint[]; readonly sure: boolean }
  | {
      readonly kind: 'failed';
      readonly reason: FailureReason;
      /** Whether it is certain that nothing was stored. */
      readonly sure: boolean;
      readonly status?: number | undefined;
      /** The receiver's own words, for the visitor. */
      readonly message?: string | undefined;
      /** In milliseconds. */
      readonly retryAfter?: number | undefined;
      /** The key belongs to other content at the receiver. */
      readonly spent?: boolean;
    };

/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Whether it came from another origin than was asked, as login pages do. */
  readonly elsewhere: boolean;
  readonly retryAfter?: number | undefined;
}

/** What to make of an answer; `again`: another try by itself may help. */
export function outcomeOf(answer: Answer, format: Format): { outcome: Outcome; again: boolean } {
  const { status, retryAfter } = answer;
  const json = parse(answer.body);
  const message = status < 500 ? readProblem(json) : { complaints: [], kind: undefined, text: undefined };
  const fail = (reason: FailureReason, sure: boolean, again = false) => ({
    outcome: { kind: 'failed', reason, sure, status, message: message.text, retryAfter } as const,
    again,
  });

  if (status >= 200 && status < 300) {
    if (answer.elsewhere) return fail('unsure', false);
    if (saysNo(json)) return noBut(message.complaints, fail('refused', true));
    const readable = json !== undefined || answer.body.trim() === '' || format !== 'json';
    return readable ? { outcome: acceptedBy(json), again: false } : fail('unsure', false);
  }
  if (message.kind) return KINDS[message.kind](fail);
  switch (status) {
    case 400:
    case 422:
      return noBut(message.complaints, fail('refused', true));
    // A first request of the same key is still being worked on (Idempotency-Key draft).
    case 409:
      return fail('unsure', false, true);
    case 410:
      return fail('gone', true);
    case 413:
      return fail('too-large', true);
    case 429:
      return fail('too-many', true, true);
    default:
      return status < 500 && ![408, 425].includes(status)
        ? fail('refused', true)
        : fail('unsure', false, [408, 425, 502, 503, 504].includes(status));
  }
}

type Failing = (
  reason: FailureReason,
  sure: boolean,
  again?: boolean,
) => { outcome: Extract<Outcome, { kind: 'failed' }>; again: boolean };

const KINDS: Readonly<Record<ProblemKind, (fail: Failing) => ReturnType<Failing>>> = {
  'in-progress': (fail) => fail('unsure', false, true),
  full: (fail) => fail('full', true),
  'not-open': (fail) => fail('closed', true),
  closed: (fail) => fail('closed', true),
  'key-reused': (fail) => {
    const { outcome, again } = fail('unsure', false);
    return { outcome: { ...outcome, spent: true }, again };
  },
};

/** The receipt that a page or a receiver gives; anything else is a receipt without a reference. */
export function acceptedBy(receipt: unknown): Outcome {
  const { reference, status } = isRecord(receipt) ? receipt : {};
  const given = typeof reference === 'string' || typeof reference === 'number' ? String(reference) : '';
  return {
    kind: 'accepted',
    reference: given.slice(0, 64) || undefined,
    waitingList: status === 'waiting-list',
  };
}

function noBut(complaints: readonly Complaint[], otherwise: ReturnType<Failing>) {
  if (complaints.length === 0) return otherwise;
  return { outcome: { kind: 'invalid', complaints, sure: true } as const, again: false };
}

/** Some services say no with status 200. */
function saysNo(json: unknown): boolean {
  if (!isRecord(json)) return false;
  const { success, ok, error, errors } = json;
  return success === false || ok === false || Boolean(error) || (Array.isArray(errors) && errors.length > 0);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
