import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { withStyles } from '../element/adopted-styles.js';
import { choice, flag, trimmed } from '../element/attributes.js';
import { DeepLink } from '../element/controllers/deep-link.js';
import { LazyModule } from '../element/controllers/lazy-module.js';
import { plainText } from '../i18n/text.js';
import { CealWidget } from '../element/widget.js';
import type { Languages } from '../i18n/translate.js';
import type { FeedDocument } from '../feed/document.js';
import { oasis } from '../feed/sections/oasis.js';
import { askForDrawings } from './drawings.js';
import { CealOasisStepChangeEvent, CealOasisStepChangedEvent } from './events.js';
import { colophon, introduction, missingPart, pager, tools } from './frame.js';
import { findStep, guideOf, type Guide, type GuideStep } from './guide.js';
import { languages, type OasisMessages } from './locales/index.js';
import type { Facilitator } from './facilitator/facilitator.js';
import type { FacilitatorTranslator } from './facilitator/locales/index.js';
import { styles } from './oasis-guide.styles.js';
import { skeleton } from './skeleton.js';
import { stepArticle, stepPicture, type StepView } from './step.js';
import { placeAround, standsRound, stepsNav } from './steps-nav.js';

export * from './events.js';
export type * from './facilitator/events.js';

/**
 * The steps of the Oasis method: to read, to print as a worksheet and to lead one with.
 *
 * @summary A guide to the Oasis method, step by step.
 * @csspart introduction - What the method is, and when it is not for you.
 * @csspart steps - The navigation: the list of steps, in a wide widget around a circle.
 * @csspart steps-list - The list in it.
 * @csspart step-link - The link to a step.
 * @csspart step - One step.
 * @csspart step-heading - The heading of a step: its place and its name.
 * @csspart other-names - The names of a step in other languages.
 * @csspart facts - Aim, length and group of a step.
 * @csspart activities - What you do in a step.
 * @csspart materials - What you need.
 * @csspart questions - Questions to ask.
 * @csspart tips - Tips.
 * @csspart links - Where to read more.
 * @csspart image - The drawing of a step.
 * @csspart sources - The sources.
 * @csspart credit - Who created the method.
 * @csspart contents - For a facilitator: everything in a step, to go to.
 * @csspart timer - For a facilitator: the timer of an activity.
 * @csspart timers - For a facilitator: the timers that run for other activities than the one in sight.
 * @csspart note - For a facilitator: the field for notes.
 * @csspart keeping - For a facilitator: what becomes of what they fill in, with download and erase.
 * @fires {CealOasisStepChangeEvent} ceal-oasis-step-change - The visitor wants to go to a step; can be refused.
 * @fires {CealOasisStepChangedEvent} ceal-oasis-step-changed - The visitor has gone to a step.
 * @fires {CealOasisTimerEndedEvent} ceal-oasis-timer-ended - The time of an activity is over.
 * @fires {CealOasisDownloadEvent} ceal-oasis-download - A facilitator wants their notes as text; can be refused.
 * @fires {CealOasisErasedEvent} ceal-oasis-erased - A facilitator has erased everything.
 */
export class CealOasisGuide extends CealWidget<OasisMessages> {
  static override styles = [...CealWidget.baseStyles, styles];

  /** The step to begin with: its id, or its place in the order. */
  @property({ converter: trimmed }) step: string | undefined;
  /** `stepper` shows one step at a time, `all` every step under the other; with `auto` the visitor chooses. */
  @property({ converter: choice(['auto', 'stepper', 'all'], 'auto') }) layout: 'auto' | 'stepper' | 'all' =
    'auto';
  /** How the guide is printed: `worksheet`, one step a page with room to write, or `overview`, all on two pages. */
  @property({
    attribute: 'print-as',
    converter: choice(['worksheet', 'overview'], 'worksheet'),
    reflect: true,
  })
  printAs: 'worksheet' | 'overview' = 'worksheet';
  /** `reader` is for whoever reads the steps, `facilitator` for whoever leads an Oasis with the page in hand. */
  @property({ converter: choice(['reader', 'facilitator'], 'reader'), reflect: true }) mode:
    'reader' | 'facilitator' = 'reader';
  /** Keeps on this device what a facilitator ticks, times and writes down, and where they are. */
  @property({ converter: flag }) remember = false;
  /** Keeps the step in the address of the page. */
  @property({ attribute: 'deep-link', converter: flag }) deepLink = false;

