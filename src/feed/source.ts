import type { FeedDocument, RefusalReason } from './document.js';

/** Reasons why loading a feed failed. Each has a text for visitors and a hint for the site's owner. */
export type FailureReason =
  | RefusalReason
  | 'offline'
  | 'timed-out'
  | 'not-found'
  | 'refused'
  | 'server-error'
  | 'unreachable'
  | 'blocked-by-policy'
  | 'bad-address'
  | 'opened-from-disk';

export interface Failure {
  readonly reason: FailureReason;
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** The text that is no JSON, where that is the reason. */
  readonly text?: string | undefined;
}

/** The state of a feed. `ready` with a `failure` is the last good copy: a later request failed. */
export type SourceState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly document: FeedDocument;
      /** The time when it came from the network, in milliseconds since 1970. */
      readonly receivedAt: number;
      readonly failure?: Failure | undefined;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * A feed to listen to, wherever it comes from. Also the value of the context, which passes between copies of this
 * library of different versions: members may be added, never changed or removed.
 */
export interface FeedSource {
  readonly state: SourceState;
  /**
   * Calls `listener` after every change of `state` until the returned function is called. The first listener starts the
   * request.
   */
  subscribe(listener: () => void): () => void;
  /** Requests the feed again. Resolves when the outcome, good or bad, is in `state`; never rejects. */
  refresh(): Promise<void>;
  /** Settles when a first outcome is in `state`; only while its answer is coming already, as the loader had asked. */
  readonly arriving?: Promise<void> | undefined;
}

/** A source whose state never changes: a feed that the page already has, or a failure. */
export function staticSource(state: SourceState): FeedSource {
  return Object.freeze({ state, subscribe: () => () => {}, refresh: () => Promise.resolve() });
}
