import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fieldRow, type FieldView } from './field.js';
import type { Field } from '../signup/fields.js';
import { privacy, type PrivacyView } from './privacy.js';

/** What the form shows while it is filled in, and what it asks for. */
export interface FillInView extends FieldView, PrivacyView {
  readonly fields: readonly Field[];
  /** What the visitor is told while it is being sent, beside that it is. */
  readonly progress: string | undefined;
  /** The visitor has asked to clear everything, and is asked back. */
  readonly erasing: boolean;
  readonly onInput: () => void;
  /** A field was left, or chosen from, with something new in it. */
  readonly onChange: (event: Event) => void;
  readonly onSubmit: (event: Event) => void;
  readonly onErase: (step: 'ask' | 'yes' | 'no') => void;
}

/** Fields by name that stand under one question: how to reach somebody. */
const CONTACT = ['email', 'phone'];

export function fillIn(view: FillInView): TemplateResult {
  const { t, fields } = view;
  const consents = fields.filter(({ name }) => name === 'consents');
  const reach = fields.filter(({ name }) => CONTACT.includes(name));
  const rest = fields.filter((field) => !consents.includes(field));
  return html`
    <form
      class="form"
      part="form"
      novalidate
      aria-labelledby="send"
      @submit=${view.onSubmit}
      @input=${view.onInput}
      @change=${view.onChange}
      @keydown=${keepEnter}
      @keypress=${keepEnter}
    >
      <p class="note">${t('requiredNote')}</p>
      ${repeat(
        rest,
        ({ name }) => name,
        (field) => {
          if (reach.length < 2 || !reach.includes(field)) return fieldRow(field, view);
          return field === reach[0] ? contact(reach, view) : nothing;
        },
      )}
      ${privacy(view)} ${consents.map((field) => fieldRow(field, view))} ${trap(view)}
      <slot name="challenge"></slot>
      ${actions(view)}
    </form>
  `;
}

/**
 * Enter in a field sends this form, and no form of the page around it, whose own scripts may listen for the key. Held
 * down it sends once.
 */
function keepEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter') return;
  event.stopPropagation();
  if (event.repeat && !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
}

/** Two ways to reach somebody, of which one is enough. */
function contact(fields: readonly Field[], view: FillInView): TemplateResult {
  return html`
    <fieldset class="field-row contact" part="field" aria-describedby="contact-help">
      <legend class="label">${view.t('contactLabel')}</legend>
      <p class="help" id="contact-help">${view.t('contactHelp')}</p>
      ${fields.map((field) => fieldRow(field, view))}
    </fieldset>
  `;
}

/** A field that people neither see nor hear; who fills it in is looked at twice. */
function trap({ t }: FillInView): TemplateResult {
  return html`
    <div class="trap" aria-hidden="true">
      <label for="website">${t('trap')}</label>
      <input id="website" name="website" tabindex="-1" autocomplete="off" />
    </div>
  `;
}

function actions({ t, locked, progress, erasing, onSubmit, onErase }: FillInView): TemplateResult {
  return html`
    <div class="actions" part="actions">
      <button type="submit" class="button primary" part="button send" id="send" @click=${onSubmit}>
        ${t(locked ? 'sending' : 'send')}
      </button>
      ${
        erasing
          ? html`<div class="erasing" role="group" aria-labelledby="erase-sure">
              <p id="erase-sure" tabindex="-1">${t('eraseSure')}</p>
              <button type="button" class="button" part="button" @click=${() => onErase('yes')}>
                ${t('eraseYes')}
              </button>
              <button type="button" class="button" part="button" @click=${() => onErase('no')}>
                ${t('eraseNo')}
              </button>
            </div>`
          : html`<button
              type="button"
              class="link-button"
              part="button"
              id="erase"
              @click=${() => onErase('ask')}
            >
              ${t('erase')}
            </button>`
      }
      ${progress ? html`<p class="progress">${progress}</p>` : nothing}
    </div>
  `;
}

/** The shape of the form before there is one. */
export function emptyForm(): TemplateResult {
  return html`
    <div class="form">
      ${[1, 2, 3, 4].map(
        () => html`<div class="field-row"><span class="bar short"></span><span class="field"></span></div>`,
      )}
    </div>
  `;
}
