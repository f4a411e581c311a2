import { css } from 'lit';

export const fieldStyles = css`
  .field-row {
    min-inline-size: 0;
    margin: 0;
    margin-block-start: 2em;
    padding: 0;
    border: 0;
  }

  .field-row .field-row {
    margin-block-start: 1em;
  }

  .label {
    display: block;
    padding: 0;
    font-weight: 600;
    unicode-bidi: plaintext;
  }

  .field-row .field-row .label {
    font-weight: 400;
  }

  .optional {
    font-weight: 400;
  }

  .help {
    max-inline-size: 36em;
  }

  .field-row :is(.field, select, .options) {
    margin-block-start: 0.5em;
  }

  .field {
    display: block;
    inline-size: 100%;
  }

  .field.phone {
    max-inline-size: 16em;
  }

  .field.name,
  .field.email {
    max-inline-size: 26em;
  }

  .field-row select {
    max-inline-size: 100%;
  }

  textarea.field {
    min-block-size: 8em;
    resize: vertical;
  }

  .options {
    display: grid;
    justify-items: start;
  }

  .option {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75em;
    padding-block: calc((var(--_target) - 1.5em) / 2);
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .option input {
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_action);
  }

  .option .hint {
    display: block;
    font-size: 0.875em;
  }

  .consent .help {
    display: block;
    margin-block-start: -0.5em;
    margin-inline-start: 2.25em;
  }

  .skeleton .field {
    border-color: var(--_line);
    margin-block-start: 0.75em;
  }
`;
