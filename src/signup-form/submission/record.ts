import { formatMoment } from '../../dates/format.js';
import { type Text, plainText } from '../../i18n/text.js';
import { labelOf } from '../field.js';
import { listValue, takesSeveral, textValue, type Field, type Values } from '../../signup/fields.js';
import type { DeskSituation } from './locales/index.js';

/** What was sent, as the visitor keeps it. */
export interface Sent {
  readonly reference: string;
  readonly at: number;
  readonly fields: readonly Field[];
  readonly values: Values;
}

/** A sign-up as plain text, for the visitor to keep. */
export function recordOf(sent: Sent, situation: DeskSituation): string {
  const { form, localeContext, contact, t } = situation;
  const answers = sent.fields.flatMap((field) => {
    const answer = answerTo(field, sent.values, situation);
    return answer ? ['', labelOf(field, { t, localeContext, age: form.signup.minimumAge }), answer] : [];
  });
  const nextSteps = plainText(form.signup.nextSteps, localeContext);
  return [
    t('recordTitle', { title: plainText(form.signup.title, localeContext) }),
    t('recordReference', { reference: sent.reference }),
    t('recordDate', { date: formatMoment(sent.at, t.language) }),
    t('recordContact', { contact: plainText(contact, localeContext) }),
    ...(nextSteps ? ['', nextSteps] : []),
    ...answers,
    '',
  ].join('\r\n');
}

function answerTo(field: Field, values: Values, { t, localeContext }: DeskSituation): string {
  const { name, kind, options } = field;
  const chosen = takesSeveral(field) ? listValue(values, name) : [textValue(values, name)].filter(Boolean);
  const word = (value: string) => {
    if (kind === 'yes-no' || kind === 'tick') return t(value === 'yes' ? 'yes' : 'no');
    const label: Text | undefined = options.find(({ id }) => id === value)?.label;
    return label ? plainText(label, localeContext) : value;
  };
  return chosen.map(word).join('\r\n');
}
