import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../element/property.js';
import { withStyles } from '../element/adopted-styles.js';
import { choice, flag, trimmed } from '../element/attributes.js';
import { DeepLink } from '../element/controllers/deep-link.js';
import { LazyModule } from '../element/controllers/lazy-module.js';
import { rowsOf } from '../element/views/keyed-rows.js';
import { replaced } from '../element/views/replaced.js';
import { plainText } from '../i18n/text.js';
import { CealWidget } from '../element/widget.js';
import type { Languages } from '../i18n/translate.js';
import type { FeedDocument } from '../feed/document.js';
import { oasis } from '../feed/sections/oasis.js';
import { Drawings } from './drawings.js';
import { CealOasisStepChangeEvent, CealOasisStepChangedEvent } from './events.js';
import { colophon, facilitatorMissing, introduction, stepPager, tools } from './frame.js';
import { findStep, guideOf, type Guide, type GuideStep } from './guide.js';
import { languages, type OasisMessages } from './locales/index.js';
import type { Facilitator, GuideContext } from './facilitator/facilitator.js';
import type { FacilitatorTranslator } from './facilitator/locales/index.js';
import { styles } from './oasis-guide.styles.js';
import { skeleton } from './skeleton.js';
import { stepArticle, stepPicture, type StepView } from './step.js';
import { positionOnCircle, hasCircle, stepsNav } from './steps-nav.js';

export * from '../element/feed/events.js';
export * from './events.js';
export type * from './facilitator/events.js';

/** The step asked for last, by the page, the address or the visitor, and the screen of it that a facilitator sees. */
interface Target {
  /** Its id or its place; the first step where there is none. */
  readonly step?: string | undefined;
  /** Its key; the first screen where there is none. */
  readonly screen?: string | undefined;
}

/** The content of a guide that has steps: for a printer, a reader or a facilitator, whose part may be on its way. */
type Stage = 'paper' | 'reading' | 'leading' | 'loading' | 'leading-failed';

