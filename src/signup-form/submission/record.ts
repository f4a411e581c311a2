import { formatMoment } from '../../dates/format.js';
import { type Text, plainText } from '../../i18n/text.js';
import { listValue, takesSeveral, textValue, type Field, type Values } from '../../signup/fields.js';
import { labelOf } from '../field-words.js';
import type { Receipt } from '../stage.js';
import type { SubmissionContext } from './locales/index.js';
import { flatMap } from '../../lists.js';

/** A sign-up as plain text, for the visitor to keep. */
export function recordOf(receipt: Receipt, context: SubmissionContext): string {
  const { form, localeContext, contact, t } = context;
  const answers = flatMap(receipt.fields, (field) => {
    const answer = answerTo(field, receipt.values, context);
    return answer ? ['', labelOf(field, { t, localeContext, age: form.signup.minimumAge }), answer] : [];
  });
  const nextSteps = plainText(form.signup.nextSteps, localeContext);
  return [
    t('recordTitle', { title: plainText(form.signup.title, localeContext) }),
    t('recordReference', { reference: receipt.reference }),
    t('recordDate', { date: formatMoment(receipt.receivedAt, t.language) }),
    t('recordContact', { contact: plainText(contact, localeContext) }),
    ...(receipt.confirmHours ? ['', t('doneConfirmText', { n: receipt.confirmHours })] : []),
    ...(nextSteps ? ['', nextSteps] : []),
    ...answers,
    '',
  ].join('\r\n');
}

function answerTo(field: Field, values: Values, { t, localeContext }: SubmissionContext): string {
  const { name, kind, options } = field;
  const chosen = takesSeveral(field) ? listValue(values, name) : [textValue(values, name)].filter(Boolean);
  const textOf = (value: string) => {
    if (kind === 'yes-no' || kind === 'tick') return t(value === 'yes' ? 'yes' : 'no');
    const label: Text | undefined = options.filter(({ id }) => id === value)[0]?.label;
    return label ? plainText(label, localeContext) : value;
  };
  return chosen.map(textOf).join('\r\n');
}
