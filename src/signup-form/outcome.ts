import { asRecord, isRecord, parseJson } from '../feed/record.js';
import type { Format } from '../signup/contract.js';
import type { ProblemKind } from '../signup/exchange.js';
import { readProblem, type ReceiverError } from './problem.js';

/** Reasons why a sign-up did not succeed, as far as a visitor can do something about it. */
export type SignupFailureReason =
  | 'offline'
  | 'blocked'
  | 'no-endpoint'
  | 'uncertain'
  | 'refused'
  | 'too-many'
  | 'too-large'
  | 'full'
  | 'closed'
  | 'gone';

export interface SignupFailure {
  readonly kind: 'failed';
  readonly reason: SignupFailureReason;
  /** True if certainly nothing was stored, by an earlier try either. */
  readonly certain: boolean;
  /** The HTTP status, where there was a response. */
  readonly status?: number | undefined;
  /** The receiver's own words, for the visitor. */
  readonly message?: string | undefined;
  /** In milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** True if the key belongs to other content at the receiver. */
  readonly keyRejected?: boolean;
  /** True if another try without asking the visitor may help. Default: false. */
  readonly retryable?: boolean;
}

/** The end of sending. */
export type Outcome =
  | {
      readonly kind: 'accepted';
      readonly reference?: string | undefined;
      readonly waitingList: boolean;
      /** The hours within which the e-mail address must be confirmed; `undefined` where it need not be. */
      readonly confirmHours: number | undefined;
    }
  /** The receiver names what does not fit; `certain` and `message` as in a failure. */
  | {
      readonly kind: 'invalid';
      readonly errors: readonly ReceiverError[];
      readonly certain: boolean;
      readonly message: string | undefined;
    }
  | SignupFailure;

/** A response, read to its end. */
export interface ReceiverResponse {
  readonly status: number;
  readonly body: string;
  /** True if it came from another origin than was asked, as login pages do. */
  readonly isElsewhere: boolean;
  /** In milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

type FailureDetails = Omit<Partial<SignupFailure>, 'kind' | 'reason' | 'certain'>;

/** A failure. Only one with the reason `uncertain` may have been stored all the same. */
export function failed(reason: SignupFailureReason, details?: FailureDetails): SignupFailure {
  return { kind: 'failed', reason, certain: reason !== 'uncertain', ...details };
}

/** Reads the outcome from a response, by its problem type, its status and its body. */
export function outcomeOf(response: ReceiverResponse, format: Format): Outcome {
  const { status, body, retryAfterMs } = response;
  const json = parseJson(body);
  // A server that is broken has no words for visitors.
  const { errors, kind, text } = readProblem(status < 500 ? json : undefined);
  const fail = (reason: SignupFailureReason, details?: FailureDetails) =>
    failed(reason, { status, message: text, retryAfterMs, ...details });
  const refused = (): Outcome =>
    errors.length > 0 ? { kind: 'invalid', errors, certain: true, message: text } : fail('refused');

  if (status >= 200 && status < 300) {
    if (response.isElsewhere) return fail('uncertain');
    if (saysNo(json)) return refused();
    const isReadable = json !== undefined || body.trim() === '' || format !== 'json';
    return isReadable ? acceptedBy(json) : fail('uncertain');
  }
  if (kind) return fail(...PROBLEM_FAILURES[kind]);
  switch (status) {
    case 400:
    case 422:
      return refused();
    // A first request of the same key is still being worked on (Idempotency-Key draft).
    case 409:
      return fail('uncertain', { retryable: true });
    case 410:
      return fail('gone');
    case 413:
      return fail('too-large');
    case 429:
      return fail('too-many', { retryable: true });
    default:
      return status < 500 && ![408, 425].includes(status)
        ? fail('refused')
        : fail('uncertain', { retryable: [408, 425, 502, 503, 504].includes(status) });
  }
}

const PROBLEM_FAILURES: Readonly<Record<ProblemKind, Parameters<typeof failed>>> = {
  'in-progress': ['uncertain', { retryable: true }],
  full: ['full'],
  'not-open': ['closed'],
  closed: ['closed'],
  'key-reused': ['uncertain', { keyRejected: true }],
};

const MAX_REFERENCE_LENGTH = 64;

/** The outcome by the receipt of a page or a receiver; anything else is a receipt without a reference. */
export function acceptedBy(receipt: unknown): Outcome {
  const { reference, status, confirmHours } = asRecord(receipt);
  const text = typeof reference === 'string' || typeof reference === 'number' ? String(reference) : '';
  return {
    kind: 'accepted',
    reference: text.slice(0, MAX_REFERENCE_LENGTH) || undefined,
    waitingList: status === 'waiting-list',
    confirmHours: typeof confirmHours === 'number' && confirmHours > 0 ? confirmHours : undefined,
  };
}

/** @returns whether a response with a good status says no; some services do. */
function saysNo(json: unknown): boolean {
  if (!isRecord(json)) return false;
  const { success, ok, error, errors } = json;
  return success === false || ok === false || Boolean(error) || (Array.isArray(errors) && errors.length > 0);
}
