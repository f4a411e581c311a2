import type { FeedIssue } from '../../feed/issues.js';
import type { FailureReason } from '../../feed/source.js';

const BUBBLING = { bubbles: true, composed: true } as const;

/** A feed has been loaded, for the first time or again. */
export class CealFeedLoadedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-feed-loaded';
  constructor(
    /** The id that the feed gives itself. */
    readonly feedId: string | undefined,
    /** The time when it came from the network. */
    readonly receivedAt: Date,
  ) {
    super(CealFeedLoadedEvent.type, BUBBLING);
  }
}

/** A feed could not be loaded. The last good copy, if there is one, stays in sight. */
export class CealFeedFailedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-feed-failed';
  constructor(
    readonly reason: FailureReason,
    /** The HTTP status; `undefined` where there was no answer. */
    readonly status: number | undefined,
  ) {
    super(CealFeedFailedEvent.type, BUBBLING);
  }
}

/** Parts of the feed are invalid; the rest is shown. Dispatched by the widget that read them. */
export class CealFeedIssuesEvent extends CustomEvent<null> {
  static readonly type = 'ceal-feed-issues';
  constructor(readonly issues: readonly FeedIssue[]) {
    super(CealFeedIssuesEvent.type, BUBBLING);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ceal-feed-loaded': CealFeedLoadedEvent;
    'ceal-feed-failed': CealFeedFailedEvent;
    'ceal-feed-issues': CealFeedIssuesEvent;
  }
}
