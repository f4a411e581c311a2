/** The visitor wants to go to a step. `preventDefault()` keeps the guide from going there. */
export class CealOasisStepEvent extends Event {
  static readonly type = 'ceal-oasis-step';
  constructor(readonly stepId: string) {
    super(CealOasisStepEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The visitor has gone to a step. */
export class CealOasisSteppedEvent extends Event {
  static readonly type = 'ceal-oasis-stepped';
  constructor(readonly stepId: string) {
    super(CealOasisSteppedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ceal-oasis-step': CealOasisStepEvent;
    'ceal-oasis-stepped': CealOasisSteppedEvent;
  }
}
