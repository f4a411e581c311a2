import type { FieldProblem } from '../signup/contract.js';
import { messageCode, type Finding, type RuleCode } from '../signup/rules.js';
import type { ReceiverTranslator } from './locales/index.js';

/** One part of an entry that does not fit. Beside the rules of the form, only other clients can break the others. */
export interface EntryError {
  /** Keys from the top of the entry: `answers`, `idea`. */
  readonly path: readonly string[];
  readonly code: RuleCode | 'type' | 'too-many' | 'other-feed' | 'email-dash';
  readonly detail?: Finding['detail'];
  readonly params?: Finding['params'];
}

/** An error as it is sent, in the visitor's language. */
export function toFieldProblem(error: EntryError, t: ReceiverTranslator): FieldProblem {
  const { path, code, detail, params = {} } = error;
  const message = detail ? messageCode({ code: code as RuleCode, detail }) : code;
  return { pointer: toPointer(path), code, detail: t(`rule.${message}`, params) };
}

/** A JSON Pointer as a fragment (RFC 6901 §6). */
function toPointer(path: readonly string[]): string {
  const steps = path.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#${steps.map((step) => `/${encodeURIComponent(step)}`).join('')}`;
}