/**
 * The steps of the Oasis method: to read, to print as a worksheet and to lead one with.
 *
 * @summary A guide to the Oasis method, step by step.
 * @csspart introduction - The introduction to the method, and when it is not for you.
 * @csspart not-for - The heading of when the method is not for you.
 * @csspart steps - The navigation: the list of steps, in a wide widget around a circle.
 * @csspart steps-list - The list in it.
 * @csspart step-link - The link to a step.
 * @csspart step - One step.
 * @csspart step-heading - The heading of a step: its place and its name.
 * @csspart other-names - The names of a step in other languages.
 * @csspart facts - Aim, length and group of a step.
 * @csspart activities - The activities of a step.
 * @csspart materials - The materials for a step.
 * @csspart questions - Questions to ask.
 * @csspart tips - Tips.
 * @csspart links - Links to read more.
 * @csspart image - The drawing of a step.
 * @csspart sources - The sources.
 * @csspart credit - The makers of the method.
 * @csspart contents - For a facilitator: the list of everything in a step, to go to.
 * @csspart timer - For a facilitator: the timer of an activity.
 * @csspart timers - For a facilitator: the timers that run for other activities than the one in sight.
 * @csspart note - For a facilitator: the field for notes.
 * @csspart keeping - For a facilitator: the note on where their ticks, times and notes stay, with download and erase.
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
  @property({ converter: choice(['auto', 'stepper', 'all']) }) layout: 'auto' | 'stepper' | 'all' = 'auto';
  /** The guide on paper: `worksheet`, one step a page with room to write, or `overview`, all on two pages. With a facilitator’s notes. */
  @property({
    attribute: 'print-as',
    converter: choice(['worksheet', 'overview']),
  })
  printAs: 'worksheet' | 'overview' = 'worksheet';
  /** `reader` is for whoever reads the steps, `facilitator` for whoever leads an Oasis with the page in hand. */
  @property({ converter: choice(['reader', 'facilitator']) }) mode: 'reader' | 'facilitator' = 'reader';
  /** Keeps on this device what a facilitator ticks, times and writes down, and where they are. */
  @property({ converter: flag }) remember = false;
  /** Keeps the step in the address of the page. Several guides need an `id` each. */
  @property({ attribute: 'deep-link', converter: flag }) deepLink = false;

  @state() private target: Target = {};
  @state() private showsAll = false;

  readonly #urlState = new DeepLink(this, this.feed, {
    name: 'oasis',
    keys: ['step'],
    knows: (key, value) => key !== 'step' || !this.#guide || findStep(this.#guide, value) !== undefined,
    find: () => this.#heading,
    onNavigate: (values) => {
      this.#restoreFromUrl(values);
      this.#focusStep();
    },
  });
  readonly #paper = new LazyModule(this, () => withStyles(this, import('./paper.js')));
  /** Loaded only in facilitator mode. */
  readonly #leading = new LazyModule(this, () => withStyles(this, import('./facilitator/facilitator.js')));
  #facilitator: Facilitator | undefined;
  #guide: Guide | undefined;
  #document: FeedDocument | undefined;
  readonly #drawings = new Drawings();
  readonly #translatorFor = this.translatorFor.bind(this);

  constructor() {
    super([oasis]);
    this.awaits(this.#urlState);
    this.awaits(this.#leading, () => this.mode === 'facilitator');
  }

  protected override prepare(changed: PropertyValues<this>): void {
    if (changed.has('step') || changed.has('deepLink')) this.#restoreFromUrl(this.#urlState.read());
    if (changed.has('mode')) this.#loadLeading();
    this.#readGuide();
    this.showsAll ||= isServer || this.isPrerendered;
    this.#resume();
  }

  protected override rendered(): void {
    positionOnCircle(this.renderRoot);
    // To have paper at once, and without a connection.
    if (this.#guide && this.#drawings.preload(this.#guide, this.picturePolicy)) this.#paper.load();
  }

  /** Goes to a step by its id or its place. */
  goTo(step: string): void {
    this.target = { step };
  }

  /** The words of the facilitator's part hold those of the guide. */
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
    const document = this.feed.ready?.document;
    if (document === this.#document) return;
    this.#document = document;
    const value = document?.read(oasis).value;
    this.#guide = value && guideOf(value);
  }

  /** Loads the facilitator's part. Without it the guide can still be read. */
  readonly #loadLeading = () => {
    if (isServer || this.mode !== 'facilitator') return;
    this.#leading.load();
    this.requestUpdate();
  };

  /** Lets a facilitator go on where they were, unless the address or the page asks for something else. */
  #resume(): void {
    const { module } = this.#leading;
    const { ready } = this.feed;
    if (!module || !ready || this.mode !== 'facilitator') return;
    this.#facilitator ??= new module.Facilitator(this, () => this.#context);
    const position = this.#facilitator.resume(ready.document.head.id, this.remember);
    const { step, screen } = this.target;
    if (position && step === this.step && screen === undefined) this.target = position;
  }

  get #current(): GuideStep | undefined {
    return this.#guide && (findStep(this.#guide, this.target.step) ?? this.#guide.steps[0]);
  }

  /** True if all steps are shown: also where no script can show another step, and where there is only one. */
  get #isWhole(): boolean {
    const { layout } = this;
    if (isServer || layout === 'all' || this.#guide?.steps.length === 1) return true;
    return layout === 'auto' && this.showsAll;
  }

  get #stage(): Stage {
    if (this.printing) return 'paper';
    if (this.mode === 'reader' || isServer) return 'reading';
    if (this.#facilitator) return 'leading';
    return this.#leading.pending ? 'loading' : 'leading-failed';
  }

  /** The guide as the facilitator's part needs it; `undefined` while there is none. */
  get #context(): GuideContext | undefined {
    const guide = this.#guide;
    const step = this.#current;
    return (
      guide &&
      step && {
        ...this.#stepView(guide),
        // The languages are those of the facilitator's part, once it is loaded.
        t: this.t as FacilitatorTranslator,
        step,
        screen: this.target.screen,
        onGo: this.#onGo,
      }
    );
  }

  get #heading(): HTMLElement | null {
    const current = this.#current;
    return current ? this.renderRoot.querySelector<HTMLElement>(`#step-${CSS.escape(current.id)}`) : null;
  }

  /** Goes to the step that the address asks for, or else the page. */
  #restoreFromUrl(values: URLSearchParams): void {
    this.target = { step: values.get('step') ?? this.step, screen: values.get('screen') ?? undefined };
  }

  #focusStep(): void {
    void this.updateComplete.then(() => this.#heading?.focus());
  }

  /** `screen`: the one that a facilitator goes to. Between screens of one step no event is dispatched. */
  readonly #onGo = (step: GuideStep, screen?: string) => {
    const isStepChange = screen === undefined || step !== this.#current;
    if (isStepChange && !this.dispatchEvent(new CealOasisStepChangeEvent(step.id))) return;
    this.target = { step: step.id, screen };
    const params = new URLSearchParams({ step: step.id, ...(screen && { screen }) });
    this.#urlState.write(params, { push: isStepChange });
    this.#facilitator?.recordPosition({ step: step.id, screen: screen ?? 'start' });
    this.#focusStep();
    if (isStepChange)
      void this.updateComplete.then(() => this.dispatchEvent(new CealOasisStepChangedEvent(step.id)));
  };

  readonly #onToggleLayout = () => {
    this.showsAll = !this.showsAll;
  };

  protected override renderReady(): TemplateResult {
    const stage = this.#stage;
    switch (stage) {
      case 'paper':
        return this.#renderPaper(this.#context!);
      case 'leading':
        return this.#renderLeading(this.#facilitator!, this.#context!);
      case 'loading':
        return html`<div class="skeleton" aria-hidden="true">${this.renderSkeleton()}</div>`;
      case 'leading-failed':
      case 'reading':
        return this.#renderReading(this.#stepView(this.#guide!), stage);
    }
  }

  #renderReading(view: StepView, stage: 'reading' | 'leading-failed'): TemplateResult {
    const { guide, t } = view;
    const current = this.#current!;
    const isWhole = this.#isWhole;
    const nav = this.#renderNav(view, isWhole ? undefined : current);
    const canChoose = this.layout === 'auto' && guide.steps.length > 1;
    return html`
      <div class="guide ${isWhole ? 'whole' : 'single'}">
        ${stage === 'leading-failed' ? facilitatorMissing(t, this.#loadLeading) : nothing}
        ${this.#urlState.renderMissing(this.#translatorFor)} ${introduction(view)}
        ${tools(view, canChoose ? (this.showsAll ? 'showOne' : 'showAll') : undefined, this.#onToggleLayout)}
        <div class="stage">
          ${isWhole ? nav : nothing}
          <div class="pages">
            ${replaced(
              isWhole
                ? html`${rowsOf(
                    guide.steps,
                    ({ id }) => id,
                    (step) => stepArticle(step, view),
                  )}`
                : html`${stepArticle(current, view)}${stepPager(current, view, this.#onGo)}`,
              isWhole || current.id,
            )}
          </div>
          ${isWhole ? nothing : nav}
        </div>
        ${colophon(view)}
      </div>
    `;
  }

  #renderPaper(context: GuideContext): TemplateResult {
    const written = this.mode === 'facilitator' ? this.#facilitator?.written(context) : undefined;
    const view = { ...context, written };
    return html`
      <div class="guide paper ${this.printAs}">
        ${introduction(view)} ${colophon(view, { isOpen: true })}
        <div class="stage">${view.guide.steps.map((step) => stepArticle(step, view))}</div>
        ${written?.others}
      </div>
    `;
  }

  #renderLeading(facilitator: Facilitator, context: GuideContext): TemplateResult {
    return html`
      ${this.#urlState.renderMissing(this.#translatorFor)}
      ${facilitator.render(context, this.#renderNav(context, context.step, false))} ${colophon(context)}
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
      printTerm: this.printAs === 'overview' ? 'printOverview' : 'print',
      paper: this.printing ? this.#paper.module : undefined,
    };
  }

  #renderNav(
    view: StepView,
    current: GuideStep | undefined,
    isRound = hasCircle(view.guide, view.localeContext),
  ): TemplateResult {
    return stepsNav({
      ...view,
      isRound,
      current,
      title: this.name,
      picture: current ? stepPicture(current, view, 'centre') : nothing,
      hrefTo: (id) => this.#urlState.hrefTo(id, 'step'),
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
