import type { FeedDocument, RefusalReason } from './document.js';

/** Why a feed could not be had. Each has its own words for the visitor and its own hint for the site's owner. */
export type FailureReason =
  | RefusalReason
  | 'offline'
  | 'timed-out'
  | 'not-found'
  | 'refused'
  | 'server-error'
  | 'unreachable'
  | 'blocked-by-policy'
  | 'bad-address';

export interface Failure {
  readonly reason: FailureReason;
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** More about the reason, in the words of the browser. */
  readonly detail?: string | undefined;
}

/** How it stands with a feed. `ready` with a `failure` is the last good copy: what came after it could not be had. */
export type SourceState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly document: FeedDocument;
      /** When it came, in milliseconds since 1970. */
      readonly receivedAt: number;
      readonly failure?: Failure | undefined;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * A feed to listen to, wherever it comes from. This is also what travels through the context, between copies of this
 * library that may differ in version: it only ever grows.
 */
export interface FeedSource {
  readonly state: SourceState;
  /** Listens until the function that comes back is called. The first listener starts the request. */
  subscribe(listener: () => void): () => void;
  /** Asks again. Settles when the answer, good or bad, is in `state`; never rejects. */
  refresh(): Promise<void>;
}

/** A source that is what it is: a feed that the page already holds. */
export function staticSource(state: SourceState): FeedSource {
  return Object.freeze({ state, subscribe: () => () => {}, refresh: () => Promise.resolve() });
}
