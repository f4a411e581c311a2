/** The time of an activity is over. */
export class CealOasisTimerEndedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-oasis-timer-ended';
  constructor(
    readonly stepId: string,
    readonly activityId: string,
  ) {
    super(CealOasisTimerEndedEvent.type, { bubbles: true, composed: true });
  }
}

/** The facilitator wants ticks, times and notes as text. `preventDefault()` keeps the guide from saving a file itself. */
export class CealOasisDownloadEvent extends CustomEvent<null> {
  static readonly type = 'ceal-oasis-download';
  constructor(readonly text: string) {
    super(CealOasisDownloadEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The facilitator has erased ticks, times and notes. */
export class CealOasisErasedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-oasis-erased';
  constructor() {
    super(CealOasisErasedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ceal-oasis-timer-ended': CealOasisTimerEndedEvent;
    'ceal-oasis-download': CealOasisDownloadEvent;
    'ceal-oasis-erased': CealOasisErasedEvent;
  }
}
