import type { Text } from '../i18n/text.js';
import type { Signup } from '../feed/sections/signups.js';
import { ANSWER_PREFIX, MAX_LENGTH } from './contract.js';

/** Values of the fields by name: text, or the chosen ids of a field that takes several. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

export type FieldKind =
  'text' | 'name' | 'email' | 'phone' | 'long-text' | 'choice' | 'choices' | 'yes-no' | 'tick';

export interface FieldOption {
  readonly id: string;
  readonly label: Text;
}

/** Names of the fields that the form has by itself; their labels stand in the locale files of form and receiver. */
export const BUILT_IN_FIELDS = [
  'edition',
  'name',
  'email',
  'phone',
  'roles',
  'part',
  'oldEnough',
  'guardian',
  'guardianAgrees',
  'consents',
] as const;
export type BuiltInFieldName = (typeof BUILT_IN_FIELDS)[number];

/** A question of the form. Its name is its place in the entry, as `email` or `answers.idea`. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Text of the feed; a built-in field has none. */
  readonly label?: Text | undefined;
  readonly help?: Text | undefined;
  readonly options: readonly FieldOption[];
  /** Age in years; under it the answer `no` is refused. */
  readonly refusedUnder?: number | undefined;
}

/** The choices that do not stand in the sign-up itself. */
export interface FieldChoices {
  readonly editions: readonly FieldOption[];
  readonly parts: readonly FieldOption[];
}

/** The fields of a sign-up, in order. Some depend on the answers before them. */
export function fieldsOf(signup: Signup, choices: FieldChoices, values: Values): readonly Field[] {
  const { contact, minimumAge } = signup;
  const refused = signup.underAge === 'refused';
  const fields: Field[] = [];
  const add = (
    name: BuiltInFieldName | `answers.${string}`,
    kind: FieldKind,
    required: boolean,
    more: Partial<Field> = {},
  ) => fields.push({ name, kind, required, options: [], ...more });

  if (choices.editions.length > 1) add('edition', 'choice', true, { options: choices.editions });
  add('name', 'name', true);
  if (contact !== 'phone') add('email', 'email', contact === 'email');
  if (contact !== 'email') add('phone', 'phone', contact === 'phone');
  if (signup.roles.length > 0) add('roles', 'choices', true, { options: signup.roles });
  if (choices.parts.length > 1) add('part', 'choice', false, { options: choices.parts });
  for (const { id, kind, label, help, required = false, options } of signup.questions)
    add(`${ANSWER_PREFIX}${id}`, kind, required, { label, help, options });
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

/** Fields that are never kept or filled in beforehand: a consent counts only when it is given now. */
export const CONSENTS = ['consents', 'guardianAgrees'];

/** Names of the fields that say how to reach somebody. */
export const CONTACT_FIELDS: readonly string[] = ['email', 'phone'];

/** @returns whether the value of the field is a list of ids. */
export function takesSeveral(field: Field): boolean {
  return field.kind === 'choices';
}

/** The maximum length in UTF-16 code units; `undefined` where something is chosen. */
export function maxLength(field: Field): number | undefined {
  return MAX_LENGTH[field.kind as keyof typeof MAX_LENGTH];
}

/** The value of a field that takes one; empty where it has none. */
export function textValue(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

/** The values of a field that takes several; empty where it has none. */
export function listValue(values: Values, name: string): readonly string[] {
  const value = values[name];
  return typeof value === 'object' ? value : [];
}
