import type { TimelineChoices } from './facets.js';

export * from './download/events.js';

/** The visitor has filtered the programme. */
export class CealTimelineFilteredEvent extends CustomEvent<null> {
  static readonly type = 'ceal-timeline-filtered';
  constructor(
    readonly choices: TimelineChoices,
    /** Number of sessions left. */
    readonly count: number,
  ) {
    super(CealTimelineFilteredEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ceal-timeline-filtered': CealTimelineFilteredEvent;
  }
}
