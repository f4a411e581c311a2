import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../element/property.js';
import { withStyles } from '../element/adopted-styles.js';
import { choice, flag, trimmed } from '../element/attributes.js';
import { LazyModule } from '../element/controllers/lazy-module.js';
import { focusWhenUpdated } from '../element/focus.js';
import { replaced } from '../element/views/replaced.js';
import { feedParagraphs } from '../element/views/text.js';
import { plainText } from '../i18n/text.js';
import { CealWidget } from '../element/widget.js';
import { attempt } from '../feed/attempt.js';
import type { FeedDocument } from '../feed/document.js';
import { isOffline } from '../feed/network.js';
import { editions } from '../feed/sections/editions.js';
import { parts } from '../feed/sections/programme.js';
import { signups } from '../feed/sections/signups.js';
import type { Field, FieldOption, Values } from '../signup/fields.js';
import { entryForm, entryFormSkeleton } from './entry-form.js';
import { fieldsIn, formOf, isOpen, type Form } from '../signup/form.js';
import type { SubmissionController } from './submission/submission-controller.js';
import { languages, type SignupMessages } from './locales/index.js';
import { editionHint, offer, type OfferView } from './offer.js';
import { FORMATS, type Format } from '../signup/contract.js';
import { prefilled } from './presets.js';
import { privacyFacts, type PrivacyFacts } from './privacy-facts.js';
import { contactLink } from './privacy.js';
import type { OptionHint } from './field-words.js';
import { ShownForm } from './read-form.js';
import { styles } from './signup-form.styles.js';
import type { FormContext } from './form-context.js';
import { FormState } from './form-state.js';
import { PLAIN_VIEW, type StageView } from './stage-view.js';
import { EDITING } from './stage.js';

export * from '../element/feed/events.js';
export * from './events.js';

/**
 * A form to sign up for an edition, or for what else the feed offers. What is typed is never lost, and nobody is signed
 * up twice.
 *
 * @summary A sign-up form that loses nothing.
 * @slot - Shown before the script runs and when there is nothing else to show: a plain form or link that works without
 *   script.
 * @slot challenge - A challenge against machines, above the button; the names and values of its controls are sent along.
 * @slot privacy - More about what happens to the details.
 * @csspart introduction - The introduction of the sign-up.
 * @csspart editions - The editions that there is something to say of.
 * @csspart edition - One of them.
 * @csspart form - The form itself.
 * @csspart field - One question: label, help, error, field.
 * @csspart help - Help with a question.
 * @csspart error-text - What is wrong with an answer.
 * @csspart input - A field to type in.
 * @csspart consent - A consent with its box.
 * @csspart privacy - The privacy facts.
 * @csspart actions - The buttons at the end.
 * @csspart send - The button that sends.
 * @csspart summary - The errors, or the notice that sending did not succeed; above the form.
 * @csspart confirmation - The confirmation in the place of a form that has been received.
 * @csspart reference - The number to keep.
 * @fires {CealSignupSubmitEvent} ceal-signup-submit - The form is about to be sent; can be refused or done by the page.
 * @fires {CealSignupSubmittedEvent} ceal-signup-submitted - The sign-up has been received.
 * @fires {CealSignupInvalidEvent} ceal-signup-invalid - The form was sent but is not filled in well.
 * @fires {CealSignupFailedEvent} ceal-signup-failed - Sending did not succeed.
 * @fires {CealSignupErasedEvent} ceal-signup-erased - The visitor has cleared the form.
 */
export class CealSignupForm extends CealWidget<SignupMessages> {
  static override styles = [...CealWidget.baseStyles, styles];

  /** The address that sign-ups are sent to, relative to the page. It never comes from the feed. */
  @property({ converter: trimmed }) endpoint: string | undefined;
  /** `json`, as our own receiver takes it; `form` (multipart) or `urlencoded`, as services for forms do. */
  @property({ converter: choice(FORMATS) }) format: Format = 'json';
  /** The address that tells how many places are free, relative to the page. Without it nothing is said of that. */
  @property({ converter: trimmed }) availability: string | undefined;
  /** The id of the sign-up in the feed; the first one where it is not given. */
  @property({ converter: trimmed }) signup: string | undefined;
  /** The id of the edition to sign up for; every one of the sign-up where it is not given. */
  @property({ converter: trimmed }) edition: string | undefined;
  /** The name of who is responsible for the details, where that is not who the feed names. */
  @property({ converter: trimmed }) controller: string | undefined;
  /** A way to reach the controller: an e-mail address or other words. */
  @property({ attribute: 'controller-contact', converter: trimmed }) controllerContact: string | undefined;
  /** The page's own privacy statement. */
  @property({ attribute: 'privacy-href', converter: trimmed }) privacyHref: string | undefined;
  /** Storage of a form that is not sent yet: `session` (this tab) or `none`. */
  @property({ converter: choice(['session', 'none']) }) draft: 'session' | 'none' = 'session';
  /** Values to fill in beforehand, as in `name=Noor&roles=student`. Never a consent. */
  @property({ converter: trimmed }) prefill: string | undefined;
  /** Values to send along for the page itself, as in `campaign=letter&page=12`. */
  @property({ attribute: 'hidden-fields', converter: trimmed }) hiddenFields: string | undefined;
  /** Sends and stores nothing, and says so. */
  @property({ attribute: 'test-mode', converter: flag }) testMode = false;

