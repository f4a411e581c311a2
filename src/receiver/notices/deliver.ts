/** A message on its way. */
interface Delivery {
  /** The same at every attempt. */
  readonly id: string;
  readonly body: string;
  /** Aborted where the receiver stops. */
  readonly signal: AbortSignal;
}

/** Delivers a message; rejects with `DeliveryError` where it did not arrive. */
export type Deliver = (delivery: Delivery) => Promise<void>;

/** A message did not arrive. The reason is a status, a code or a signal, and may be logged. */
export class DeliveryError extends Error {
  readonly reason: string;
  /** The wait that the recipient asks for. */
  readonly retryAfterMs: number;
  /** True if the recipient wants no messages any more. */
  readonly isGone: boolean;

  constructor(reason: string, { retryAfterMs = 0, isGone = false } = {}) {
    super(reason);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
    this.isGone = isGone;
  }
}

/** Messages of which it is remembered who has them: far more than wait while a recipient fails. */
const MAX_REMEMBERED = 1_000;

/**
 * Delivers to several. Where one of them fails and the message is tried again, those that have it are left out: a
 * participant would get the same mail each time. One that wants nothing any more holds up no other.
 */
export function toEach(recipients: readonly Deliver[]): Deliver {
  /** The recipients that have a message which others have not, by its id. */
  const reachedBefore = new Map<string, ReadonlySet<Deliver>>();
  return async (delivery) => {
    const reached = new Set(reachedBefore.get(delivery.id));
    const outcomes = await Promise.allSettled(
      recipients
        .filter((deliver) => !reached.has(deliver))
        .map((deliver) => deliver(delivery).then(() => reached.add(deliver))),
    );
    const failures = outcomes.flatMap((outcome): unknown[] =>
      outcome.status === 'rejected' ? [outcome.reason] : [],
    );
    const failure =
      failures.find((error) => !isGone(error)) ?? (reached.size === 0 ? failures[0] : undefined);
    reachedBefore.delete(delivery.id);
    if (failure === undefined) return;
    if (reached.size > 0) reachedBefore.set(delivery.id, reached);
    // One that is given up comes no more: the oldest are forgotten.
    const [oldest = ''] = reachedBefore.keys();
    if (reachedBefore.size > MAX_REMEMBERED) reachedBefore.delete(oldest);
    throw failure as Error;
  };
}

function isGone(error: unknown): boolean {
  return error instanceof DeliveryError && error.isGone;
}
