import { html, render, type PropertyValues } from 'lit';
import { state } from './property.js';
import { createTranslator, type Languages } from '../i18n/translate.js';
import { flatMap } from '../lists.js';
import { announce } from './announcer.js';
import { Prerendered } from './prerendered/prerendered.js';
import { PrintController } from './controllers/print-controller.js';
import { FeedElement } from './feed-element.js';
import type { WidgetMessages } from './locales/index.js';
import { keepOwnKeys } from './own-keys.js';
import { failedState } from './views/states.js';

export type { WidgetMessages };

/** Something that an update may have to wait for, such as a `LazyModule`. */
export interface PendingSource {
  /** Settles when it is there and never rejects; `undefined` when there is nothing to wait for. */
  readonly pending: Promise<void> | undefined;
}

/** The longest time without empty shapes for content that has begun to come, but whose end may not. */
const MAX_ARRIVAL_MS = 100;

/** Elements that translators of pages put around a text that they have translated. */
const TRANSLATED = 'font, ya-tr-span';

/**
 * The update cycle of every widget. A subclass fills in hooks, none of which needs `super`: `prepare` before each update,
 * `rendered` after it, `listen` once for its shadow root, `onRenderError` when an update has failed. What throws in an
 * update never reaches the page: the error is named once in the console, and the widget shows its fallback until an
 * update succeeds.
 */
export abstract class UpdateProtocol<M extends WidgetMessages> extends FeedElement {
  /** True while the page is being printed. What is shown then is rendered at once. */
  @state() protected printing = false;
  /** Addresses of pictures that could not be loaded. */
  @state() protected missingPictures: ReadonlySet<string> = new Set();

  readonly #prerendered = new Prerendered(this);
  readonly #awaited: (() => Promise<void> | undefined)[] = [];
  /** Changes of updates that failed; the next one that succeeds has to work with them too. */
  #unhandled: PropertyValues = new Map();
  /** Attempts in a row that failed. */
  #failures = 0;
  /** What was thrown between two updates. */
  #thrown: { readonly error: unknown } | undefined;

