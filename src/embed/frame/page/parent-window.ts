import { isParentMessage, post, type FrameMessage, type ParentMessage } from '../message.js';

/**
 * The page around this one, from when it has asked for something: before that nobody is told more than that there is
 * somebody to ask. It is known by its window, and by the origin that it had then.
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
    post(parent, { type: 'ready' });
  }

  send(message: FrameMessage): void {
    if (this.#origin !== undefined) post(parent, message, this.#origin);
  }
}
