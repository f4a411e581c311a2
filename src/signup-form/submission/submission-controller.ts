import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { announce } from '../../element/announcer.js';
import { LazyModule } from '../../element/controllers/lazy-module.js';
import { isOffline } from '../../feed/network.js';
import * as attempting from '../attempts.js';
import type { SignupEntry } from '../../signup/contract.js';
import { draftKey } from '../draft.js';
import * as events from '../events.js';
import { textValue, type Values } from '../../signup/fields.js';
import { isOpen, onlyEdition } from '../../signup/form.js';
import type { Outcome } from '../outcome.js';
import { comparable } from '../../signup/payload.js';
import { check, cleanValues } from '../../signup/rules.js';
import { outcomeFrom, send } from '../send.js';
import type { FormContext } from '../form-context.js';
import { undoneIn } from './challenge.js';
import { confirmation, type Calendar, type Receipt } from './confirmation.js';
import { contentFrom } from './content.js';
import { DraftKeeper } from './draft-keeper.js';
import { hintOwner } from './warn-site-owner.js';
import type { DeskSituation } from './locales/index.js';
import { newKey, shortened } from './new-key.js';
import { Press } from './press.js';
import { failureNotice, restoredNotice, summary } from './summary.js';
import { CHALLENGE, sayWrong, type Failed, type Wrong } from './wording.js';
import { correctedWrongs, sortedComplaints } from './field-errors.js';

export { freePlaces } from './availability.js';
export { languages } from './locales/index.js';

const TESTED: Outcome = { kind: 'accepted', waitingList: false };

/**
 * Where the form is handed in: it checks what is filled in, keeps it as a draft, sends it and says how that ended. Its
 * code comes while the form is there to be read already.
 */
export class SubmissionController implements ReactiveController {
  sending = false;
  /** What there is to say of that. */
  progress: string | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #ask: () => DeskSituation | undefined;
  readonly #fill: (values: Values) => void;
  readonly #drafts: DraftKeeper;
  readonly #press: Press;
  /** Comes when somebody has signed up. */
  readonly #calendar: LazyModule<Calendar>;
  #opened = performance.now();
  #attempts = attempting.NO_ATTEMPTS;
  #restored: 'filled' | 'unsure' | undefined;
  #wrong: ReadonlyMap<string, Wrong> = new Map();
  /** What the receiver finds wrong with none of the fields. */
  #loose: readonly string[] = [];
  #failure: Failed | undefined;
  #receipt: Receipt | undefined;

  /** `ask` tells how things stand, `fill` puts values into the form. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    ask: () => FormContext | undefined,
    fill: (values: Values) => void,
  ) {
    this.#host = host;
    // The element speaks with the words below as soon as they are there.
    this.#ask = ask as () => DeskSituation | undefined;
    this.#fill = fill;
    this.#drafts = new DraftKeeper(host);
    this.#press = new Press(host);
    this.#calendar = new LazyModule(host, () => import('./meetings.js'));
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

  hostUpdate(): void {
    const now = this.#ask();
    if (now) this.#restore(now);
  }

  /** What is wrong, in words, by field. */
  get errors(): ReadonlyMap<string, string> {
    const now = this.#ask();
    if (!now) return new Map();
    return new Map([...this.#wrong].map(([name, wrong]) => [name, sayWrong(name, wrong, now)]));
  }

  /** Keeps what stands in the form now. */
  keep(): void {
    const now = this.#ask();
    if (now && !now.testing) this.#drafts.keep({ values: now.typed, attempts: this.#attempts }, now.keeps);
  }

  /** A field was left with something new in it. */
  left(name: string): void {
    if (this.#wrong.size === 0) return;
    this.#press.afterwards(() => {
      const now = this.#ask();
      if (!now) return;
      this.#wrong = correctedWrongs(
        this.#wrong,
        name,
        check(now.fields, cleanValues(now.fields, now.values)),
      );
      this.#host.requestUpdate();
    });
  }

  /** Forgets everything that was filled in, as if nobody had been here. */
  erase(): void {
    this.#drafts.forget();
    this.#attempts = attempting.NO_ATTEMPTS;
    this.#settle();
    this.#fill({});
    this.#host.dispatchEvent(new events.CealSignupErasedEvent());
    const now = this.#ask();
    if (now) announce(now.t('erased'));
    this.#focus('form input');
  }

