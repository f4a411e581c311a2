import type { FeedIssue } from '../../feed/issues.js';
import type { FailureReason } from '../../feed/source.js';

const BUBBLING = { bubbles: true, composed: true } as const;

/** A feed has arrived, for the first time or anew. */
export class CealFeedLoadedEvent extends Event {
  static readonly type = 'ceal-feed-loaded';
  constructor(
    /** The id that the feed gives itself. */
    readonly feedId: string | undefined,
    readonly receivedAt: Date,
  ) {
    super(CealFeedLoadedEvent.type, BUBBLING);
  }
}

/** A feed could not be loaded. The last good copy, if there is one, stays in sight. */
export class CealFeedFailedEvent extends Event {
  static readonly type = 'ceal-feed-failed';
  constructor(
    readonly reason: FailureReason,
    readonly status: number | undefined,
  ) {
    super(CealFeedFailedEvent.type, BUBBLING);
  }
}

/** Parts of the feed do not fit the format; the rest is shown. Fired by the widget that read them. */
export class CealFeedIssuesEvent extends Event {
  static readonly type = 'ceal-feed-issues';
  constructor(readonly issues: readonly FeedIssue[]) {
    super(CealFeedIssuesEvent.type, BUBBLING);
  }
}

declare global {
  interface HTMLElementEventMap {
    'ceal-feed-loaded': CealFeedLoadedEvent;
    'ceal-feed-failed': CealFeedFailedEvent;
    'ceal-feed-issues': CealFeedIssuesEvent;
  }
}
