import { html, nothing, type TemplateResult } from 'lit';
import { rowsOf } from '../element/views/keyed-rows.js';
import { feedText } from '../element/views/text.js';
import { plainText } from '../i18n/text.js';
import { listValue, takesSeveral, textValue, type Field, type FieldOption } from '../signup/fields.js';
import {
  about,
  descriptionIds,
  descriptionOf,
  errorId,
  errorText,
  idList,
  label,
  labelOf,
  mark,
  type FieldView,
} from './field-words.js';
import { live } from './live.js';

/** More options are not read through but looked up in a list. */
const MAX_RADIOS = 8;

/** A field with its label, its help and its error, in the order in which they are read. */
export function fieldRow(field: Field, view: FieldView): TemplateResult {
  const { kind, name } = field;
  if (name === 'consents') return consents(field, view);
  if (kind === 'tick') return tick(field, view);
  const isGroup =
    kind === 'yes-no' || kind === 'choices' || (kind === 'choice' && field.options.length <= MAX_RADIOS);
  return isGroup ? group(field, view) : single(field, view);
}

function single(field: Field, view: FieldView): TemplateResult {
  const { name } = field;
  return html`
    <div class="field-row" part="field" data-field=${name}>
      <label class="label" for=${name}>${label(field, view)}</label>
      ${about(field, view)} ${view.printing ? answer(field, view) : nothing} ${control(field, view)}
      ${name === 'email' ? view.suggestion : nothing}
    </div>
  `;
}

/** An answer on paper, instead of its field, which holds back what it has no room for. */
function answer(
  { name, options }: Field,
  { values, localeContext }: FieldView,
): TemplateResult | typeof nothing {
  const text = textValue(values, name);
  const [chosen] = options.filter(({ id }) => id === text);
  return text
    ? html`<p class="answer" dir="auto">${chosen ? plainText(chosen.label, localeContext) : text}</p>`
    : nothing;
}

function control(field: Field, view: FieldView): TemplateResult {
  const { kind, name } = field;
  const text = textValue(view.values, name);
  const value = live(text);
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
        ${[emptyOption(field, view), ...field.options].map(({ id, label }) => html`<option value=${id} .selected=${live(text === id)}>${plainText(label, view.localeContext)}</option>`)}
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
      autocomplete=${AUTOCOMPLETE[name] ?? 'off'}
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

/** Tokens by field, so that browsers and helpers can fill in what they know of the visitor. */
const AUTOCOMPLETE: Readonly<Record<string, string>> = { name: 'name', email: 'email', phone: 'tel' };

/** Radio buttons or checkboxes, under one legend. */
function group(field: Field, view: FieldView): TemplateResult {
  const { name, kind } = field;
  const options = optionsOf(field, view);
  // Nor is the state of a group read by every screen reader.
  const isOneNeeded = field.required && !takesSeveral(field);
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
      <legend class="label">${label(field, view)}${isOneNeeded ? mark(view, 'chooseOne') : nothing}</legend>
      ${about(field, view)}
      <div class="options ${kind}">
        ${rowsOf(
          options,
          ({ id }) => id,
          (option) => groupOption(field, option, option === options[0], view),
        )}
      </div>
    </fieldset>
  `;
}

/** The options of a group. One of the not required ones is empty, for a radio button cannot be taken back. */
function optionsOf(field: Field, view: FieldView): readonly FieldOption[] {
  const { t } = view;
  const options =
    field.kind === 'yes-no'
      ? [
          { id: 'yes', label: t('yes') },
          { id: 'no', label: t('no') },
        ]
      : field.options;
  return field.required || takesSeveral(field) ? options : [...options, emptyOption(field, view)];
}

/** The option of no answer, in a list also where one has to be chosen. */
function emptyOption({ name, required }: Field, { t }: FieldView): FieldOption {
  return { id: '', label: t(required ? 'chooseOption' : name === 'part' ? 'partUnknown' : 'noAnswer') };
}

function groupOption(field: Field, option: FieldOption, isFirst: boolean, view: FieldView): TemplateResult {
  const id = isFirst ? field.name : optionId(field, option);
  const text = optionText(field, option, view);
  const hint = view.hint(field, option);
  return optionBox(field, view, {
    id,
    value: option.id,
    text: hint
      ? html`<span id="${id}-name">${text}${hint.mark}</span> <span id="${id}-facts">${hint.facts}</span>`
      : text,
    labelledBy: hint ? `${id}-name` : nothing,
    // Not every screen reader reads the description of a group.
    describedBy: idList(...(isFirst ? descriptionIds(field, view) : []), hint && `${id}-facts`),
  });
}

function optionId({ name }: Field, { id }: FieldOption): string {
  return `${name}.${id}`;
}

interface OptionBox {
  readonly id: string;
  readonly value: string;
  readonly text: unknown;
  /** Ids of elements; `nothing` without any. */
  readonly describedBy?: unknown;
  /** The id of the name, where that is not all of the text. */
  readonly labelledBy?: unknown;
}

/** A radio button, or a checkbox where a field takes several values or is ticked. */
function optionBox(
  field: Field,
  { values, errors }: FieldView,
  { id, value, text, describedBy = nothing, labelledBy = nothing }: OptionBox,
): TemplateResult {
  const { name, kind } = field;
  const several = takesSeveral(field);
  const isCheckbox = several || kind === 'tick';
  const checked = several ? listValue(values, name).includes(value) : textValue(values, name) === value;
  return html`
    <label class="option">
      <input
        type=${isCheckbox ? 'checkbox' : 'radio'}
        id=${id}
        name=${name}
        .value=${value}
        .checked=${live(checked)}
        aria-required=${kind === 'tick' || nothing}
        aria-invalid=${errors.has(name) || nothing}
        aria-labelledby=${labelledBy}
        aria-describedby=${describedBy}
      />
      <span>${text}</span>
    </label>
  `;
}

/** The text of an option. Our own is in our language, that of the feed may be in another. */
function optionText(field: Field, { id, label }: FieldOption, { t, localeContext }: FieldView): unknown {
  const isOurs = field.kind === 'yes-no' || id === '';
  return isOurs ? plainText(label, localeContext) : feedText(label, localeContext, t.language);
}

/** The consents, each with a box of its own that is never ticked beforehand; an error stands before the first. */
function consents(field: Field, view: FieldView): TemplateResult {
  return html`
    ${errorId(field, view) ? html`<div class="field-row">${errorText(field, view)}</div>` : nothing}
    ${rowsOf(
      field.options,
      ({ id }) => id,
      (option) => consent(field, option, view),
    )}
  `;
}

function consent(
  field: Field,
  option: FieldOption & { help?: Field['help'] },
  view: FieldView,
): TemplateResult {
  const id = optionId(field, option);
  const help = option.help && feedText(option.help, view.localeContext, view.t.language);
  return html`
    <div class="field-row consent" part="consent">
      ${optionBox(field, view, {
        id,
        value: option.id,
        text: html`${optionText(field, option, view)}${mark(view)}`,
        describedBy: idList(help && `${id}-help`, errorId(field, view)),
      })}
      ${help ? html`<span class="help" id="${id}-help">${help}</span>` : nothing}
    </div>
  `;
}

function tick(field: Field, view: FieldView): TemplateResult {
  const { name } = field;
  return html`
    <div class="field-row" part="field" data-field=${name}>
      ${about(field, view)}
      ${optionBox(field, view, {
        id: name,
        value: 'yes',
        text: labelOf(field, view),
        describedBy: descriptionOf(field, view),
      })}
    </div>
  `;
}