  constructor() {
    super();
    this.awaits(this.#prerendered);
    let restoreFocus = (): void => {};
    new PrintController(this, (printing) => {
      if (printing) restoreFocus = this.#keepFocus();
      this.printing = printing;
      // The browser takes its picture of the page as soon as the event is over.
      if (this.isConnected) this.performUpdate();
      if (!printing) restoreFocus();
    });
  }

  /** Light or dark colours; a class of the widget's root, as the attributes of the element are the page's. */
  abstract scheme: string;

  /** The widget's words, by language. */
  protected abstract readonly languages: Languages<M>;

  /** The language tag in which this widget speaks. */
  protected abstract get locale(): string;

  /** True while what a server has rendered is in sight; `render` then gives what is to stand above it, if anything. */
  get isPrerendered(): boolean {
    return this.#prerendered.isInSight;
  }

  /** Settles when content is there that is coming already; `undefined` for none. */
  protected abstract get arriving(): Promise<void> | undefined;

  /** True if there is content to take the place of what a server has rendered. */
  protected abstract get hasContent(): boolean;

  /** The present, in milliseconds since 1970. */
  protected get now(): number {
    return Number(Date.now());
  }

  /** Derives from the properties and the feed what the update shows. */
  protected prepare(_changed: PropertyValues): void {}

  /** Does what needs the rendered elements. */
  protected rendered(_changed: PropertyValues): void {}

  /** Adds listeners to the new shadow root, for all rows or cards at once. */
  protected listen(_root: EventTarget): void {}

  /** Brings the state back to one that can be rendered, after the first failure in a row. */
  protected onRenderError(_error: unknown): void {}

  /** Makes `updateComplete` wait for a source, as long as `isNeeded` says so; always without it. */
  protected awaits(source: PendingSource, isNeeded = () => true): void {
    this.#awaited.push(() => (isNeeded() ? source.pending : undefined));
  }

  /** Everything that is on its way to this element; a server waits for it before it renders. */
  protected get allPending(): readonly Promise<void>[] {
    return flatMap(this.#awaited, (ask) => ask() ?? []);
  }

  /** An update is complete when what it needs is there too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    const pending = this.allPending;
    if (!pending[0]) return complete;
    await Promise.all(pending);
    return this.getUpdateComplete();
  }

  /** The failing of a picture does not bubble. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Before Lit may put style elements there: it does where the page has replaced `Document`.
    const end = this.#prerendered.adopt(this.shadowRoot);
    const root = super.createRenderRoot();
    if (end) this.renderOptions.renderBefore = end;
    root.addEventListener('error', this.#onPictureError, true);
    keepOwnKeys(this);
    this.listen(root);
    return root;
  }

  readonly #onPictureError = ({ target }: Event): void => {
    // Of several addresses for one picture, the one that was tried, and not one that has taken its place since.
    if (target instanceof HTMLImageElement && target.complete && !target.naturalWidth)
      this.missingPictures = new Set([...this.missingPictures, target.currentSrc || target.src]);
  };

  override connectedCallback(): void {
    this.attempt(() => super.connectedCallback());
  }

  /** Runs what belongs to no update. What that throws fails the next ones, until a later run succeeds. */
  protected attempt(run: () => void): void {
    this.#thrown = undefined;
    try {
      run();
    } catch (error) {
      this.#thrown = { error };
      this.requestUpdate();
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    for (const [name, before] of this.#unhandled) changed.set(name, before);
    this.#unhandled = changed;
    if (this.#thrown) throw this.#thrown.error;
    this.prepare(changed);
  }

  /**
   * Draws in the place of what a server has rendered once nothing is on its way any more. Puts texts where a translator
   * has put elements: Lit writes a new text as `data` of the node where the text was.
   */
  protected override update(changed: PropertyValues): void {
    const draw = () => super.update(changed);
    if (this.isPrerendered && this.hasContent && !this.allPending[0])
      this.#prerendered.replace(this.renderRoot, draw);
    else draw();
    for (const element of this.renderRoot.querySelectorAll<HTMLElement & { data?: string }>(TRANSLATED))
      if (element.data != null) element.replaceWith(element.data);
  }

  protected override updated(changed: PropertyValues): void {
    this.rendered(changed);
  }

  /** Waits with the first drawing for what is arriving: empty shapes for a frame would only be work. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const arriving = this.hasUpdated ? undefined : this.arriving;
    if (!arriving) return super.scheduleUpdate();
    const limit = new Promise((resolve) => setTimeout(resolve, MAX_ARRIVAL_MS));
    return Promise.race([arriving, limit]).then(() => super.scheduleUpdate());
  }

  protected override performUpdate(): void {
    if (!this.isUpdatePending) return;
    try {
      super.performUpdate();
      this.#unhandled = new Map();
      this.#failures = 0;
    } catch (error) {
      const isNews = ++this.#failures === 1;
      if (isNews) console.error(`[ceal-widgets] <${this.localName}> could not be rendered:`, error);
      if (this.isPrerendered) return;
      if (isNews) this.#drawAnew();
      else this.#showFailure(error);
    }
  }

  /**
   * Once more from nothing, as something else may have moved what was rendered, or have taken the comments away by which
   * Lit finds it, as Firefox's translator does. It knows that by the node after it.
   */
  #drawAnew(): void {
    const restoreFocus = this.#keepFocus();
    this.renderRoot.replaceChildren((this.renderOptions.renderBefore = new Comment()));
    this.requestUpdate();
    this.performUpdate();
    restoreFocus();
  }

  /** @returns a function that gives the focus to the element in the place of the one that has it now, if it is lost. */
  #keepFocus(): () => void {
    const root = this.renderRoot as ShadowRoot;
    const focused = root.activeElement;
    const alike = () => (focused ? [...root.querySelectorAll<HTMLElement>(focused.localName)] : []);
    const index = alike().indexOf(focused as HTMLElement);
    return () => {
      if (!root.activeElement) alike()[index]?.focus({ preventScroll: true });
    };
  }

  #showFailure(error: unknown): void {
    const isNews = this.#failures === 2;
    const show = (content: unknown) => render(content, this.renderRoot, this.renderOptions);
    try {
      if (isNews) this.onRenderError(error);
      // Without the page's labels, which may be what threw.
      const t = createTranslator(this.languages, this.locale);
      show(
        html`<div class="root scheme-${this.scheme}" part="root" lang=${t.language} aria-busy="false">
          ${failedState(t)}
        </div>`,
      );
      if (isNews && !this.isUpdatePending) announce(t('failed'), t.language);
    } catch {
      show(html`<slot></slot>`);
    }
  }
}
