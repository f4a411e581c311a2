import { isOffline } from '../../feed/network.js';
import { messageCode, type Finding, type MessageCode, type RuleCode } from '../../signup/rules.js';
import { labelOf } from '../field-words.js';
import type { SignupFailure } from '../outcome.js';
import type { ReceiverError } from '../problem.js';
import type { FieldError } from '../stage.js';
import type { SubmissionContext, SubmissionMessages, SubmissionTranslator } from './locales/index.js';

type MessageKey = keyof SubmissionMessages;

const RULE_MESSAGES: Readonly<Record<MessageCode, MessageKey>> = {
  empty: 'emptyField',
  choose: 'choose',
  contact: 'contact',
  email: 'email',
  'email-blank': 'emailBlank',
  'email-sign': 'emailSign',
  phone: 'phone',
  'phone-sign': 'phoneSign',
  'phone-digits': 'phoneDigits',
  long: 'long',
  unknown: 'unknown',
  'too-young': 'tooYoung',
  tick: 'tick',
};

/** Built-in fields with a message of their own where they are left empty. */
const EMPTY_MESSAGES: Readonly<Record<string, MessageKey>> = {
  name: 'nameEmpty',
  email: 'emailEmpty',
  phone: 'phoneEmpty',
  guardian: 'guardianEmpty',
};

/** The name under which errors of a challenge are kept. */
export const CHALLENGE = 'challenge';

/** The text of an error, which says what to do: the same in the summary and at the field. */
export function fieldErrorText(
  name: string,
  error: FieldError,
  { fields, localeContext, form, t }: SubmissionContext,
): string {
  const { text = '', ...finding }: Partial<Omit<Finding, 'code'> & ReceiverError> = error;
  const { params = {} } = finding;
  if (name === CHALLENGE) return text || t('challenge');
  const field = fields.filter((candidate) => candidate.name === name)[0];
  if (!field) return text;
  const age = form.signup.minimumAge ?? 0;
  const args = { label: labelOf(field, { t, localeContext, age }), age, ...params };
  const key = messageKeyOf(name, finding);
  // The limit of a length is known only to the rules.
  const isKnown = key && (key !== 'long' || 'max' in params);
  return isKnown ? t(key, args) : text || t('fieldWrong', args);
}

function messageKeyOf(
  name: string,
  { code = '', detail }: Partial<Pick<ReceiverError, 'code'> & Pick<Finding, 'detail'>>,
): MessageKey | undefined {
  const known = messageCode({ code: code as RuleCode, detail });
  const ofRule = Object.hasOwn(RULE_MESSAGES, known) ? RULE_MESSAGES[known] : undefined;
  return (code === 'empty' && EMPTY_MESSAGES[name]) || ofRule;
}

const FAILURE_MESSAGES: Readonly<Record<SignupFailure['reason'], MessageKey>> = {
  offline: 'whenOffline',
  blocked: 'whenBlocked',
  'no-endpoint': 'whenNoEndpoint',
  uncertain: 'whenUncertain',
  refused: 'whenRefused',
  'too-many': 'whenTooMany',
  'too-large': 'whenTooLarge',
  full: 'whenFull',
  closed: 'whenClosed',
  gone: 'whenGone',
};

/** Reasons that only the receiver can explain. */
const EXPLAINED_BY_RECEIVER: readonly SignupFailure['reason'][] = ['refused', 'gone'];

/** Sentences that say what happened and what can be done about it. */
export function failureTexts(
  { reason, message, retryAfterMs }: SignupFailure,
  { format, t }: SubmissionContext,
): readonly string[] {
  if (reason === 'offline' && !isOffline()) return [t('backOnline')];
  const key = reason === 'uncertain' && format !== 'json' ? 'whenUncertainTwice' : FAILURE_MESSAGES[reason];
  const receiverText = message && t('receiverSays', { message });
  const texts = [receiverText && EXPLAINED_BY_RECEIVER.includes(reason) ? receiverText : t(key)];
  if (retryAfterMs) texts.push(waitText(retryAfterMs / 1_000, t));
  if (receiverText && !texts.includes(receiverText)) texts.push(receiverText);
  return [...texts, t('kept')];
}

const MAX_SECONDS_IN_WORDS = 90;

function waitText(seconds: number, t: SubmissionTranslator): string {
  return seconds > MAX_SECONDS_IN_WORDS
    ? t('waitMinutes', { n: Math.ceil(seconds / 60) })
    : t('waitSeconds', { n: Math.ceil(seconds) });
}
