import { html, noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from './property.js';
import type { FeedDocument } from '../feed/document.js';
import { asRecord, parseJson } from '../feed/record.js';
import type { Section } from '../feed/section.js';
import type { Failure } from '../feed/source.js';
import type { LocaleContext } from '../i18n/text.js';
import { createTranslator, type Languages, type Messages, type Translator } from '../i18n/translate.js';
import { base } from '../styles/base.js';
import { controls } from '../styles/controls.js';
import { tokens } from '../styles/tokens.js';
import { withStyles } from './adopted-styles.js';
import { announce, prepareAnnouncer } from './announcer.js';
import { amount, choice, flag, isNone, json, trimmed, wordList } from './attributes.js';
import { AgeWatch } from './controllers/age-watch.js';
import { FocusKeeper } from './controllers/focus-keeper.js';
import { HeightReservation } from './controllers/height-reservation.js';
import { LazyModule } from './controllers/lazy-module.js';
import { LocaleController } from './controllers/locale-controller.js';
import { FeedController, type WidgetFeedHost } from './feed/feed-controller.js';
import type { ReadyStatus } from './feed/feed-status.js';
import { StatusAnnouncer } from './feed/status-announcer.js';
import { inlineLabels } from './feed/inline-json.js';
import { focusStart } from './focus.js';
import { UpdateProtocol, type WidgetMessages } from './update-protocol.js';
import { heading } from './views/heading.js';
import type { PicturePolicy } from './views/picture.js';
import { emptyShapes, emptyState, failedState, idleState } from './views/states.js';

export type { ReadyStatus, WidgetMessages };

/** What is shown, as far as the notices above it depend on that. */
type Shown = Pick<ReadyStatus, 'failure' | 'receivedAt'> & Partial<Pick<ReadyStatus, 'complete'>>;

/**
 * The base class of every widget: the feed, the language, the states and the common attributes. A widget adds what it
 * shows when it is ready.
 *
 * @slot - Shown before the script runs and when there is nothing else to show: a link or a few plain lines.
 * @slot intro - A line of introduction under the heading.
 * @slot loading - Instead of the empty shapes while the feed is on its way.
 * @slot empty - When the feed holds nothing for this widget.
 * @slot error - When the feed cannot be had and there is no earlier copy.
 * @slot stale - When what is shown is not the newest.
 * @slot invalid - With `show-issues`, when parts of the feed do not fit.
 * @slot footer - After everything else.
 * @csspart root - The whole widget.
 * @csspart heading - The widget's heading.
 * @csspart languages - The choice of languages.
 * @csspart state - The text of the empty, error and not-set-up states.
 * @csspart notice - A line that says that the feed is old or partly invalid.
 * @csspart button - Every button.
 * @csspart badge - The badge of made-up examples.
 * @csspart link - Links that leave the page.
 * @cssprop --ceal-font-size - Size of the text; the page's own by default, never under 14 px.
 * @cssprop --ceal-accent - Links and marks.
 * @cssprop --ceal-action - Background of the main button.
 * @cssprop --ceal-on-action - Text on the main button.
 * @cssprop --ceal-warning - Errors and warnings.
 * @cssprop --ceal-surface - Background of controls and dialogs; opaque.
 * @cssprop --ceal-on-surface - Text on that background.
 * @cssprop --ceal-line - Decorative lines.
 * @cssprop --ceal-quiet - Quiet surfaces.
 * @cssprop --ceal-control-border - Borders of controls; at least 3:1 on the surface.
 * @cssprop --ceal-radius - Corners of controls.
 * @cssprop --ceal-card-radius - Corners of cards and dialogs.
 * @cssprop --ceal-focus-inner - Dark tone of the focus ring.
 * @cssprop --ceal-focus-outer - Light tone of the focus ring.
 * @fires {CealFeedLoadedEvent} ceal-feed-loaded - The widget's own feed has arrived.
 * @fires {CealFeedFailedEvent} ceal-feed-failed - The widget's own feed could not be had.
 * @fires {CealFeedIssuesEvent} ceal-feed-issues - Parts of the feed do not fit; the rest is shown.
 */
export abstract class CealWidget<M extends WidgetMessages>
  extends UpdateProtocol<M>
  implements WidgetFeedHost
{
  /** The style sheets of every widget; its own comes after them. */
  protected static readonly baseStyles = [tokens, base, controls];

  /** `lazy` fetches the feed only when the widget comes near the window. */
  @property({ converter: choice(['eager', 'lazy']) }) loading: 'eager' | 'lazy' = 'eager';
  /** Height to hold while the feed is on its way, in em; 0 for that of the empty shapes. */
  @property({ converter: amount(0) }) reserve = 0;
  /** The text of the heading; `none` for no heading. */
  @property({ converter: trimmed }) heading: string | undefined;
  /** Level of the heading, 1 to 6; headings inside follow on it. */
  @property({ attribute: 'heading-level', converter: amount(2, 1) }) headingLevel = 2;
  /** Light or dark, where the page does not say so itself with `color-scheme`. */
  @property({ converter: choice(['auto', 'light', 'dark']) }) scheme: 'auto' | 'light' | 'dark' = 'auto';
  /** Words to use instead of ours, as `{ "term": "words" }`; also as a JSON script child with `data-ceal-labels`. */
  @property({ converter: json }) labels: unknown;
  /** Offers the languages that the feed's title and this widget have. */
  @property({ attribute: 'language-switch', converter: flag }) languageSwitch = false;
  /** Tells visitors that parts of the feed could not be shown. */
  @property({ attribute: 'show-issues', converter: flag }) showIssues = false;
  /** Says why a feed does not come and lists what is wrong in it, for whoever keeps it. */
  @property({ converter: flag }) debug = false;
  /** `none` asks for no pictures: no request to other hosts. */
  @property({ converter: choice(['all', 'none']) }) images: 'all' | 'none' = 'all';
  /** Hosts that pictures may come from, between spaces; none given allows every host. */
  @property({ attribute: 'image-hosts', converter: wordList }) imageHosts: readonly string[] = [];

  @state() protected chosenLanguage: string | undefined;
  @state() private retrying = false;

  protected readonly feed: FeedController;
  readonly #age: AgeWatch;
  readonly #locale = new LocaleController(this);
  /** Loaded when something is wrong with the feed. */
  readonly #notices = new LazyModule(this, () => import('./notices/notices.js'));
  readonly #languageSwitch = new LazyModule(this, () =>
    withStyles(this, import('./views/language-switch.js')),
  );
  readonly #debugPanel = new LazyModule(this, () => withStyles(this, import('./debug/debug-panel.js')));
  readonly #announcer = new StatusAnnouncer();
  #translator: Translator<M> | undefined;
  /** All that words depend on: locale, feed language, `labels`, the text of the script with labels, the languages. */
  #words: readonly unknown[] = [];

  /** @param sections The sections that the widget shows, in the order in which they are needed. */
  constructor(sections: readonly Section<unknown>[]) {
    super();
    this.feed = new FeedController(this, sections, {
      attempt: (read) => this.attempt(read),
      isWaitingFor: (document, deadline) => this.isWaitingFor(document, deadline),
    });
    this.awaits(this.feed);
    this.#age = new AgeWatch(this, this.feed);
    new FocusKeeper(this, () => (this.isPrerendered ? undefined : this.feed.ready?.document));
    new HeightReservation(this, () => this.feed.status.kind === 'loading' && !this.isPrerendered);
    for (const source of [this.#notices, this.#languageSwitch]) this.awaits(source);
  }

  /** The sections that are shown at once or not at all: a part of them could say something untrue. */
  protected get wholeSections(): readonly Section<unknown>[] {
    return this.feed.sections;
  }

  /** See `FeedHooks`. */
  protected isWaitingFor(document: FeedDocument, deadline: number): boolean | undefined {
    const readers = this.wholeSections.map((section) => document.reader(section).readUntil(deadline));
    if (readers.some(({ canRead }) => canRead)) return undefined;
    return document.isHeadWaiting || readers.some(({ isWaiting }) => isWaiting);
  }

  /** @returns whether the feed holds nothing for this widget. */
  protected abstract isEmpty(document: FeedDocument): boolean;

  /** Renders the widget with its feed. */
  protected abstract renderReady(ready: ReadyStatus): TemplateResult;

  /** Renders empty shapes with the exact geometry of what comes. */
  protected abstract renderSkeleton(): TemplateResult;

  /** @returns the heading where the page gives none. */
  protected abstract defaultHeading(): string;

  /** @returns what is announced when the feed has come at last. */
  protected loadedText(): string {
    return this.name;
  }

  /** The name of the widget among others: its heading, or what that would be. */
  protected get name(): string {
    return (!isNone(this.heading) && this.heading) || this.defaultHeading();
  }

  protected override firstUpdated(): void {
    // In the page before there is anything to announce, but not before the widget itself.
    setTimeout(prepareAnnouncer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.feed.prepare();
    if (this.printing) this.feed.loadNow();
    const inline = this.isConnected ? inlineLabels(this) : this.#words[3];
    const words = [this.locale, this.localeContext.feedLanguage, this.labels, inline, this.languages];
    if (words.some((value, index) => value !== this.#words[index])) this.#translator = undefined;
    this.#words = words;
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.retrying && !this.isPrerendered)
      this.#announcer.tell(this.feed.status, this.t, () => this.loadedText());
    const { status, ready } = this.feed;
    const causes = ready && this.#noticeCauses(ready);
    if (status.kind === 'failed' || causes?.isOld || causes?.issueCount) this.#notices.loadOnce();
    if (this.languageSwitch) this.#languageSwitch.loadOnce();
    if (this.debug) this.#debugPanel.loadOnce();
    super.updated(changed);
  }

  /** Asks for the feed again. Settles when the answer, good or bad, is there; never rejects. */
  refresh(): Promise<void> {
    return this.feed.refresh();
  }

  /** The language tag in which this widget speaks: chosen by the visitor, else the page's. */
  protected get locale(): string {
    return this.chosenLanguage ?? this.#locale.locale;
  }

  /** The widget's words, in the language of this update; the same function as long as they are the same words. */
  protected get t(): Translator<M> {
    return (this.#translator ??= this.translatorFor(this.languages));
  }

  /** Makes a translator for other words than the widget's own, in the language of this update. */
  protected translatorFor<N extends Messages>(languages: Languages<N>): Translator<N> {
    const inline = parseJson(this.#words[3] as string | null);
    const labels = { ...asRecord(inline), ...asRecord(this.labels) };
    return createTranslator(languages, this.locale, this.localeContext.feedLanguage, labels);
  }

  /** The languages by which the feed's texts are chosen. */
  protected get localeContext(): LocaleContext {
    return { locale: this.locale, feedLanguage: this.feed.ready?.document.head.language };
  }

  protected get picturePolicy(): PicturePolicy {
    return { images: this.images, hosts: this.imageHosts };
  }

  /** Refreshes at the press of a button. When the button goes with the failure, the focus moves to the widget's start. */
  readonly #retry = async ({ currentTarget }: Event): Promise<void> => {
    this.retrying = true;
    this.#notices.load();
    announce(this.t('loading'), this.t.language);
    await this.refresh();
    this.retrying = false;
    this.#announcer.forget();
    await this.updateComplete;
    const { ready } = this.feed;
    const words = (this.isPrerendered || ready?.failure) && this.#notices.module?.languages;
    if (ready ?? words)
      announce(words ? this.translatorFor(words)('stale') : this.loadedText(), this.t.language);
    if (!(currentTarget as Element).isConnected) focusStart(this);
  };

  protected override get hasContent(): boolean {
    return !!this.feed.ready?.complete;
  }

  protected override get arriving(): Promise<void> | undefined {
    return this.feed.arriving;
  }

  protected override render(): TemplateResult | typeof noChange {
    if (this.isPrerendered) return this.#renderAbovePrerendered();
    return html`
      <div
        class="root scheme-${this.scheme}"
        part="root"
        role="region"
        aria-label=${this.name}
        lang=${this.t.language}
        aria-busy=${this.feed.status.kind === 'loading'}
      >
        ${isNone(this.heading) ? nothing : heading(this.headingLevel, this.name, 'heading')}
        <slot name="intro"></slot>
        ${this.#renderLanguageSwitch()} ${this.#renderStatus()}
        ${this.debug ? this.#debugPanel.module?.debugPanel(this, this.feed, this.t.language) : nothing}
        <slot name="footer"></slot>
      </div>
    `;
  }

  /** What a server has rendered is the last good copy where nothing newer can be had. */
  #renderAbovePrerendered(): TemplateResult | typeof noChange {
    const { status } = this.feed;
    const receivedAt = Number(new Date(this.dataset['cealPrerendered']!));
    if (status.kind !== 'failed' || !receivedAt) return noChange;
    const notices = this.#renderNotices({ ...status, receivedAt });
    return notices
      ? html`<div class="root scheme-${this.scheme}" lang=${this.t.language}>${notices}</div>`
      : noChange;
  }

  #renderStatus(): TemplateResult {
    const { status } = this.feed;
    const { t } = this;
    switch (status.kind) {
      case 'idle':
        return idleState(t);
      case 'loading':
        if (this.printing) return failedState(t);
        return html`
          <slot name="loading">
            ${emptyShapes(this.renderSkeleton())}
            <p class=${status.slow ? 'slow' : 'visually-hidden'}>
              ${t(status.slow ? 'loadingLong' : 'loading')}
            </p>
          </slot>
        `;
      case 'failed':
        return this.#renderFailure(status.failure);
      case 'ready':
        return html`
          ${this.#renderNotices(status)}
          ${this.isEmpty(status.document) ? emptyState(t) : this.renderReady(status)}
        `;
    }
  }

  #renderFailure(failure: Failure): TemplateResult {
    const { t } = this;
    const notices = this.#notices.module;
    const noticeT = notices && this.translatorFor(notices.languages);
    // Without a connection the other words cannot come.
    const advice =
      failure.reason === 'offline' ? t('failedOffline') : noticeT && notices.failureAdvice(noticeT, failure);
    return failedState(t, {
      advice,
      retry: this.#retryButton('button'),
      reason: noticeT && notices.ownerDetail(noticeT, failure),
    });
  }

  #noticeCauses({ failure, complete }: Shown) {
    const issueCount = this.showIssues && complete ? this.feed.issues.length : 0;
    return { isOld: this.#age.isOld || failure !== undefined, issueCount };
  }

  #renderNotices(shown: Shown): TemplateResult | undefined {
    const notices = this.#notices.module;
    return notices?.contentNotices(this.translatorFor(notices.languages), {
      ...shown,
      ...this.#noticeCauses(shown),
      locale: this.locale,
      retry: this.#retryButton('link-button'),
    });
  }

  #retryButton(className: string): TemplateResult {
    return html`<button type="button" class=${className} part="button" @click=${this.#retry}>
      ${this.t(this.retrying ? 'loading' : 'retry')}
    </button>`;
  }

  #renderLanguageSwitch(): TemplateResult | typeof nothing {
    if (!this.languageSwitch) return nothing;
    const { status, ready } = this.feed;
    const { module } = this.#languageSwitch;
    // Its place is kept, so that nothing moves when it comes.
    if (!module || status.kind === 'loading') return html`<div class="languages"></div>`;
    const choose = (language: string) => (this.chosenLanguage = language);
    return module.languageSwitch(this.t, ready?.document.head.title, this.languages, choose);
  }
}
