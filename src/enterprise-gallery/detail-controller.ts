import { isServer, noChange, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { withStyles } from '../element/adopted-styles.js';
import { announce } from '../element/announcer.js';
import { LazyModule } from '../element/controllers/lazy-module.js';
import type { Detail } from './card.js';
import type { ModalDialog } from '../element/controllers/modal-dialog.js';
import { isFocusLost } from '../element/focus.js';
import { isPlainClick } from '../element/plain-click.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import type * as DetailModule from './detail/detail.js';
import { NAME, type DetailHost, type HistoryStep, type OpenDetail } from './detail/open-detail.js';
import * as events from './events.js';
import { isFramed } from '../element/is-framed.js';

export type { HistoryStep };

/** Opens, shows and closes one enterprise, in a dialog or in place, and tells the page about it. */
export class DetailController implements ReactiveController, OpenDetail {
  /** The enterprise that is open, if the feed has it; the host derives it from `openId` before each update. */
  enterprise: Enterprise | undefined;
  /** Code that shows an enterprise; comes when a visitor shows the wish to open one. */
  readonly code: LazyModule<typeof DetailModule>;
  readonly #writeUrl: (step: HistoryStep) => void;
  #dialog: ModalDialog | undefined;
  #openId: string | undefined;
  /** The enterprise that was closed last. */
  closedId: string | undefined;
  /** The enterprise that is open and was in the feed. */
  #knownId: string | undefined;
  /** Number of times that a visitor has opened an enterprise: tells the last one from those before. */
  #visits = 0;

  constructor(
    readonly host: DetailHost,
    writeUrl: (step: HistoryStep) => void,
  ) {
    this.#writeUrl = writeUrl;
    this.code = new LazyModule(host, () => withStyles(host, import('./detail/detail.js')));
    host.addController(this);
  }

  hostUpdate(): void {
    const { module } = this.code;
    if (module) this.#dialog ??= new module.ModalDialog(this.host, () => this.host.close());
  }

  hostUpdated(): void {
    if (this.enterprise) {
      this.code.loadOnce();
      this.#knownId = this.enterprise.id;
    }
    if (!this.#dialog?.sync(this.mode === 'dialog' && !!this.enterprise)) return;
    this.focus(NAME);
    const position = this.host.shadowRoot!.querySelector('.position');
    announce(position?.textContent ?? '', position?.closest<HTMLElement>('[lang]')?.lang);
  }

  /** The id of the enterprise that is open, also of one that the feed does not have. */
  get openId(): string | undefined {
    return this.#openId;
  }

  set openId(id: string | undefined) {
    if (id !== this.#openId) this.closedId = this.#openId ?? this.closedId;
    this.#openId = id;
    this.host.requestUpdate();
  }

  /** Place where an enterprise opens; among the cards inside frames, as a dialog could be out of sight there. */
  get mode(): Detail {
    // Without script nothing opens.
    if (isServer && this.host.detail !== 'none') return 'link';
    return this.host.detail ?? (isFramed ? 'inline' : 'dialog');
  }

  /** True if an enterprise opens among the cards: also what is wrong where the code of the dialog did not come. */
  get isInPlace(): boolean {
    return this.mode === 'inline' || this.code.failed;
  }

  /** The name of the open enterprise; of one that opens elsewhere that of its card, or the count. */
  get element(): HTMLElement | null {
    const find = (selector: string) => this.host.renderRoot.querySelector<HTMLElement>(selector);
    if (this.#openId === undefined) return null;
    if (this.mode === 'dialog' || this.isInPlace) return find(NAME);
    return find(`#name-${CSS.escape(this.#openId)} > *`) ?? find('#count');
  }

  /** Opens no longer what the feed does not have, should it come. */
  forgetUnknown(): void {
    if (!this.enterprise) this.openId = undefined;
  }

  /** Settles when the code for the open enterprise is there; `undefined` while nothing is open. */
  get pending(): Promise<void> | undefined {
    return this.#openId === undefined ? undefined : this.code.pending;
  }

  /** Closes the open enterprise and tells the page. The address follows at once if a `step` is given. */
  close({ restoreFocus, step }: { restoreFocus: boolean; step?: HistoryStep }): void {
    const id = this.#openId;
    if (id === undefined) return;
    this.openId = undefined;
    if (step) this.#writeUrl(step);
    if (restoreFocus)
      void this.host.updateComplete.then(() => this.focus(`#name-${CSS.escape(id)} .name-link`));
    if (id === this.#knownId) this.host.dispatchEvent(new events.CealGalleryClosedEvent(id));
    this.#knownId = undefined;
  }

  /** Closes what a later feed does not have: it would open by itself, and take the focus, when the next one has it again. */
  closeIfGone(): void {
    if (this.enterprise || this.#openId === undefined || this.#openId !== this.#knownId) return;
    this.close({
      restoreFocus: isFocusLost(this.host) || this.host.shadowRoot!.activeElement !== null,
      step: 'replace',
    });
  }

  /** Opens the enterprise whose card was pressed. The text of a card can be selected too; its link lies under it. */
  readonly onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const card = target.closest<HTMLElement>('[data-id]');
    const link = card?.querySelector<HTMLElement>('.name-link');
    const id = card?.dataset['id'];
    if (!link || id === undefined) return;
    const isOnLink = link.contains(target);
    if (!isPlainClick(event)) {
      if (!isOnLink) link.dispatchEvent(new MouseEvent('click', event));
      return;
    }
    if (!isOnLink) {
      this.code.load();
      const follow = () => link.click();
      return void this.code.loading!.then(() =>
        this.code.module ? this.code.module.followUnlessSelecting(event, link, follow) : follow(),
      );
    }
    const refused = !this.host.dispatchEvent(new events.CealGalleryOpenEvent(id));
    const opens = this.mode !== 'link';
    if (refused || opens) event.preventDefault();
    if (refused || !opens) return;
    if (this.mode === 'inline' && this.#openId === id) return this.host.close();
    void this.show(id, 'push');
    void this.host.updateComplete.then(() => this.isInPlace && this.focus(NAME));
  };

  /** Opens an enterprise for the visitor, and tells the page once it is in sight. */
  async show(id: string, step: HistoryStep): Promise<void> {
    const visit = ++this.#visits;
    this.code.load();
    this.openId = id;
    this.#writeUrl(step);
    await this.host.updateComplete;
    const isInSight = this.code.module !== undefined && this.enterprise?.id === id;
    if (visit === this.#visits && isInSight) this.host.dispatchEvent(new events.CealGalleryOpenedEvent(id));
  }

  /** Moves the focus to the first match, else to the count if it would be lost. */
  focus(selector: string): void {
    const root = this.host.shadowRoot!;
    const target = root.querySelector<HTMLElement>(selector);
    // Closed, a dialog may have it still, and be in sight while it fades.
    const active = root.activeElement;
    if (target || !active?.checkVisibility() || active.closest('dialog:not([open])'))
      (target ?? root.querySelector<HTMLElement>('#count'))?.focus();
  }

  /**
   * The dialog around its content, where an enterprise opens in one. Closed it keeps what it held: one that is emptied
   * takes along the place at which a screen reader reads the page.
   */
  renderDialog(content: unknown): TemplateResult | typeof nothing | undefined {
    return this.mode === 'dialog' ? this.#dialog?.render('detail-name', content ?? noChange) : nothing;
  }
}