  /** Free places by edition, as far as the receiver tells. */
  @state() private free: ReadonlyMap<string, number> = new Map();

  readonly #state = new FormState(this);
  /** Checks, keeps, sends and confirms; loaded beside the feed. */
  readonly #code = new LazyModule(this, () =>
    withStyles(this, import('./submission/submission-controller.js')),
  );
  #submission: SubmissionController | undefined;
  #form: Form | undefined;
  #facts: PrivacyFacts | undefined;
  /** The context of this update; `undefined` without a form that can be used. */
  #context: FormContext | undefined;
  #shown: ShownForm | undefined;
  /** The feed for which free places were asked. */
  #counted: FeedDocument | undefined;

  constructor() {
    super([signups, editions, parts]);
    this.awaits(this.#code, () => this.#form !== undefined);
  }

  protected readonly languages = languages;

  protected override prepare(): void {
    this.#read();
    const { ready } = this.feed;
    this.#form = ready && formOf(ready.document, this, this.now);
    this.#facts = this.#form && privacyFacts(this.#form.signup, this);
    const { module } = this.#code;
    if (module) this.#submission ??= new module.SubmissionController(this, this.#state);
    if (this.#form && this.#facts) this.#submission?.turnTo(this.#form, this.testMode ? 'off' : this.draft);
    this.#context = this.#createContext();
    if (this.#context) this.#submission?.update(this.#context);
  }

  protected override rendered(changed: PropertyValues): void {
    const form = this.renderRoot.querySelector('form');
    this.#shown = form ? new ShownForm(form, this.#context?.fields ?? []) : undefined;
    // Beside the feed, so that it is there before anybody has lost the connection.
    const waits = this.feed.status.kind === 'idle' || (this.loading === 'lazy' && !this.#form);
    if (!waits) this.#code.loadOnce();
    if (changed.has('availability') || this.#counted !== this.#form?.document) void this.#count();
  }

  /** Leaves the form free, with what was typed, where its stage cannot be drawn. */
  protected override onRenderError(): void {
    if (this.#submission) this.#submission.release();
    else this.#state.set({ stage: EDITING });
  }

  protected override isEmpty(): boolean {
    return !this.#form;
  }

  protected override defaultHeading(): string {
    return plainText(this.#form?.signup.title, this.localeContext) || this.t('heading');
  }

  /** Asks how many places are free: for every feed, and after every attempt to take one. */
  async #count(): Promise<void> {
    const address = this.#addressOf(this.availability);
    const { module } = this.#code;
    if (!module || !this.#form) return;
    this.#counted = this.#form.document;
    const free = await (address ? module.freePlaces(address) : new Map<string, number>());
    if (address === this.#addressOf(this.availability)) this.free = free;
  }

  /** Makes an address of the page absolute; `undefined` where it cannot be sent to. */
  #addressOf(endpoint: string | undefined): string | undefined {
    const address = endpoint === undefined ? undefined : attempt(() => new URL(endpoint, this.baseURI));
    return address && /^https?:$/.test(address.protocol) ? address.href : undefined;
  }

  /** Clears everything that was filled in, wherever it is kept. */
  erase(): void {
    this.#read();
    this.#state.set({ values: {} });
    this.#submission?.erase();
  }

  #createContext(): FormContext | undefined {
    const form = this.#form;
    const facts = this.#facts;
    if (!form || !facts) return undefined;
    const values = this.#withPrefilled(form, this.#state.values);
    return {
      form,
      values,
      fields: fieldsIn(form, values),
      t: this.t,
      translatorFor: (languages) => this.translatorFor(languages),
      localeContext: this.localeContext,
      headingLevel: this.headingLevel,
      contact: facts.contact,
      endpoint: this.#addressOf(this.endpoint),
      format: this.format,
      isTest: this.testMode,
      hiddenFields: this.hiddenFields,
    };
  }

  #withPrefilled(form: Form, values: Values): Values {
    if (!this.prefill) return values;
    const prefill = (before: Values) => prefilled(this.prefill, fieldsIn(form, before));
    // An answer can bring a further field.
    return { ...prefill(prefill({})), ...values };
  }

  /** Takes over what has changed in the form. Of one that was received nothing is read: fields still tell when they go. */
  #read(): void {
    if (!this.#shown || this.#state.stage.kind === 'received') return;
    this.#state.set({ values: { ...this.#state.values, ...this.#shown.takeChanges() } });
  }

  readonly #onInput = () => {
    this.#read();
    this.#submission?.saveDraft();
  };

  readonly #onChange = ({ target }: Event) => {
    this.#onInput();
    const context = this.#createContext();
    if (context) this.#submission?.fieldLeft((target as HTMLInputElement).name, context);
  };

  /** Enter and a press both click the button. Frames that allow no forms stop there: no form is submitted in them. */
  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    void this.#submit();
  };

  async #submit(): Promise<void> {
    this.#read();
    this.#code.load();
    await this.#code.loading;
    await this.updateComplete;
    this.#read();
    const context = this.#createContext();
    if (!this.#submission) {
      this.#state.set({ stage: { kind: 'unavailable' } });
      void focusWhenUpdated(this, '#alert');
    } else if (context) await this.#submission.submit(context);
    void this.#count();
  }

  protected override renderReady(): TemplateResult {
    const context = this.#context;
    if (!context)
      return html`<p class="state" part="state">${this.t('unusable')}</p>
        <slot></slot>`;
    const { stage } = this.#state;
    const actions = { onSubmit: this.#onSubmit, onErase: () => this.erase() };
    const view =
      this.#submission?.render(actions) ??
      (stage.kind === 'unavailable' ? unavailableView(context) : PLAIN_VIEW);
    return html`<div class="sheet">${replaced(view.confirmation ?? this.#renderForm(context, view))}</div>`;
  }

  #renderForm(context: FormContext, view: StageView): TemplateResult {
    const { form, t, localeContext } = context;
    const { introduction } = form.signup;
    const offering: OfferView = { t, localeContext, windows: form.windows, free: this.free };
    // The text that somebody is typing does not vanish when the last day ends.
    const isShown = isOpen(form) || Object.keys(this.#state.values).length > 0;
    return html`
      ${
        introduction
          ? html`<div class="introduction" part="introduction">
              ${feedParagraphs(introduction, localeContext, t.language)}
            </div>`
          : nothing
      }
      ${offer(offering)} ${this.testMode ? html`<p class="testing">${t('testing')}</p>` : nothing}
      ${replaced(view.notice)} ${isServer ? this.#renderWithoutScript(context) : nothing}
      ${isShown ? this.#renderEntryForm(context, view, offering) : this.#renderQuestions(context)}
    `;
  }

  #renderEntryForm(context: FormContext, view: StageView, offering: OfferView): TemplateResult {
    const { minimumAge, consents } = context.form.signup;
    return entryForm({
      ...context,
      ...view,
      age: minimumAge,
      hint: (field, option) => this.#renderHint(field, option, offering),
      facts: this.#facts!,
      consents: consents.length > 0,
      keepsDraft: this.draft === 'session' && !this.testMode,
      printing: this.printing,
      name: this.name,
      headingLevel: this.headingLevel + 1,
      onInput: this.#onInput,
      onChange: this.#onChange,
      onSubmit: this.#onSubmit,
    });
  }

  /** The state of an edition that can be chosen. */
  #renderHint({ name }: Field, { id }: FieldOption, offering: OfferView): OptionHint | undefined {
    const window = name === 'edition' && offering.windows.filter(({ edition }) => edition.id === id)[0];
    return window ? editionHint(window, offering) : undefined;
  }

  /** The way to sign up without script: that of the page, else whom to ask. Shown in a prerendered form only. */
  #renderWithoutScript(context: FormContext): TemplateResult {
    return html`<div class="without-script">${this.#renderQuestions(context)} <slot></slot></div>`;
  }

  #renderQuestions({ contact, t, localeContext }: FormContext): TemplateResult {
    return html`<p class="questions">
      ${t('questions', { contact: '' })}${contactLink(contact, t, localeContext)}
    </p>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return entryFormSkeleton();
  }
}

/** The view of a form that was sent while the code that sends could not be loaded. */
function unavailableView({ t, contact, localeContext }: FormContext): StageView {
  const advice = isOffline()
    ? t('failedOffline')
    : html`${t('unavailable')} ${t('questions', { contact: '' })}${contactLink(contact, t, localeContext)}`;
  const notice = html`<p class="alert" part="summary" id="alert" tabindex="-1">${advice}</p>`;
  return { ...PLAIN_VIEW, notice };
}

declare global {
  interface HTMLElementTagNameMap {
    'ceal-signup-form': CealSignupForm;
  }
}
