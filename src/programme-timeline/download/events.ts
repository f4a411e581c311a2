/** The visitor wants sessions in a calendar. `preventDefault()` keeps the timeline from saving the file itself. */
export class CealTimelineDownloadEvent extends CustomEvent<null> {
  static readonly type = 'ceal-timeline-download';
  constructor(
    readonly sessionIds: readonly string[],
    readonly fileName: string,
    /** The calendar file (RFC 5545). */
    readonly text: string,
  ) {
    super(CealTimelineDownloadEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A calendar file was given to the visitor's browser. */
export class CealTimelineDownloadedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-timeline-downloaded';
  constructor(
    readonly sessionIds: readonly string[],
    readonly fileName: string,
  ) {
    super(CealTimelineDownloadedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ceal-timeline-download': CealTimelineDownloadEvent;
    'ceal-timeline-downloaded': CealTimelineDownloadedEvent;
  }
}
