import type { FieldProblem } from '../signup/contract.js';
import type { RuleCode } from '../signup/rules.js';
import { t, type Language } from './words.js';

/** What is wrong with one part of an entry. Beside the rules of the form, what only other clients can do wrong. */
export interface Complaint {
  /** From the top of the entry: `answers`, `idea`. */
  readonly path: readonly string[];
  readonly code: RuleCode | 'type' | 'too-many' | 'other-feed';
  readonly params?: Readonly<Record<string, number>>;
}

/** A complaint as it travels, in the visitor's language. */
export function fieldProblem({ path, code, params = {} }: Complaint, language: Language): FieldProblem {
  return { pointer: pointer(path), code, detail: t(language, `rule.${code}`, params) };
}

/** A JSON Pointer as a fragment (RFC 6901 §6). */
function pointer(path: readonly string[]): string {
  const steps = path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return `#${steps.map((step) => `/${encodeURIComponent(step.slice(1))}`).join('')}`;
}
