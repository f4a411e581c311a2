/** The visitor wants to go to a step. `preventDefault()` keeps the guide from going there. */
export class CealOasisStepChangeEvent extends CustomEvent<null> {
  static readonly type = 'ceal-oasis-step-change';
  constructor(readonly stepId: string) {
    super(CealOasisStepChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The visitor has gone to a step. */
export class CealOasisStepChangedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-oasis-step-changed';
  constructor(readonly stepId: string) {
    super(CealOasisStepChangedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ceal-oasis-step-change': CealOasisStepChangeEvent;
    'ceal-oasis-step-changed': CealOasisStepChangedEvent;
  }
}
