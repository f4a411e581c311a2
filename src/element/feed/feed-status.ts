import type { FeedDocument } from '../../feed/document.js';
import type { Failure } from '../../feed/source.js';

/** The status of a widget's feed. */
export type FeedStatus =
  /** No feed is set. */
  | { readonly kind: 'idle' }
  /** `slow`: for so long that a visitor is told in words. */
  | { readonly kind: 'loading'; readonly slow: boolean }
  | {
      readonly kind: 'ready';
      readonly document: FeedDocument;
      /** True when every entry has been checked. Until then totals, counts and issues are not known. */
      readonly complete: boolean;
      /** The time when it came from the network, in milliseconds since 1970. */
      readonly receivedAt: number;
      /** The failure of a later request: the document is not the newest. */
      readonly failure?: Failure | undefined;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The status while there is a feed to show. */
export type ReadyStatus = Extract<FeedStatus, { kind: 'ready' }>;
