import { isParentMessage, toSent, type FrameMessage, type ParentMessage } from '../message.js';

const OPAQUE = 'null';

/**
 * The page around this one, from when it has asked for something: before that nobody is told anything. It is known by its
 * window, and by the origin that it had then.
 */
export class ParentWindow {
  #origin: string | undefined;

  constructor(onMessage: (message: ParentMessage) => void) {
    if (parent === self) return;
    addEventListener('message', ({ source, origin, data }) => {
      if (source !== parent || (this.#origin !== undefined && origin !== this.#origin)) return;
      if (!isParentMessage(data)) return;
      this.#origin = origin;
      onMessage(data);
    });
  }

  send(message: FrameMessage): void {
    if (this.#origin === undefined) return;
    parent.postMessage(toSent(message), this.#origin === OPAQUE ? '*' : this.#origin);
  }
}
