import type { ReviewReason } from '../../signup/contract.js';
import type { Values } from '../../signup/fields.js';
import { onlyEdition } from '../../signup/form.js';
import { contentOf, type Content } from '../../signup/payload.js';
import type { FormContext } from '../form-context.js';
import { challengeOf } from './challenge.js';

/** Sooner than this no person has filled in a form, in milliseconds. */
const HASTE = 3_000;

/** What is sent of a form: cleaned values, and what goes with them. `age`: how long the form has been there. */
export function contentFrom(host: HTMLElement, now: FormContext, values: Values, age: number): Content {
  const { form, fields, hidden, t } = now;
  const trap = host.shadowRoot?.querySelector<HTMLInputElement>('.trap input')?.value;
  const review: ReviewReason[] = [];
  if (trap) review.push('trap');
  if (age < HASTE) review.push('haste');
  return contentOf(fields, values, {
    feed: form.document.head.id,
    signup: form.signup.id,
    edition: onlyEdition(form),
    language: t.language,
    review,
    challenge: challengeOf(host),
    hidden,
  });
}
