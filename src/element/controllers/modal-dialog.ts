import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { takeOverAnnouncements } from '../announcer.js';
import { onceDisplayed } from '../near-observer.js';

type DialogHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/**
 * Opens and closes the native `<dialog>` in a widget's shadow root. Escape and a press on the backdrop ask the host
 * to close it, which decides. While it is open, announcements go to the `[role=status]` inside it.
 */
export class ModalDialog implements ReactiveController {
  readonly #host: DialogHost;
  readonly #onCloseRequest: () => void;
  #release: (() => void) | undefined;
  #pressedBackdrop = false;
  #shouldBeOpen = false;

  constructor(host: DialogHost, onCloseRequest: () => void) {
    this.#host = host;
    this.#onCloseRequest = onCloseRequest;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Closes the dialog: the browser takes one that is moved out of the top layer, and leaves it open without backdrop. */
  hostDisconnected(): void {
    this.#releaseAnnouncements();
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (dialog) dialog.open = false;
  }

  /**
   * Opens or closes the rendered dialog; call it after each update.
   *
   * @returns whether it has just been opened.
   */
  sync(shouldBeOpen: boolean): boolean {
    const dialog = this.#host.renderRoot.querySelector('dialog');
    this.#shouldBeOpen = shouldBeOpen;
    if (!dialog || dialog.open === shouldBeOpen) return false;
    if (shouldBeOpen) {
      // Nobody could see it, nor the way out, and the page would be inert.
      if (!this.#host.checkVisibility()) {
        onceDisplayed(this.#host, () => this.#host.requestUpdate());
        return false;
      }
      // On the root: on the dialog itself it would have voices call all that is in it clickable.
      this.#host.renderRoot.addEventListener('click', this.#onClick);
      dialog.showModal();
      const region = dialog.querySelector<HTMLElement>('[role=status]');
      if (region) this.#release = takeOverAnnouncements(region);
    } else {
      this.#releaseAnnouncements();
      dialog.close();
    }
    return shouldBeOpen;
  }

  /**
   * Renders the dialog. `labelId`: the id of the element inside that names it. The content has to scroll by itself: voices
   * read all of a dialog that does, where Chromium makes it a stop of the Tab key.
   */
  render(labelId: string, content: unknown): TemplateResult {
    return html`
      <dialog
        class="dialog"
        part="dialog"
        aria-labelledby=${labelId}
        @cancel=${this.#onCancel}
        @close=${this.#onClose}
        @pointerdown=${this.#onPointerDown}
        @keydown=${this.#onKeydown}
      >
        <p role="status" class="visually-hidden"></p>
        ${content}
      </dialog>
    `;
  }

  /** Handles Escape and the back gesture of a phone. */
  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#onCloseRequest();
  };

  /** Handles a second Escape, at which some browsers close without asking. The event of our own closing may come late. */
  readonly #onClose = ({ target }: Event): void => {
    if (!this.#shouldBeOpen || (target as HTMLDialogElement).open) return;
    this.#releaseAnnouncements();
    this.#onCloseRequest();
  };

  /** Notes a press on the backdrop: the dialog itself has no padding, so it is the target of nothing else. */
  readonly #onPointerDown = ({ target, currentTarget }: Event): void => {
    this.#pressedBackdrop = target === currentTarget;
  };

  /** Asks to close after a whole press on the backdrop, not one that began inside, as when selecting text. */
  readonly #onClick = ({ target }: Event): void => {
    if (this.#pressedBackdrop && (target as Element).localName === 'dialog') this.#onCloseRequest();
  };

  /**
   * Goes on at the other end after the last of the links and buttons, which are all that a dialog holds: Firefox finds
   * only the last stop of a dialog in a shadow root when the focus comes back from its own controls. With Shift, GTK has
   * another name for the key.
   */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.code !== 'Tab') return;
    const stops = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('a[href], button')];
    const side = event.shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    if (stops.some((stop) => (event.target as Node).compareDocumentPosition(stop) & side)) return;
    event.preventDefault();
    stops[event.shiftKey ? stops.length - 1 : 0]?.focus();
  };

  #releaseAnnouncements(): void {
    this.#release?.();
    this.#release = undefined;
  }
}