  /** Checks and sends. While something is on its way, nothing else is sent. */
  async submit(): Promise<void> {
    const now = this.#ask();
    if (!now || this.sending) return;
    if (!isOpen(now.form)) return this.#fail({ kind: 'failed', reason: 'closed', sure: true }, now);
    const values = cleanValues(now.fields, now.values);
    const wrong = new Map<string, Wrong>(check(now.fields, values).map((found) => [found.field, found]));
    if (undoneIn(this.#host)) wrong.set(CHALLENGE, { text: '' });
    if (wrong.size > 0) return this.#refuse(wrong, []);

    const content = contentFrom(this.#host, now, values, performance.now() - this.#opened);
    const { key, replaces, attempts } = attempting.nextAttempt(this.#attempts, comparable(content), newKey);
    const entry = { submissionId: key, ...(replaces.length > 0 && { replaces }), ...content };
    const sending = this.#begin(entry, now);
    if (!sending) return;
    const doubted = this.#attempts.unsure.includes(key);
    this.#attempts = attempts;
    this.keep();
    this.#settle();
    this.sending = true;
    announce(now.t('sending'));
    const outcome = await sending;
    this.sending = false;
    this.progress = undefined;
    this.#conclude(outcome, key, doubted, { ...now, values });
  }

  /** Sends, or lets the page do it; nothing when the page wants neither. */
  #begin(entry: SignupEntry, { testing, endpoint, format, t }: DeskSituation): Promise<Outcome> | undefined {
    if (testing) return Promise.resolve(TESTED);
    const event = new events.CealSignupSubmitEvent(entry);
    const goesOn = this.#host.dispatchEvent(event);
    if (event.response) return outcomeFrom(event.response, format);
    if (!goesOn) return undefined;
    if (endpoint === undefined)
      return Promise.resolve({ kind: 'failed', reason: 'no-endpoint', sure: true } as const);
    return send(endpoint, format, entry, () => this.#tell(t('tryingAgain')));
  }

  #tell(progress: string): void {
    this.progress = progress;
    announce(progress);
    this.#host.requestUpdate();
  }

  #conclude(outcome: Outcome, key: string, doubted: boolean, sent: DeskSituation): void {
    if (outcome.kind === 'accepted') return this.#accept(outcome, key, sent);
    // What may have been stored by an earlier try stays to be replaced.
    if (outcome.sure && !doubted) this.#attempts = attempting.refused(this.#attempts, key);
    else if (outcome.kind === 'failed' && (outcome.spent || outcome.reason === 'gone'))
      this.#attempts = attempting.spent(this.#attempts);
    this.keep();
    if (outcome.kind === 'failed') return this.#fail(outcome, sent);
    const { wrong, loose } = sortedComplaints(outcome.complaints, sent.fields);
    if (wrong.size + loose.length > 0) this.#refuse(wrong, loose);
    else this.#fail({ kind: 'failed', reason: 'refused', sure: outcome.sure }, sent);
  }

  #accept(outcome: Extract<Outcome, { kind: 'accepted' }>, key: string, sent: DeskSituation): void {
    const { form, fields, values, testing } = sent;
    const { waitingList, reference = shortened(key) } = outcome;
    this.#drafts.forget();
    this.#attempts = attempting.NO_ATTEMPTS;
    this.#settle();
    const edition = textValue(values, 'edition') || onlyEdition(form);
    this.#receipt = { reference, waitingList, testing, edition, fields, values, at: Date.now() };
    if (edition && !waitingList) this.#calendar.load();
    this.#fill({});
    this.#focus('#alert');
    if (!testing) this.#host.dispatchEvent(new events.CealSignupSubmittedEvent(key, reference, waitingList));
  }

  #refuse(wrong: ReadonlyMap<string, Wrong>, loose: readonly string[]): void {
    this.#settle();
    this.#wrong = wrong;
    this.#loose = loose;
    this.#focus('#alert');
    this.#host.dispatchEvent(new events.CealSignupInvalidEvent([...wrong.keys()]));
  }

  #fail(failure: Failed, { endpoint }: DeskSituation): void {
    this.#settle();
    this.#failure = failure;
    this.#focus('#alert');
    hintOwner(endpoint, failure);
    const { reason, sure, status } = failure;
    this.#host.dispatchEvent(new events.CealSignupFailedEvent(reason, sure, status));
  }

  /** Nothing more to say about what was before. */
  #settle(): void {
    this.#wrong = new Map();
    this.#loose = [];
    this.#failure = this.#restored = undefined;
    this.#host.requestUpdate();
  }

  #restore({ form, typed, keeps, testing }: DeskSituation): void {
    const key = draftKey(form.document.head.id ?? '', form.signup.id, this.#host.id);
    const turned = this.#drafts.turnTo(key);
    if (!turned) return;
    const draft = keeps && !testing ? turned.draft : undefined;
    if (!turned.isFirst) this.#settle();
    this.#attempts = draft?.attempts ?? attempting.NO_ATTEMPTS;
    if (draft) this.#restored = draft.attempts.unsure.length > 0 ? 'unsure' : 'filled';
    this.#fill({ ...draft?.values, ...(turned.isFirst && typed) });
    this.keep();
  }

  readonly #onConnection = () => {
    if (this.#failure?.reason !== 'offline') return;
    this.#host.requestUpdate();
    const now = this.#ask();
    if (now && !isOffline()) announce(now.t('backOnline'));
  };

  readonly #onAnother = () => {
    this.#receipt = undefined;
    this.#opened = performance.now();
    this.#host.requestUpdate();
    this.#focus('form input');
  };

  readonly #onGo = (name: string) => {
    if (name === CHALLENGE) undoneIn(this.#host)?.focus();
    else this.#find(`#${CSS.escape(name)}, [name="${CSS.escape(name)}"]`)?.focus();
  };

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#find(selector)?.focus());
  }

  #find(selector: string): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector);
  }

  /** What stands above the form. */
  renderAbove(onSubmit: (event: Event) => void, onErase: () => void): unknown {
    const now = this.#ask();
    if (!now) return nothing;
    if (this.#failure) return failureNotice(this.#failure, !isOffline(), now, onSubmit);
    if (this.#wrong.size + this.#loose.length > 0) return summary(this.errors, this.#loose, now, this.#onGo);
    return this.#restored ? restoredNotice(this.#restored === 'unsure', now, onErase) : nothing;
  }

  /** What stands in the place of the form. */
  renderInstead(): TemplateResult | undefined {
    const now = this.#ask();
    return now && this.#receipt && confirmation(this.#receipt, now, this.#calendar.module, this.#onAnother);
  }
}
