import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { feedText } from '../element/views/text.js';
import { type LocaleContext, plainText } from '../i18n/text.js';
import {
  listValue,
  takesSeveral,
  textValue,
  type Field,
  type FieldOption,
  type Values,
} from '../signup/fields.js';
import type { SignupMessages, SignupTranslator } from './locales/index.js';

/** What the fields of one rendering share. */
export interface FieldView {
  readonly t: SignupTranslator;
  readonly localeContext: LocaleContext;
  readonly values: Values;
  /** What is wrong, by field, in words. */
  readonly errors: ReadonlyMap<string, string>;
  /** On its way: what would be typed now is not part of it any more. */
  readonly locked: boolean;
  /** The minimum age, where there is one. */
  readonly age: number | undefined;
  /** More about an option: how it stands with an edition. */
  readonly hint: (field: Field, option: FieldOption) => unknown;
}

/** More are not read through but looked up. */
const MOST_RADIOS = 8;
const HELPS: Readonly<Record<string, keyof SignupMessages>> = {
  name: 'nameHelp',
  roles: 'severalHelp',
  guardian: 'guardianHelp',
};

/** What a field asks, in words without markup; for messages about it as well. */
export function labelOf(
  field: Field,
  { t, localeContext, age = 0 }: Pick<FieldView, 't' | 'localeContext' | 'age'>,
): string {
  return field.label
    ? plainText(field.label, localeContext)
    : t(`${field.name}Label` as keyof SignupMessages, { age });
}

/** A field with its label, its help and what is wrong with it, in the order in which it is read. */
export function fieldRow(field: Field, view: FieldView): TemplateResult {
  const { kind, name } = field;
  if (kind === 'choices' && name === 'consents')
    return html`${field.options.map((option) => consent(field, option, view))}`;
  if (kind === 'tick') return tick(field, view);
  const chosen =
    kind === 'yes-no' || kind === 'choices' || (kind === 'choice' && field.options.length <= MOST_RADIOS);
  return chosen ? group(field, view) : single(field, view);
}

function single(field: Field, view: FieldView): TemplateResult {
  const { name } = field;
  return html`
    <div class="field-row" part="field" data-field=${name}>
      <label class="label" for=${name}>${label(field, view)}</label>
      ${about(field, view)} ${control(field, view)}
    </div>
  `;
}

function control(field: Field, view: FieldView): TemplateResult {
  const { kind, name } = field;
  const held = textValue(view.values, name);
  const value = live(held);
  const invalid = view.errors.has(name) ? 'true' : nothing;
  const described = descriptionOf(field, view);
  if (kind === 'choice')
    return html`
      <select
        id=${name}
        name=${name}
        aria-required=${field.required}
        aria-invalid=${invalid}
        aria-describedby=${described}
      >
        <option value="" .selected=${live(held === '')}></option>
        ${field.options.map(({ id, label }) => html`<option value=${id} .selected=${live(held === id)}>${plainText(label, view.localeContext)}</option>`)}
      </select>
    `;
  if (kind === 'long-text')
    return html`
      <textarea
        class="field"
        part="input"
        id=${name}
        name=${name}
        rows="5"
        dir="auto"
        .value=${value}
        ?readonly=${view.locked}
        aria-required=${field.required}
        aria-invalid=${invalid}
        aria-describedby=${described}
      ></textarea>
    `;
  const isName = kind === 'name';
  return html`
    <input
      class="field ${kind}"
      part="input"
      id=${name}
      name=${name}
      type=${kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'text'}
      dir=${kind === 'email' || kind === 'phone' ? 'ltr' : 'auto'}
      autocomplete=${COMPLETE[name] ?? 'off'}
      autocapitalize=${isName ? 'words' : kind === 'email' ? 'off' : nothing}
      spellcheck=${isName || kind === 'email' ? 'false' : nothing}
      .value=${value}
      ?readonly=${view.locked}
      aria-required=${field.required}
      aria-invalid=${invalid}
      aria-describedby=${described}
    />
  `;
}

/** So that browsers and helpers can fill in what they know of the visitor. */
const COMPLETE: Readonly<Record<string, string>> = { name: 'name', email: 'email', phone: 'tel' };

/** Radio buttons or checkboxes, under one legend. */
function group(field: Field, view: FieldView): TemplateResult {
  const { name, kind } = field;
  return html`
    <fieldset
      class="field-row"
      part="field"
      data-field=${name}
      role=${takesSeveral(field) ? nothing : 'radiogroup'}
      aria-required=${takesSeveral(field) ? nothing : field.required}
      aria-invalid=${!takesSeveral(field) && view.errors.has(name) ? 'true' : nothing}
      aria-describedby=${descriptionOf(field, view)}
    >
      <legend class="label">${label(field, view)}</legend>
      ${about(field, view)}
      <div class="options ${kind}">
        ${optionsOf(field, view).map((option, at) => box(field, option, at, view))}
      </div>
    </fieldset>
  `;
}

