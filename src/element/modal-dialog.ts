import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { takeOverAnnouncements } from './announcer.js';

type DialogHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/**
 * Opens and closes the native `<dialog>` in a widget's shadow root. Escape and a press on the backdrop ask to close; who
 * asked for the dialog decides. While it is open, announcements go to the `[role=status]` inside it.
 */
export class ModalDialog implements ReactiveController {
  readonly #host: DialogHost;
  readonly #onAsk: () => void;
  #release: (() => void) | undefined;

  constructor(host: DialogHost, onAsk: () => void) {
    this.#host = host;
    this.#onAsk = onAsk;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#releaseAnnouncements();
  }

  /** Brings the dialog to what is wanted. Call it after rendering; `true` when it has just been opened. */
  sync(wanted: boolean): boolean {
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (!dialog || dialog.open === wanted) return false;
    if (wanted) {
      dialog.showModal();
      const region = dialog.querySelector<HTMLElement>('[role=status]');
      if (region) this.#release = takeOverAnnouncements(region);
    } else {
      this.#releaseAnnouncements();
      dialog.close();
    }
    return wanted;
  }

  /** The dialog, named by the element with the id `name`. */
  render(name: string, content: unknown): TemplateResult {
    return html`
      <dialog
        class="dialog"
        part="dialog"
        aria-labelledby=${name}
        @cancel=${this.#onCancel}
        @close=${this.#onClose}
        @pointerdown=${this.#onPointerDown}
      >
        <p role="status" class="visually-hidden"></p>
        ${content}
      </dialog>
    `;
  }

  /** Escape, or the back gesture of a phone. */
  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#onAsk();
  };

  /** Some browsers close at a second Escape without asking. */
  readonly #onClose = (): void => {
    this.#releaseAnnouncements();
    this.#onAsk();
  };

  /** The dialog itself has no padding, so a press on it is a press on its backdrop. */
  readonly #onPointerDown = (event: Event): void => {
    if (event.target === event.currentTarget) this.#onAsk();
  };

  #releaseAnnouncements(): void {
    this.#release?.();
    this.#release = undefined;
  }
}
