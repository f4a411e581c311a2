import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../error-code.js';
import type { Log } from '../log.js';
import { sqlState } from '../storage/database.js';

/** The first wait between two attempts; each one after it is twice as long, up to the last. */
const FIRST_WAIT_MS = 1_000;
const LAST_WAIT_MS = 30_000;

/** Something is not there yet, or not at this moment: another attempt may go well. The message is for the operator. */
export class NotReachable extends Error {}

interface WaitOptions {
  /** What is waited for, for the log. */
  readonly for: string;
  readonly log: Log;
  /** Ends the waiting; then `untilReachable` rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Attempts something until what it needs can be reached, with one line in the log for each reason that it waits for.
 * Rejects with any error that time does not mend.
 */
export async function untilReachable<T>(attempt: () => Promise<T>, options: WaitOptions): Promise<T> {
  const { for: awaited, log, signal } = options;
  let told: string | undefined;
  for (let delay = FIRST_WAIT_MS; ; delay = Math.min(2 * delay, LAST_WAIT_MS)) {
    signal?.throwIfAborted();
    try {
      return await orAborted(attempt(), signal);
    } catch (error) {
      const reason = signal?.aborted ? undefined : reasonToWait(error);
      if (reason === undefined) throw error;
      if (reason !== told) log('waiting', { for: awaited, reason });
      told = reason;
      await wait(delay, undefined, { signal });
    }
  }
}

/** A promise that also rejects at the signal, whatever becomes of what it stands for. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Codes of Node for what is not there, or does not answer. */
const NETWORK_CODE = /^(?:ECONN|EPIPE$|ENOENT$|ENOTFOUND$|EAI_AGAIN$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$)/;
/** States of a database that starts, stops, has no place for one more or is locked (class 08 is the connection). */
const DATABASE_STATE = /^(?:08|57P0[123]|53300|55P03)/;

/** Words for why something cannot be reached now; `undefined` for an error that time does not mend. */
function reasonToWait(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof NotReachable) return error.message;
  const state = sqlState(error);
  if (state !== undefined && DATABASE_STATE.test(state)) return `The database is not ready (${state}).`;
  const code = codeOf(error) ?? '';
  return NETWORK_CODE.test(code) ? `It cannot be reached (${code}).` : undefined;
}