/** What can be chosen; without an obligation also nothing, for a radio button cannot be taken back. */
function optionsOf(field: Field, { t }: FieldView): readonly FieldOption[] {
  const given =
    field.kind === 'yes-no'
      ? [
          { id: 'yes', label: t('yes') },
          { id: 'no', label: t('no') },
        ]
      : field.options;
  if (field.required || takesSeveral(field)) return given;
  return [...given, { id: '', label: t(field.name === 'part' ? 'partUnknown' : 'noAnswer') }];
}

function box(field: Field, option: FieldOption, at: number, view: FieldView): TemplateResult {
  const { name } = field;
  const several = takesSeveral(field);
  const checked = several
    ? listValue(view.values, name).includes(option.id)
    : textValue(view.values, name) === option.id;
  const words = html`<span>${optionWords(field, option, view)}${view.hint(field, option)}</span>`;
  return boxed(
    several ? 'checkbox' : 'radio',
    at === 0 ? name : `${name}.${option.id}`,
    name,
    option.id,
    checked,
    words,
  );
}

function boxed(
  type: 'checkbox' | 'radio',
  id: string,
  name: string,
  value: string,
  checked: boolean,
  words: TemplateResult,
  described: unknown = nothing,
): TemplateResult {
  return html`
    <label class="option">
      <input
        type=${type}
        id=${id}
        name=${name}
        .value=${value}
        .checked=${live(checked)}
        aria-describedby=${described}
      />
      ${words}
    </label>
  `;
}

/** Words that we made are in our language, those of the feed may not be. */
function optionWords(field: Field, { id, label }: FieldOption, { t, localeContext }: FieldView): unknown {
  const ours = field.kind === 'yes-no' || id === '';
  return ours ? plainText(label, localeContext) : feedText(label, localeContext, t.language);
}

/** One consent: its own box, never ticked beforehand. */
function consent(
  field: Field,
  option: FieldOption & { help?: Field['help'] },
  view: FieldView,
): TemplateResult {
  const { localeContext, t, values } = view;
  const helpId = `consents.${option.id}-help`;
  const help = option.help
    ? html`<span class="help" id=${helpId}>${feedText(option.help, localeContext, t.language)}</span>`
    : nothing;
  const checked = listValue(values, 'consents').includes(option.id);
  const words = html`<span>${optionWords(field, option, view)}</span>`;
  return html`
    <div class="field-row consent" part="consent">
      ${boxed('checkbox', `consents.${option.id}`, 'consents', option.id, checked, words, option.help ? helpId : nothing)}
      ${help}
    </div>
  `;
}

function tick(field: Field, view: FieldView): TemplateResult {
  const { name } = field;
  const checked = textValue(view.values, name) === 'yes';
  const words = html`<span>${labelOf(field, view)}</span>`;
  return html`
    <div class="field-row" part="field" data-field=${name}>
      ${about(field, view)}
      ${boxed('checkbox', name, name, 'yes', checked, words, descriptionOf(field, view))}
    </div>
  `;
}

function label(field: Field, view: FieldView): TemplateResult {
  const words = field.label
    ? feedText(field.label, view.localeContext, view.t.language)
    : labelOf(field, view);
  const freely = field.required || field.name === 'email' || field.name === 'phone';
  return html`${words}${freely ? nothing : [' ', html`<span class="optional">(${view.t('optional')})</span>`]}`;
}

/** Help and error stand before the field, where they are read before it is reached. */
function about(field: Field, view: FieldView): TemplateResult {
  const { name } = field;
  const error = view.errors.get(name);
  const help = helpOf(field, view);
  return html`
    ${help ? html`<p class="help" part="help" id="${name}-help">${help}</p>` : nothing}
    ${error ? html`<p class="error" part="error-text" id="${name}-error">${error}</p>` : nothing}
  `;
}

function helpOf(field: Field, { t, localeContext }: FieldView): unknown {
  if (field.help) return feedText(field.help, localeContext, t.language);
  const own = HELPS[field.name] ?? (field.kind === 'choices' ? 'severalHelp' : undefined);
  return own && t(own);
}

function descriptionOf(field: Field, view: FieldView): unknown {
  const { name } = field;
  const ids = [helpOf(field, view) ? `${name}-help` : '', view.errors.has(name) ? `${name}-error` : ''];
  return ids.filter(Boolean).join(' ') || nothing;
}
