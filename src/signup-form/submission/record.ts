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
  const { form, reader, contact, say } = situation;
  const answers = sent.fields.flatMap((field) => {
    const answer = answerTo(field, sent.values, situation);
    return answer ? ['', labelOf(field, { say, reader, age: form.signup.minimumAge }), answer] : [];
  });
  const next = plainText(form.signup.next, reader);
  return [
    say('recordTitle', { title: plainText(form.signup.title, reader) }),
    say('recordReference', { reference: sent.reference }),
    say('recordDate', { date: formatMoment(sent.at, say.language) }),
    say('recordContact', { contact: plainText(contact, reader) }),
    ...(next ? ['', next] : []),
    ...answers,
    '',
  ].join('\r\n');
}

function answerTo(field: Field, values: Values, { say, reader }: DeskSituation): string {
  const { name, kind, options } = field;
  const chosen = takesSeveral(field) ? listValue(values, name) : [textValue(values, name)].filter(Boolean);
  const word = (value: string) => {
    if (kind === 'yes-no' || kind === 'tick') return say(value === 'yes' ? 'yes' : 'no');
    const label: Text | undefined = options.find(({ id }) => id === value)?.label;
    return label ? plainText(label, reader) : value;
  };
  return chosen.map(word).join('\r\n');
}
