import { HONEYPOT_FIELD, type ReviewReason } from '../../signup/contract.js';
import type { Values } from '../../signup/fields.js';
import { onlyEdition } from '../../signup/form.js';
import { contentOf, type Content } from '../../signup/payload.js';
import type { FormContext } from '../form-context.js';
import { presetPairs } from '../presets.js';
import { challengeOf } from './challenge.js';

/** No person fills in a form sooner than this. */
const MIN_FILL_IN_MS = 3_000;

export interface ContentOptions {
  readonly host: HTMLElement;
  readonly context: FormContext;
  /** Cleaned. */
  readonly values: Values;
  /** The time since the form was shown. */
  readonly ageMs: number;
}

/** The content of an entry, with what the page and a challenge send along. */
export function contentFrom({ host, context, values, ageMs }: ContentOptions): Content {
  const { form, fields, hiddenFields, localeContext } = context;
  const review: ReviewReason[] = [];
  const honeypot = host.shadowRoot?.querySelector<HTMLInputElement>(`[name=${HONEYPOT_FIELD}]`);
  if (honeypot?.value) review.push('honeypot');
  if (ageMs < MIN_FILL_IN_MS) review.push('tooFast');
  return contentOf(fields, values, {
    feed: form.document.head.id,
    signup: form.signup.id,
    edition: onlyEdition(form),
    language: localeContext.locale,
    review,
    challenge: challengeOf(host),
    hidden: Object.fromEntries(presetPairs(hiddenFields)),
  });
}
