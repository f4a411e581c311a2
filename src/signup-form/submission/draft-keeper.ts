import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LARGEST_DRAFT, readDraft, writeDraft, type Draft } from '../draft.js';
import { claimPlace, leavePlace, putDraft, takeDraft } from './draft-place.js';

/** Keeps the draft of a form, and asks back before a page is left that would lose one. */
export class DraftKeeper implements ReactiveController {
  #key: string | undefined;
  #place: string | undefined;
  #loses = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#key !== undefined) this.#place = claimPlace(this.#key, this);
    if (this.#loses) addEventListener('beforeunload', askBack);
  }

  hostDisconnected(): void {
    leavePlace(this);
    removeEventListener('beforeunload', askBack);
  }

  /** Turns to the form of a key, and gives the draft that was kept of it; nothing when that is the form already. */
  turnTo(key: string): { readonly draft: Draft | undefined; readonly isFirst: boolean } | undefined {
    if (key === this.#key) return undefined;
    const isFirst = this.#key === undefined;
    leavePlace(this);
    this.#key = key;
    this.#place = claimPlace(key, this);
    return { draft: readDraft(takeDraft(this.#place)), isFirst };
  }

  /** `mayKeep`: whether the page lets the browser keep it. */
  keep(draft: Draft, mayKeep: boolean): void {
    const text = writeDraft(draft);
    const keeps = mayKeep && text.length <= LARGEST_DRAFT;
    const kept = this.#place !== undefined && putDraft(this.#place, keeps ? text : '') && keeps;
    this.#warn(text !== '' && !kept);
  }

  forget(): void {
    if (this.#place !== undefined) putDraft(this.#place, '');
    this.#warn(false);
  }

  /** The listener is there only while there is something to lose: some browsers are slower back on pages that have one. */
  #warn(loses: boolean): void {
    this.#loses = loses;
    if (loses) addEventListener('beforeunload', askBack);
    else removeEventListener('beforeunload', askBack);
  }
}

function askBack(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
