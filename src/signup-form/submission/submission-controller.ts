import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { announce, ONCE } from '../../element/announcer.js';
import { LazyModule } from '../../element/controllers/lazy-module.js';
import { focusWhenUpdated } from '../../element/focus.js';
import { isOffline } from '../../feed/network.js';
import type { SignupEntry } from '../../signup/contract.js';
import { cleanEmail } from '../../signup/contact.js';
import { textValue } from '../../signup/fields.js';
import { isOpen, onlyEdition, type Form } from '../../signup/form.js';
import { comparable } from '../../signup/payload.js';
import { check, cleanValues } from '../../signup/rules.js';
import * as attempting from '../attempts.js';
import { draftKey } from '../draft.js';
import * as events from '../events.js';
import type { FormContext } from '../form-context.js';
import type { FormState } from '../form-state.js';
import { failed, type Outcome, type SignupFailure } from '../outcome.js';
import { outcomeFrom, send } from '../send.js';
import type { StageView } from '../stage-view.js';
import { EDITING, type FieldError, type FieldErrors, type Stage } from '../stage.js';
import { firstInvalidControl } from './challenge.js';
import { contentFrom } from './content.js';
import { DraftKeeper } from './draft-keeper.js';
import type { ErasePlace } from './erase-control.js';
import { correctedErrors, sortErrors } from './field-errors.js';
import { likelyEmail } from './likely-email.js';
import { loadMeetings } from './load-meetings.js';
import { languages, type SubmissionContext } from './locales/index.js';
import { newKey, shortKey } from './new-key.js';
import { PointerTracker } from './pointer-tracker.js';
import { renderStage } from './render-stage.js';
import type { Sent } from './sent.js';
import type { Calendar, StageTools } from './stage-tools.js';
import { warnOfFailure } from './warn-of-failure.js';
import { CHALLENGE } from './wording.js';

export { freePlaces } from './availability.js';
export { styles } from './submission.styles.js';

/** Time for an answer to come, so that nobody hears of the sending after its outcome. */
const SENDING_DELAY_MS = 1_000;
const TESTED: Outcome = { kind: 'accepted', waitingList: false, confirmHours: undefined };

/** Storage of drafts: of this tab, none, or none and without a question when the page is left (`off`). */
export type DraftMode = 'session' | 'none' | 'off';

/**
 * Checks what is filled in, keeps it as a draft, sends it and shows how that ended. Its code is loaded while the form is
 * there to be read already. The element hands it the context of every update.
 */
