import type { GalleryChoices } from './facets.js';

/** The visitor searched, filtered or sorted. */
export class CealGalleryFilteredEvent extends CustomEvent<null> {
  static readonly type = 'ceal-gallery-filtered';
  constructor(
    readonly text: string,
    readonly choices: GalleryChoices,
    /** Number of enterprises that are left. */
    readonly count: number,
  ) {
    super(CealGalleryFilteredEvent.type, { bubbles: true, composed: true });
  }
}

/** The visitor wants to see an enterprise. `preventDefault()` keeps the gallery from showing it itself. */
export class CealGalleryOpenEvent extends CustomEvent<null> {
  static readonly type = 'ceal-gallery-open';
  constructor(readonly enterpriseId: string) {
    super(CealGalleryOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The visitor sees an enterprise. */
export class CealGalleryOpenedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-gallery-opened';
  constructor(readonly enterpriseId: string) {
    super(CealGalleryOpenedEvent.type, { bubbles: true, composed: true });
  }
}

/** The visitor has closed an enterprise. */
export class CealGalleryClosedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-gallery-closed';
  constructor(readonly enterpriseId: string) {
    super(CealGalleryClosedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ceal-gallery-filtered': CealGalleryFilteredEvent;
    'ceal-gallery-open': CealGalleryOpenEvent;
    'ceal-gallery-opened': CealGalleryOpenedEvent;
    'ceal-gallery-closed': CealGalleryClosedEvent;
  }
}
