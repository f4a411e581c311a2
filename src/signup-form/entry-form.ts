import { html, isServer, nothing, type TemplateResult } from 'lit';
import type { FieldView } from './field-words.js';
import { fieldRow } from './field.js';
import { keyedRows } from '../element/views/keyed-rows.js';
import { HONEYPOT_FIELD } from '../signup/contract.js';
import { CONTACT_FIELDS, type Field } from '../signup/fields.js';
import { privacy, type PrivacyView } from './privacy.js';
import type { StageView } from './stage-view.js';

/** The content of the form while it is filled in, and its handlers. */
export interface EntryFormView
  extends FieldView, PrivacyView, Pick<StageView, 'progress' | 'erase' | 'sendLabel'> {
  /** The accessible name of the form. */
  readonly name: string;
  readonly fields: readonly Field[];
  readonly onInput: () => void;
  /** A field was left with a new value, or an option was chosen. */
  readonly onChange: (event: Event) => void;
  readonly onSubmit: (event: Event) => void;
}

/** The form of an entry: its questions, the privacy facts, the consents and the buttons. */
export function entryForm(view: EntryFormView): TemplateResult {
  const { t, fields } = view;
  const consents = fields.filter(({ name }) => name === 'consents');
  return html`
    <form
      class="form"
      part="form"
      novalidate
      aria-label=${view.name}
      @submit=${view.onSubmit}
      @input=${view.onInput}
      @change=${view.onChange}
      @keydown=${keepEnter}
      @keypress=${keepEnter}
    >
      <p class="note">${t('requiredNote')}</p>
      ${keyedRows(
        fieldRows(
          fields.filter((field) => !consents.includes(field)),
          view,
        ),
      )}
      ${privacy(view)} ${consents.map((field) => fieldRow(field, view))} ${honeypot(view)}
      <slot name="challenge"></slot>
      ${actions(view)}
    </form>
  `;
}

/** The rows by name. Two ways to reach somebody stand in one row. */
function fieldRows(fields: readonly Field[], view: EntryFormView): ReadonlyMap<string, TemplateResult> {
  const ways = fields.filter(({ name }) => CONTACT_FIELDS.includes(name));
  return new Map(
    fields.map((field) =>
      ways.length > 1 && ways.includes(field)
        ? ['contact', contact(ways, view)]
        : [field.name, fieldRow(field, view)],
    ),
  );
}

/**
 * Keeps Enter in a field from a form of the page around this one, whose own scripts may listen for the key. Held down it
 * sends once.
 */
function keepEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter') return;
  event.stopPropagation();
  if (event.repeat && !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
}

/** Two ways to reach somebody, of which one is enough. */
function contact([first, ...others]: readonly Field[], view: EntryFormView): TemplateResult {
  return html`
    <fieldset class="field-row contact" part="field" aria-describedby="contact-help">
      <legend class="label">${view.t('contactLabel')}</legend>
      <p class="help" id="contact-help">${view.t('contactHelp')}</p>
      ${fieldRow(first!, { ...view, groupHelp: 'contact-help' })}
      ${others.map((field) => fieldRow(field, view))}
    </fieldset>
  `;
}

/** A field that people neither see nor hear; an entry that has it filled in is looked at twice. */
function honeypot({ t }: EntryFormView): TemplateResult {
  return html`
    <div class="honeypot visually-hidden" aria-hidden="true">
      <label for=${HONEYPOT_FIELD}>${t('honeypot')}</label>
      <input id=${HONEYPOT_FIELD} name=${HONEYPOT_FIELD} tabindex="-1" autocomplete="off" />
    </div>
  `;
}

/** The button of a form that no script sends yet is dead: a browser would put what was typed into the address. */
function actions({ t, sendLabel, progress, erase, onSubmit }: EntryFormView): TemplateResult {
  return html`
    <div class="actions" part="actions">
      <button
        type="submit"
        class="button primary"
        part="button send"
        id="send"
        ?disabled=${isServer}
        @click=${onSubmit}
      >
        ${sendLabel ?? t('send')}
      </button>
      ${erase} ${progress ? html`<p class="progress">${progress}</p>` : nothing}
    </div>
  `;
}

/** The shapes of the form before there is one. */
export function entryFormSkeleton(): TemplateResult {
  return html`
    <div class="form">
      ${[1, 2, 3, 4].map(
        () => html`<div class="field-row"><span class="bar short"></span><span class="field"></span></div>`,
      )}
    </div>
  `;
}
