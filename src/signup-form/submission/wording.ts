import { labelOf } from '../field.js';
import type { Outcome } from '../outcome.js';
import type { Complaint } from '../problem.js';
import type { Finding, RuleCode } from '../../signup/rules.js';
import type { SubmissionMessages, DeskSituation, SubmissionTranslator } from './locales/index.js';

/** What is wrong with a field: found here, or told by the receiver in its own words. */
export type Wrong = Pick<Finding, 'code' | 'params'> | Complaint;

export type Failed = Extract<Outcome, { kind: 'failed' }>;

type Term = keyof SubmissionMessages;

const TERMS: Readonly<Record<RuleCode, Term>> = {
  empty: 'emptyField',
  choose: 'choose',
  contact: 'contact',
  email: 'email',
  phone: 'phone',
  long: 'long',
  unknown: 'unknown',
  'too-young': 'tooYoung',
  tick: 'tick',
};

/** What every sign-up asks has words of its own where it is left empty. */
const EMPTY_TERMS: Readonly<Record<string, Term>> = {
  name: 'nameEmpty',
  email: 'emailEmpty',
  phone: 'phoneEmpty',
  guardian: 'guardianEmpty',
};

/** What is wrong with a field, in words that say what to do: the same in the summary and at the field. */
export function sayWrong(
  name: string,
  wrong: Wrong,
  { fields, localeContext, form, t }: DeskSituation,
): string {
  const text = 'text' in wrong ? wrong.text : '';
  if (name === CHALLENGE) return text || t('challenge');
  const field = fields.find((each) => each.name === name);
  if (!field) return text;
  const age = form.signup.minimumAge ?? 0;
  const params = 'params' in wrong ? wrong.params : {};
  const fill = { label: labelOf(field, { t, localeContext, age }), age, ...params };
  const term = termOf(name, wrong.code);
  // How long is too long, only the rules know.
  const known = term && (term !== 'long' || 'max' in params);
  return known ? t(term, fill) : text || t('fieldWrong', fill);
}

function termOf(name: string, code: string | undefined): Term | undefined {
  const empty = code === 'empty' ? EMPTY_TERMS[name] : undefined;
  return empty ?? (code !== undefined && Object.hasOwn(TERMS, code) ? TERMS[code as RuleCode] : undefined);
}

/** The name under which a challenge is told of. */
export const CHALLENGE = 'challenge';

const FAILURES: Readonly<Record<Failed['reason'], Term>> = {
  offline: 'whenOffline',
  blocked: 'whenBlocked',
  'no-endpoint': 'whenNoEndpoint',
  unsure: 'whenUnsure',
  refused: 'whenRefused',
  'too-many': 'whenTooMany',
  'too-large': 'whenTooLarge',
  full: 'whenFull',
  closed: 'whenClosed',
  gone: 'whenGone',
};

/** Only the receiver knows why. */
const SAID_BETTER: readonly Failed['reason'][] = ['refused', 'gone'];

/** What happened and what can be done about it. `back`: there is a connection again. */
export function sayFailure(failure: Failed, back: boolean, { format, t }: DeskSituation): readonly string[] {
  const { reason, message, retryAfter } = failure;
  if (reason === 'offline' && back) return [t('backOnline')];
  const term = reason === 'unsure' && format !== 'json' ? 'whenUnsureTwice' : FAILURES[reason];
  const answer = message && t('receiverSays', { message });
  const lines = [answer && SAID_BETTER.includes(reason) ? answer : t(term)];
  if (retryAfter) lines.push(sayWait(retryAfter / 1_000, t));
  if (answer && !lines.includes(answer)) lines.push(answer);
  return [...lines, t('kept')];
}

function sayWait(seconds: number, t: SubmissionTranslator): string {
  return seconds > 90
    ? t('waitMinutes', { n: Math.ceil(seconds / 60) })
    : t('waitSeconds', { n: Math.ceil(seconds) });
}
