import { cleanEmail, cleanPhone, emailFault, phoneFault, type ContactFault } from './contact.js';
import {
  CONTACT_FIELDS,
  listValue,
  maxLength,
  takesSeveral,
  textValue,
  type Field,
  type Values,
} from './fields.js';

/** Reasons why a field is not filled in well. The form and the receiver each have words of their own for them. */
export type RuleCode =
  'empty' | 'choose' | 'contact' | 'email' | 'phone' | 'long' | 'unknown' | 'too-young' | 'tick';

export interface Finding {
  readonly field: string;
  readonly code: RuleCode;
  /** More about the code, where it is known; `messageCode` has both. */
  readonly detail?: ContactFault['detail'];
  readonly params: Readonly<Record<string, string | number>>;
}

/** Codes of messages: a rule, or a rule with its detail. */
export type MessageCode = RuleCode | 'email-blank' | 'email-sign' | 'phone-sign' | 'phone-digits';

export function messageCode({ code, detail }: Pick<Finding, 'code' | 'detail'>): MessageCode {
  return detail ? (`${code}-${detail}` as MessageCode) : code;
}

/** Control characters and marks that turn the direction of the text around them: of no use in an answer. */
const UNSAFE = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;
const INVISIBLE = /[\p{C}\p{Z}]/gu;

/** A text without characters that a file, a database or a reader could choke on; not normalised. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, '').replace(LONE_SURROGATES, '\ufffd');
}

/**
 * A text as it is kept: safe, in one writing, and without space around it; the same when it is cleaned again. Line breaks
 * become spaces unless `multiline` is set.
 */
export function cleanText(text: string, { multiline = false } = {}): string {
  // Normalised last: what was taken out may have stood between a letter and its mark.
  const safe = safeText(text).normalize('NFC');
  const lines = multiline ? safe.replace(/\r\n?/g, '\n') : safe.replace(/\s+/g, ' ');
  return lines.replace(INVISIBLE, '') === '' ? '' : lines.trim();
}

/** The values of these fields as they are sent: cleaned, without repeats and without empty ones. */
export function cleanValues(fields: readonly Field[], values: Values): Values {
  const clean: Record<string, string | readonly string[]> = {};
  for (const field of fields) {
    const { name } = field;
    if (takesSeveral(field)) {
      const chosen = [...new Set(listValue(values, name))];
      if (chosen.length > 0) clean[name] = chosen;
    } else {
      const text = cleanText(textValue(values, name), { multiline: field.kind === 'long-text' });
      const kept =
        field.kind === 'email' ? cleanEmail(text) : field.kind === 'phone' ? cleanPhone(text) : text;
      if (kept) clean[name] = kept;
    }
  }
  return clean;
}

/**
 * Checks cleaned values: findings in the order of the fields, at most one a field. The form checks before it sends, the
 * receiver before it stores.
 */
export function check(fields: readonly Field[], values: Values): readonly Finding[] {
  const findings: Finding[] = [];
  const has = (name: string) => fields.some((field) => field.name === name);
  const reachable = CONTACT_FIELDS.some((name) => values[name] !== undefined);
  for (const field of fields) {
    const finding = checkField(field, values);
    if (finding) findings.push(finding);
    else if (field.name === 'email' && has('phone') && !reachable) findings.push(found(field, 'contact'));
  }
  return findings;
}

function checkField(field: Field, values: Values): Finding | undefined {
  const max = maxLength(field);
  const chosen = takesSeveral(field) ? listValue(values, field.name) : [textValue(values, field.name)];
  const filled = chosen.filter((value) => value !== '');
  if (filled.length === 0) return field.required ? found(field, missingCode(field)) : undefined;
  if (max === undefined) {
    const known = knownValues(field);
    if (filled.some((value) => !known.includes(value))) return found(field, 'unknown');
    const { refusedUnder } = field;
    return refusedUnder && filled[0] === 'no' ? found(field, 'too-young', { age: refusedUnder }) : undefined;
  }
  const text = filled[0]!;
  if (text.length > max) return found(field, 'long', { max, length: text.length });
  if (field.kind !== 'email' && field.kind !== 'phone') return undefined;
  const fault = field.kind === 'email' ? emailFault(text) : phoneFault(text);
  return fault && { field: field.name, code: field.kind, ...fault };
}

function missingCode(field: Field): RuleCode {
  if (field.kind === 'tick') return 'tick';
  return maxLength(field) === undefined ? 'choose' : 'empty';
}

function knownValues(field: Field): readonly string[] {
  if (field.kind === 'yes-no') return ['yes', 'no'];
  return field.kind === 'tick' ? ['yes'] : field.options.map((option) => option.id);
}

function found(field: Field, code: RuleCode, params: Finding['params'] = {}): Finding {
  return { field: field.name, code, params };
}
