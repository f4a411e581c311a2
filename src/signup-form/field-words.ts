/** The words around a field: its label, its help and its error, and the ids by which they belong to it. */
import { html, nothing, type TemplateResult } from 'lit';
import { feedText } from '../element/views/text.js';
import { type LocaleContext, plainText } from '../i18n/text.js';
import {
  CONTACT_FIELDS,
  type BuiltInFieldName,
  type Field,
  type FieldOption,
  type Values,
} from '../signup/fields.js';
import type { SignupMessages, SignupTranslator } from './locales/index.js';

/** The context that the fields of one rendering share. */
export interface FieldView {
  readonly t: SignupTranslator;
  readonly localeContext: LocaleContext;
  readonly values: Values;
  /** Error texts by field. */
  readonly errors: ReadonlyMap<string, string>;
  /** True while the form is sent: further typing would not be part of it. */
  readonly locked: boolean;
  readonly printing: boolean;
  /** The minimum age in years, where there is one. */
  readonly age: number | undefined;
  /** More about an option, as the state of an edition. */
  readonly hint: (field: Field, option: FieldOption) => OptionHint | undefined;
  /** The id of the help with a group of fields, at its first one. */
  readonly groupHelp?: string;
  /** A better e-mail address, offered beside the one that was filled in. */
  readonly suggestion?: unknown;
}

/** More about an option: what is part of its name, and what describes it. */
export interface OptionHint {
  readonly mark: unknown;
  readonly facts: unknown;
}

const HELP_MESSAGES: Readonly<Record<string, keyof SignupMessages>> = {
  name: 'nameHelp',
  guardian: 'guardianHelp',
};

/** The label of a field as text without markup, for messages about it as well. */
export function labelOf(
  field: Field,
  { t, localeContext, age = 0 }: Pick<FieldView, 't' | 'localeContext' | 'age'>,
): string {
  return field.label
    ? plainText(field.label, localeContext)
    : t(`${field.name as BuiltInFieldName}Label`, { age });
}

export function label(field: Field, view: FieldView): TemplateResult {
  const text = field.label
    ? feedText(field.label, view.localeContext, view.t.language)
    : labelOf(field, view);
  // Of the ways to reach somebody one is enough; their group says so.
  const isUnmarked = field.required || CONTACT_FIELDS.includes(field.name);
  return html`${text}${isUnmarked ? nothing : mark(view)}`;
}

/** Words behind a label: whether there has to be an answer. The blank is in the element: one between two is lost in names. */
export function mark({ t }: FieldView, term: 'optional' | 'chooseOne' = 'optional'): TemplateResult {
  return html`<span class="optional">${` (${t(term)})`}</span>`;
}

/** Help and error stand before the field, where they are read before it is reached. */
export function about(field: Field, view: FieldView): TemplateResult {
  const help = helpOf(field, view);
  return html`
    ${help ? html`<p class="help" part="help" id="${field.name}-help">${help}</p>` : nothing}
    ${errorText(field, view)}
  `;
}

export function errorId({ name }: Field, { errors }: FieldView): string | false {
  return errors.has(name) && `${name}-error`;
}

export function errorText(field: Field, view: FieldView): unknown {
  const id = errorId(field, view);
  return id ? html`<p class="error" part="error-text" id=${id}>${view.errors.get(field.name)}</p>` : nothing;
}

function helpOf(field: Field, { t, localeContext }: FieldView): unknown {
  if (field.help) return feedText(field.help, localeContext, t.language);
  const severalKey = field.required ? 'severalNeeded' : 'severalHelp';
  const key = HELP_MESSAGES[field.name] ?? (field.kind === 'choices' ? severalKey : undefined);
  return key && t(key);
}

export function descriptionOf(field: Field, view: FieldView): unknown {
  return idList(...descriptionIds(field, view));
}

/** The ids of the help and the error of a field. */
export function descriptionIds(field: Field, view: FieldView): readonly unknown[] {
  return [view.groupHelp, helpOf(field, view) && `${field.name}-help`, errorId(field, view)];
}

/** The value of an attribute that lists ids; no attribute without any. */
export function idList(...ids: readonly unknown[]): unknown {
  return ids.filter(Boolean).join(' ') || nothing;
}
