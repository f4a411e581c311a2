import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MAX_DRAFT_LENGTH, readDraft, writeDraft, type Draft } from '../draft.js';
import { acquireSlot, readSlot, releaseSlot, writeSlot } from './draft-slots.js';

/** Keeps the draft of a form, and asks back before a page is left that would lose it. */
export class DraftKeeper implements ReactiveController {
  #key: string | undefined;
  #slot: string | undefined;
  #wouldLose = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#key !== undefined) this.#slot = acquireSlot(this.#key, this);
    if (this.#wouldLose) addEventListener('beforeunload', askBack);
  }

  hostDisconnected(): void {
    releaseSlot(this);
    removeEventListener('beforeunload', askBack);
  }

  /** Turns to the form of a key and reads its draft; `undefined` if that is the form already. */
  turnTo(key: string): { readonly draft: Draft | undefined; readonly isFirst: boolean } | undefined {
    if (key === this.#key) return undefined;
    const isFirst = this.#key === undefined;
    releaseSlot(this);
    this.#key = key;
    this.#slot = acquireSlot(key, this);
    return { draft: readDraft(readSlot(this.#slot)), isFirst };
  }

  /** Keeps a draft; `mayStore` if the page lets the browser store it. */
  keep(draft: Draft, { mayStore }: { readonly mayStore: boolean }): void {
    const text = writeDraft(draft);
    const storable = mayStore && text.length <= MAX_DRAFT_LENGTH;
    const isStored = this.#slot !== undefined && writeSlot(this.#slot, storable ? text : '') && storable;
    this.#askBack(text !== '' && !isStored);
  }

  forget(): void {
    if (this.#slot !== undefined) writeSlot(this.#slot, '');
    this.#askBack(false);
  }

  /** Listens only while there is something to lose: some browsers are slower back on pages that have a listener. */
  #askBack(wouldLose: boolean): void {
    this.#wouldLose = wouldLose;
    if (wouldLose) addEventListener('beforeunload', askBack);
    else removeEventListener('beforeunload', askBack);
  }
}

function askBack(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