  /** The step asked for last: by the page, the address or the visitor. */
  @state() private wanted: string | undefined;
  /** The screen of that step that a facilitator sees, by its key; its first one where nobody asked. */
  @state() private screen: string | undefined;
  @state() private showsAll = false;

  readonly #address = new DeepLink(this, 'oasis', (values) => {
    this.#arrive(values);
    this.#focusStep();
  });
  readonly #paper = new LazyModule(this, () => withStyles(this, import('./paper.js')));
  /** Comes only where somebody leads. */
  readonly #leading = new LazyModule(this, () => withStyles(this, import('./facilitator/facilitator.js')));
  #facilitator: Facilitator | undefined;
  #guide: Guide | undefined;
  #document: FeedDocument | undefined;
  #drawings: { readonly guide: Guide; readonly images: readonly HTMLImageElement[] } | undefined;
  /** Whether the address asked for a step before the feed was there. */
  #isAwaited = false;

  constructor() {
    super([oasis]);
    this.awaits(this.#leading, () => this.mode === 'facilitator');
  }

  protected override prepare(changed: PropertyValues<this>): void {
    if (changed.has('step') || changed.has('deepLink')) {
      const address = this.#address.read();
      this.#arrive(address);
      this.#isAwaited ||= address.has('step');
    }
    if (changed.has('mode')) this.#loadLeading();
    this.#readGuide();
    this.#resume();
  }

  protected override rendered(): void {
    placeAround(this.renderRoot);
    if (!this.#guide) return;
    this.#readAhead(this.#guide);
    if (this.#isAwaited) this.#heading?.scrollIntoView();
    this.#isAwaited = false;
  }

  /** Goes to a step by its id or its place. */
  goTo(step: string): void {
    this.wanted = step;
    this.screen = undefined;
  }

  /** The words of whoever leads hold those of whoever reads. */
  protected override get languages(): Languages<OasisMessages> {
    return this.#leading.module?.languages ?? languages;
  }

  protected override isEmpty(): boolean {
    return !this.#guide || this.#guide.steps.length === 0;
  }

  protected override defaultHeading(): string {
    return plainText(this.#guide?.oasis.title, this.localeContext) || this.t('heading');
  }

  #readGuide(): void {
    const { status } = this.feed;
    const document = status.kind === 'ready' ? status.document : undefined;
    if (document === this.#document) return;
    this.#document = document;
    const value = document?.read(oasis).value;
    this.#guide = value && guideOf(value);
  }

  /** Asks for the part for facilitators. Without it the guide can still be read. */
  readonly #loadLeading = () => {
    if (isServer || this.mode !== 'facilitator') return;
    this.#leading.load();
    this.requestUpdate();
  };

  /** Lets a facilitator go on where they were, unless the address or the page asks for something else. */
  #resume(): void {
    const { module: value } = this.#leading;
    const { status } = this.feed;
    if (!value || status.kind !== 'ready' || this.mode !== 'facilitator') return;
    this.#facilitator ??= new value.Facilitator(this);
    const at = this.#facilitator.resume(status.document.head.id, this.remember);
    if (at && this.wanted === this.step && this.screen === undefined)
      ({ step: this.wanted, screen: this.screen } = at);
  }

  /** Asks for what paper needs, and for the drawings of all steps: to have them at once, and without a connection. */
  #readAhead(guide: Guide): void {
    if (this.#drawings?.guide === guide) return;
    this.#paper.load();
    this.#drawings = { guide, images: askForDrawings(guide, this.picturePolicy) };
  }

  get #current(): GuideStep | undefined {
    return this.#guide && (findStep(this.#guide, this.wanted) ?? this.#guide.steps[0]);
  }

  /** One step at a time asks for a script that answers, and for more than one step. */
  get #isWhole(): boolean {
    const { layout } = this;
    if (isServer || layout === 'all' || this.#guide?.steps.length === 1) return true;
    return layout === 'auto' && this.showsAll;
  }

  /** Whether the part for facilitators is on its way. */
  get #isComing(): boolean {
    return this.mode === 'facilitator' && this.#leading.pending !== undefined;
  }

  get #heading(): HTMLElement | null {
    const current = this.#current;
    return current ? this.renderRoot.querySelector<HTMLElement>(`#step-${CSS.escape(current.id)}`) : null;
  }

  /** What the address, or else the page, asks for. */
  #arrive(address: URLSearchParams): void {
    this.wanted = address.get('step') ?? this.step;
    this.screen = address.get('screen') ?? undefined;
  }

  #focusStep(): void {
    void this.updateComplete.then(() => this.#heading?.focus());
  }

  /** `screen`: the one that a facilitator goes to. From one to another of the same step is no news for the page. */
  readonly #onGo = (step: GuideStep, screen?: string) => {
    const isNews = screen === undefined || step !== this.#current;
    if (isNews && !this.dispatchEvent(new CealOasisStepChangeEvent(step.id))) return;
    this.wanted = step.id;
    this.screen = screen;
    const params = new URLSearchParams({ step: step.id, ...(screen && { screen }) });
    if (isNews) this.#address.push(params);
    else this.#address.replace(params);
    this.#facilitator?.moved({ step: step.id, screen: screen ?? 'start' });
    this.#focusStep();
    if (isNews)
      void this.updateComplete.then(() => this.dispatchEvent(new CealOasisStepChangedEvent(step.id)));
  };

  readonly #onChooseLayout = () => {
    this.showsAll = !this.showsAll;
  };

  protected override renderReady(): TemplateResult {
    const guide = this.#guide!;
    const view = this.#stepView(guide);
    const current = this.#current!;
    if (this.mode === 'facilitator' && !this.printing) {
      if (this.#facilitator) return this.#renderLeading(this.#facilitator, view, current);
      if (this.#isComing)
        return html`<div class="skeleton" aria-hidden="true">${this.renderSkeleton()}</div>`;
    }
    return this.printing ? this.#renderPaper(view) : this.#renderReading(view, current);
  }

  #renderReading(view: StepView, current: GuideStep): TemplateResult {
    const { guide, t } = view;
    const isWhole = this.#isWhole;
    const nav = this.#renderNav(view, isWhole ? undefined : current);
    const canChoose = this.layout === 'auto' && guide.steps.length > 1;
    return html`
      <div class="guide ${isWhole ? 'whole' : 'single'}">
        ${this.mode === 'facilitator' && !isServer ? missingPart(t, this.#loadLeading) : nothing}
        ${introduction(view)}
        ${tools(t, canChoose ? (this.showsAll ? 'showOne' : 'showAll') : undefined, this.#onChooseLayout)}
        <div class="stage">
          ${isWhole ? nav : nothing}
          <div class="pages">
            ${isWhole ? guide.steps.map((step) => stepArticle(step, view)) : stepArticle(current, view)}
            ${isWhole ? nothing : pager(current, view, this.#onGo)}
          </div>
          ${isWhole ? nothing : nav}
        </div>
        ${colophon(view, false)}
      </div>
    `;
  }

  #renderPaper(view: StepView): TemplateResult {
    return html`
      <div class="guide paper ${this.printAs}">
        ${introduction(view)} ${colophon(view, true)}
        <div class="stage">${view.guide.steps.map((step) => stepArticle(step, view))}</div>
      </div>
    `;
  }

  #renderLeading(facilitator: Facilitator, view: StepView, step: GuideStep): TemplateResult {
    return html`
      ${facilitator.render({
        ...view,
        // The languages are its own.
        t: this.t as FacilitatorTranslator,
        step,
        screen: this.screen,
        nav: this.#renderNav(view, step, false),
        onGo: this.#onGo,
      })}
      ${colophon(view, false)}
    `;
  }

  #stepView(guide: Guide): StepView {
    return {
      guide,
      t: this.t,
      localeContext: this.localeContext,
      policy: this.picturePolicy,
      missing: this.missingPictures,
      headingLevel: this.headingLevel + 1,
      paper: this.printing ? this.#paper.module : undefined,
    };
  }

  #renderNav(
    view: StepView,
    current: GuideStep | undefined,
    isRound = standsRound(view.guide, view.localeContext),
  ): TemplateResult {
    return stepsNav({
      isRound,
      guide: view.guide,
      t: this.t,
      localeContext: this.localeContext,
      current,
      picture: current ? stepPicture(current, view, 'centre') : nothing,
      hrefTo: (id) => this.#address.hrefTo(id, 'step'),
      onGo: this.#onGo,
    });
  }

  protected override renderSkeleton(): TemplateResult {
    return skeleton();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ceal-oasis-guide': CealOasisGuide;
  }
}
