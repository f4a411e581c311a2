import { ANSWER_PREFIX } from '../../signup/contract.js';
import { CONSENTS, type Field } from '../../signup/fields.js';
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

/** A receiver's errors by field where there is such a field, and its texts about anything else. */
export function sortErrors(
  errors: readonly ReceiverError[],
  fields: readonly Field[],
): { readonly fieldErrors: FieldErrors; readonly generalErrors: readonly string[] } {
  const fieldErrors = new Map<string, FieldError>();
  const generalErrors = new Set<string>();
  const names = [...fields.map(({ name }) => name), CHALLENGE];
  const consents = fields.filter(({ name }) => CONSENTS.includes(name));
  /** Some services name a consent only by its id. */
  const consentWith = (id: string) =>
    consents.filter(({ options }) => options.some((option) => option.id === id))[0]?.name;
  for (const error of errors) {
    const name = error.field && (fieldAt(error.field, names) ?? consentWith(error.field));
    if (!name) generalErrors.add(error.text);
    else if (!fieldErrors.has(name)) fieldErrors.set(name, error);
  }
  return { fieldErrors, generalErrors: [...generalErrors].filter(Boolean) };
}

/** Steps that some receivers put before the name of a field. */
const WRAPPERS = /^(?:body|data|attributes|entry|fields?)\./;

/**
 * The field that a place lies in: it may be one of several values, as in `consents.0`. Services leave out the `answers.`
 * before a name, and some write names with a capital.
 */
function fieldAt(place: string, names: readonly string[]): string | undefined {
  const path = `${place.toLowerCase()}.`;
  const found = names
    .filter((name) =>
      [name, name.replace(ANSWER_PREFIX, '')].some((known) => path.startsWith(`${known.toLowerCase()}.`)),
    )
    .sort((one, other) => other.length - one.length);
  const inner = place.replace(WRAPPERS, '');
  return found[0] ?? (inner === place ? undefined : fieldAt(inner, names));
}
