import type { Text } from '../i18n/text.js';
import type { Signup } from '../feed/sections/signups.js';
import { MAX_LENGTH } from './contract.js';

/** What stands in the fields, by name: text, or the chosen ids of a field that takes several. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

export type FieldKind =
  'text' | 'name' | 'email' | 'phone' | 'long-text' | 'choice' | 'choices' | 'yes-no' | 'tick';

export interface FieldOption {
  readonly id: string;
  readonly label: Text;
}

/** One thing that the form asks. Its name is its place in the entry, as `email` or `answers.idea`. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Words of the feed; the form has its own for what every sign-up asks. */
  readonly label?: Text | undefined;
  readonly help?: Text | undefined;
  readonly options: readonly FieldOption[];
  /** The age under which `no` is no answer that can be sent. */
  readonly refusedUnder?: number | undefined;
}

/** What can be chosen, apart from the sign-up itself. */
export interface Offer {
  readonly editions: readonly FieldOption[];
  readonly parts: readonly FieldOption[];
}

/** What a sign-up asks, in order. Some of it depends on what was answered before it. */
export function fieldsOf(signup: Signup, offer: Offer, values: Values): readonly Field[] {
  const { contact, minimumAge } = signup;
  const refused = signup.underAge === 'refused';
  const fields: Field[] = [];
  const add = (name: string, kind: FieldKind, required: boolean, more: Partial<Field> = {}) =>
    fields.push({ name, kind, required, options: [], ...more });

  if (offer.editions.length > 1) add('edition', 'choice', true, { options: offer.editions });
  add('name', 'name', true);
  if (contact !== 'phone') add('email', 'email', contact === 'email');
  if (contact !== 'email') add('phone', 'phone', contact === 'phone');
  if (signup.roles.length > 0) add('roles', 'choices', true, { options: signup.roles });
  if (offer.parts.length > 1) add('part', 'choice', false, { options: offer.parts });
  for (const { id, kind, label, help, required = false, options } of signup.questions)
    add(`answers.${id}`, kind, required, { label, help, options });
  if (minimumAge) {
    add('oldEnough', 'yes-no', true, { refusedUnder: refused ? minimumAge : undefined });
    if (!refused && values['oldEnough'] === 'no') {
      add('guardian', 'name', true);
      add('guardianAgrees', 'tick', true);
    }
  }
  if (signup.consents.length > 0) add('consents', 'choices', false, { options: signup.consents });
  return fields;
}

/** What must never be remembered or filled in beforehand: it counts only when it is given now. */
export const CONSENTS = ['consents', 'guardianAgrees'];

export function takesSeveral(field: Field): boolean {
  return field.kind === 'choices';
}

/** The longest text of a field; `undefined` where something is chosen. */
export function maxLength(field: Field): number | undefined {
  return MAX_LENGTH[field.kind as keyof typeof MAX_LENGTH];
}

export function textValue(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export function listValue(values: Values, name: string): readonly string[] {
  const value = values[name];
  return typeof value === 'object' ? value : [];
}