export class SubmissionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #state: FormState;
  readonly #drafts: DraftKeeper;
  readonly #pointer: PointerTracker;
  /** Loaded when somebody has signed up. */
  readonly #calendar: LazyModule<Calendar>;
  #context: SubmissionContext | undefined;
  #draftMode: DraftMode = 'off';
  #attempts = attempting.NO_ATTEMPTS;
  /** An address that was left, and a likelier one. */
  #suggestion: { readonly email: string; readonly suggestion: string } | undefined;
  /** The place where the visitor is asked back before everything is cleared. */
  #erasing: ErasePlace | undefined;
  /** In the time of `performance.now()`. */
  #shownAt = performance.now();

  constructor(host: ReactiveControllerHost & HTMLElement, state: FormState) {
    this.#host = host;
    this.#state = state;
    this.#drafts = new DraftKeeper(host);
    this.#pointer = new PointerTracker(host);
    this.#calendar = new LazyModule(host, () => loadMeetings(this.#context!.form.document));
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#onConnection);
    addEventListener('offline', this.#onConnection);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onConnection);
    removeEventListener('offline', this.#onConnection);
  }

  /** Turns to a form: if it is another than before, its draft comes back. Before the context is made of its values. */
  turnTo(form: Form, draftMode: DraftMode): void {
    this.#draftMode = draftMode;
    const turned = this.#drafts.turnTo(draftKey(form.document.head.id ?? '', form.signup.id, this.#host.id));
    if (!turned) return;
    const draft = draftMode === 'session' ? turned.draft : undefined;
    this.#attempts = draft?.attempts ?? attempting.NO_ATTEMPTS;
    const restored = this.#attempts.uncertain.length > 0 ? 'uncertain' : 'draft';
    this.#reset(draft ? { ...EDITING, restored } : EDITING);
    const typed = turned.isFirst ? this.#state.values : {};
    this.#state.set({ values: { ...draft?.values, ...typed } });
    // A draft that only comes back keeps its age.
    if (!draft || Object.keys(typed).length > 0) this.saveDraft();
  }

  /** Takes the context of an update. */
  update(context: FormContext): void {
    this.#context = { ...context, t: context.translatorFor(languages) };
  }

  /** Keeps the values that stand in the form now. */
  saveDraft(): void {
    if (this.#draftMode === 'off') return;
    const mayStore = this.#draftMode === 'session';
    this.#drafts.keep({ values: this.#state.values, attempts: this.#attempts }, { mayStore });
  }

  /** Checks again after a field was left with a new value, and looks for a slip in the domain of an e-mail address. */
  fieldLeft(name: string, { fields, values }: FormContext): void {
    this.#pointer.whenReleased(() => {
      if (name === 'email') this.#suggest(textValue(values, name));
      const { stage } = this.#state;
      if (stage.kind !== 'editing' || stage.fieldErrors.size === 0) return;
      const findings = check(fields, cleanValues(fields, values));
      this.#state.set({
        stage: { ...stage, fieldErrors: correctedErrors(stage.fieldErrors, name, findings) },
      });
    });
  }

  #suggest(email: string): void {
    const suggestion = likelyEmail(cleanEmail(email));
    this.#suggestion = suggestion === undefined ? undefined : { email, suggestion };
    this.#host.requestUpdate();
    if (suggestion) this.#announce(this.#context?.t('didYouMean', { email: suggestion }));
  }

  /** The suggestion for the address that stands there now. */
  get #currentSuggestion(): string | undefined {
    const { email, suggestion } = this.#suggestion ?? {};
    return this.#context && textValue(this.#context.values, 'email') === email ? suggestion : undefined;
  }

  readonly #onSuggestion = (email: string) => {
    this.#suggestion = undefined;
    this.#state.set({ values: { ...this.#state.values, email } });
    this.saveDraft();
    if (this.#context)
      this.fieldLeft('email', { ...this.#context, values: { ...this.#context.values, email } });
    void focusWhenUpdated(this.#host, '#email');
  };

  /** Forgets everything that was filled in, as if nobody had been here. */
  erase(): void {
    this.#erasing = undefined;
    this.#drafts.forget();
    this.#attempts = attempting.NO_ATTEMPTS;
    this.#reset();
    this.#state.set({ values: {} });
    this.#host.dispatchEvent(new events.CealSignupErasedEvent());
    this.#announce(this.#context?.t('erased'));
    void focusWhenUpdated(this.#host, 'form input');
  }

  /** Asks back at a place, or takes the question back. */
  #askToErase(step: ErasePlace | 'no'): void {
    const place = step === 'no' ? this.#erasing : step;
    this.#erasing = step === 'no' ? undefined : step;
    this.#host.requestUpdate();
    void focusWhenUpdated(this.#host, step === 'no' ? `#erase-${place}` : '#erase-sure');
  }

  /** Leaves the form free, with what was typed, after something threw. */
  release(): void {
    this.#erasing = undefined;
    announce('');
    const { stage } = this.#state;
    if (stage.kind === 'received') {
      // Sent once more under its key, it is received again and not twice.
      this.#attempts = stage.attempts;
      this.#state.set({ values: stage.receipt.values });
      this.saveDraft();
    }
    this.#state.set({ stage: EDITING });
  }

  /** Checks and sends, one entry at a time. Never rejects: the console names what throws, and the form is free. */
  async submit(context: FormContext): Promise<void> {
    if (this.#isSending) return;
    try {
      await this.#submit(context);
    } catch (error) {
      console.error('[ceal-widgets] <ceal-signup-form> could not send:', error);
      this.release();
    }
  }

  async #submit(formContext: FormContext): Promise<void> {
    this.update(formContext);
    const context = this.#context!;
    if (!isOpen(context.form)) return this.#fail(failed('closed'), context);
    const values = cleanValues(context.fields, context.values);
    const findings = check(context.fields, values);
    const errors = new Map<string, FieldError>(findings.map((finding) => [finding.field, finding]));
    if (firstInvalidControl(this.#host)) errors.set(CHALLENGE, { text: '' });
    if (errors.size > 0) return this.#refuse(errors, []);

    const ageMs = performance.now() - this.#shownAt;
    const content = contentFrom({ host: this.#host, context, values, ageMs });
    const { key, replaces, attempts } = attempting.nextAttempt(this.#attempts, comparable(content), newKey);
    const entry = { submissionId: key, ...(replaces.length > 0 && { replaces }), ...content };
    const sending = this.#begin(entry, context);
    if (!sending) return;
    const wasUncertain = this.#attempts.uncertain.includes(key);
    this.#attempts = attempts;
    this.saveDraft();
    announce(context.t('sending'), context.t.language, { delayMs: SENDING_DELAY_MS });
    // A button of the notice that goes meanwhile.
    const root = this.#host.shadowRoot;
    if (root?.activeElement?.closest('.alert'))
      root.querySelector<HTMLElement>('#send')?.focus({ preventScroll: true });
    this.#state.set({ stage: { kind: 'sending' } });
    this.#handleOutcome(await sending, { key, wasUncertain, context: { ...context, values } });
  }

  /** Sends, or lets the page do it; `undefined` when the page wants neither. */
  #begin(
    entry: SignupEntry,
    { isTest, endpoint, format, t }: SubmissionContext,
  ): Promise<Outcome> | undefined {
    if (isTest) return Promise.resolve(TESTED);
    const event = new events.CealSignupSubmitEvent(entry);
    const goesOn = this.#host.dispatchEvent(event);
    if (event.response) return outcomeFrom(event.response, format);
    if (!goesOn) return undefined;
    if (endpoint === undefined) return Promise.resolve(failed('no-endpoint'));
    return send({ endpoint, format, entry, onRetry: () => this.#report(t('tryingAgain')) });
  }

  readonly #announce = (text = ''): void => announce(text, this.#context?.t.language);

  #report(progress: string): void {
    announce(progress, this.#context?.t.language, ONCE);
    if (this.#isSending) this.#state.set({ stage: { kind: 'sending', progress } });
  }

  get #isSending(): boolean {
    return this.#state.stage.kind === 'sending';
  }

  #handleOutcome(outcome: Outcome, sent: Sent): void {
    if (outcome.kind === 'accepted') return this.#accept(outcome, sent);
    // An entry that an earlier try may have stored stays to be replaced.
    if (outcome.certain && !sent.wasUncertain) this.#attempts = attempting.refused(this.#attempts, sent.key);
    else if (outcome.kind === 'failed' && (outcome.keyRejected || outcome.reason === 'gone'))
      this.#attempts = attempting.keyRejected(this.#attempts);
    this.saveDraft();
    if (outcome.kind === 'failed') return this.#fail(outcome, sent.context);
    const { fieldErrors, generalErrors } = sortErrors(outcome.errors, sent.context.fields);
    if (fieldErrors.size + generalErrors.length > 0) this.#refuse(fieldErrors, generalErrors);
    else {
      const { certain, message } = outcome;
      this.#fail({ ...failed('refused', { message }), certain }, sent.context);
    }
  }

  #accept(outcome: Extract<Outcome, { kind: 'accepted' }>, { key, context }: Sent): void {
    const { form, fields, values, isTest } = context;
    const { waitingList, confirmHours, reference = shortKey(key) } = outcome;
    const edition = textValue(values, 'edition') || onlyEdition(form);
    const entered = { edition, fields, values, receivedAt: Number(Date.now()) };
    const receipt = { reference, waitingList, confirmHours, isTest, ...entered };
    this.#state.set({ stage: { kind: 'received', receipt, attempts: this.#attempts }, values: {} });
    this.#drafts.forget();
    this.#attempts = attempting.NO_ATTEMPTS;
    if (edition && !waitingList) this.#calendar.load();
    void this.#focusConfirmation();
    if (!isTest) this.#host.dispatchEvent(new events.CealSignupSubmittedEvent(key, reference, waitingList));
  }

  /** Moves the focus to the confirmation and says it: not every screen reader hears what takes the place of the form. */
  async #focusConfirmation(): Promise<void> {
    await focusWhenUpdated(this.#host, '#alert');
    this.#announce(this.#host.shadowRoot?.querySelector('#alert')?.textContent?.trim());
  }

  #refuse(fieldErrors: FieldErrors, generalErrors: readonly string[]): void {
    this.#state.set({ stage: { kind: 'editing', fieldErrors, generalErrors } });
    announce('');
    void focusWhenUpdated(this.#host, '#alert');
    this.#host.dispatchEvent(new events.CealSignupInvalidEvent([...fieldErrors.keys()]));
  }

  #fail(failure: SignupFailure, { endpoint }: FormContext): void {
    this.#state.set({ stage: { kind: 'failed', failure } });
    announce('');
    void focusWhenUpdated(this.#host, '#alert');
    warnOfFailure(endpoint, failure);
    const { reason, certain, status } = failure;
    this.#host.dispatchEvent(new events.CealSignupFailedEvent(reason, certain, status));
  }

  /** Takes back errors and notices. A form that is on its way, or was received, stays so. */
  #reset(stage: Stage = EDITING): void {
    const { kind } = this.#state.stage;
    if (kind !== 'sending' && kind !== 'received') this.#state.set({ stage });
  }

  readonly #onConnection = () => {
    const { stage } = this.#state;
    if (stage.kind !== 'failed' || stage.failure.reason !== 'offline') return;
    this.#host.requestUpdate();
    if (!isOffline()) this.#announce(this.#context?.t('backOnline'));
  };

  readonly #onAnother = () => {
    this.#state.set({ stage: EDITING });
    this.#shownAt = performance.now();
    void focusWhenUpdated(this.#host, 'form input');
  };

  readonly #onGoTo = (name: string) => {
    if (name === CHALLENGE) firstInvalidControl(this.#host)?.focus();
    else {
      const selector = `#${CSS.escape(name)}, [name="${CSS.escape(name)}"]`;
      this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
    }
  };

  /** Draws the stage with the context of this update; `undefined` before the first one. */
  render({
    onSubmit,
    onErase,
  }: Pick<StageTools, 'onSubmit'> & { readonly onErase: () => void }): StageView | undefined {
    if (!this.#context) return undefined;
    return renderStage(this.#state.stage, this.#context, {
      onSubmit,
      suggestion: this.#currentSuggestion,
      onSuggestion: this.#onSuggestion,
      erasing: this.#erasing,
      onErase: (step) => (step === 'yes' ? onErase() : this.#askToErase(step)),
      onAnother: this.#onAnother,
      onGoTo: this.#onGoTo,
      calendar: this.#calendar.module,
    });
  }
}
