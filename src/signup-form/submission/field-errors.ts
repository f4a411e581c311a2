import { ANSWER_PREFIX } from '../../signup/contract.js';
import type { Field } from '../../signup/fields.js';
import type { Finding } from '../../signup/rules.js';
import type { ReceiverError } from '../problem.js';
import type { FieldError, FieldErrors } from '../stage.js';
import { CHALLENGE } from './wording.js';
import { flatMap } from '../../lists.js';

/** The errors that are left after a field was corrected. What the receiver said of that field no longer holds. */
export function correctedErrors(
  errors: FieldErrors,
  corrected: string,
  findings: readonly Finding[],
): FieldErrors {
  const found = new Map(findings.map((finding) => [finding.field, finding]));
  const left = flatMap([...errors], ([name, error]): [string, FieldError][] => {
    const isFromReceiver = 'text' in error && name !== corrected;
    const current = isFromReceiver ? error : found.get(name);
    return current ? [[name, current]] : [];
  });
  const finding = found.get(corrected);
  return new Map(finding && !errors.has(corrected) ? [...left, [corrected, finding]] : left);
}

/** A receiver's errors by field where there is such a field; services leave out the `answers.` before its name. */
export function sortErrors(
  errors: readonly ReceiverError[],
  fields: readonly Field[],
): { readonly fieldErrors: FieldErrors; readonly generalErrors: readonly string[] } {
  const fieldErrors = new Map<string, FieldError>();
  const generalErrors: string[] = [];
  const names = [...fields.map(({ name }) => name), CHALLENGE];
  for (const error of errors) {
    const { field, text } = error;
    const name = names.filter((known) => known === field || known === `${ANSWER_PREFIX}${field}`)[0];
    if (name === undefined) generalErrors.push(text);
    else if (!fieldErrors.has(name)) fieldErrors.set(name, error);
  }
  return { fieldErrors, generalErrors: generalErrors.filter(Boolean) };
}
