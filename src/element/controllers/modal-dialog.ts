import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { takeOverAnnouncements } from '../announcer.js';

type DialogHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/**
 * Opens and closes the native `<dialog>` in a widget's shadow root. Escape and a press on the backdrop ask to close; who
 * asked for the dialog decides. While it is open, announcements go to the `[role=status]` inside it.
 */
export class ModalDialog implements ReactiveController {
  readonly #host: DialogHost;
  readonly #onAsk: () => void;
  #release: (() => void) | undefined;
  #pressedBeside = false;
  #wanted = false;

  constructor(host: DialogHost, onAsk: () => void) {
    this.#host = host;
    this.#onAsk = onAsk;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** The browser takes a dialog that is moved out of the top layer, and leaves it open as if it were no modal one. */
  hostDisconnected(): void {
    this.#releaseAnnouncements();
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (dialog) dialog.open = false;
  }

  /** Brings the dialog to what is wanted. Call it after rendering; `true` when it has just been opened. */
  sync(wanted: boolean): boolean {
    const dialog = this.#host.renderRoot.querySelector('dialog');
    this.#wanted = wanted;
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

  /* eslint-disable lit-a11y/click-events-have-key-events -- The key for it is Escape, which the browser tells by `cancel`. */
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
        @click=${this.#onClick}
      >
        <p role="status" class="visually-hidden"></p>
        ${content}
      </dialog>
    `;
  }
  /* eslint-enable lit-a11y/click-events-have-key-events */

  /** Escape, or the back gesture of a phone. */
  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#onAsk();
  };

  /** Some browsers close at a second Escape without asking. What we closed ourselves is told late: it may be open again. */
  readonly #onClose = ({ target }: Event): void => {
    if (!this.#wanted || (target as HTMLDialogElement).open) return;
    this.#releaseAnnouncements();
    this.#onAsk();
  };

  /** The dialog itself has no padding, so a press on it is a press on its backdrop. */
  readonly #onPointerDown = ({ target, currentTarget }: Event): void => {
    this.#pressedBeside = target === currentTarget;
  };

  /** The whole press, for half of one would go to the page below; and not one that began inside, selecting text. */
  readonly #onClick = ({ target, currentTarget }: Event): void => {
    if (this.#pressedBeside && target === currentTarget) this.#onAsk();
  };

  #releaseAnnouncements(): void {
    this.#release?.();
    this.#release = undefined;
  }
}
