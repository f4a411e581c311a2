import { css } from 'lit';
import { fieldStyles } from './field.styles.js';
import { privacyStyles } from './privacy.styles.js';

/** The form as a whole; its pieces have sheets of their own. */
export const styles = [
  css`
    .heading {
      margin-block-end: 0.5em;
      font-size: 1.75em;
    }

    .sheet {
      max-inline-size: 36em;
    }

    .introduction {
      font-size: 1.125em;
    }

    .introduction p + p {
      margin-block-start: 0.75em;
    }

    .editions {
      margin-block-start: 1.5em;
    }

    .edition {
      padding-block: 0.75em;
      border-block-start: 1px solid var(--_line);
    }

    .edition:last-child {
      border-block-end: 1px solid var(--_line);
    }

    .edition-title {
      font-weight: 600;
    }

    .testing,
    .questions {
      margin-block-start: 1.5em;
    }

    .testing {
      padding: 0.75em 1em;
      border: 1px dashed var(--_control-border);
      border-radius: var(--_radius);
      font-weight: 600;
    }

    .form {
      margin-block-start: 1.5em;
    }

    .form > .note {
      font-size: 0.875em;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 1em 1.5em;
      margin-block-start: 2em;
    }

    .actions .primary {
      min-inline-size: min(9em, 100%);
    }

    ::slotted([slot='challenge']) {
      display: block;
      margin-block-start: 2em;
    }

    /* A field for machines: out of sight, and out of the way of voices and keys by its attributes. */
    .honeypot input {
      inline-size: 1px;
    }

    .link {
      overflow-wrap: anywhere;
    }

    .alert {
      margin-block-start: 1.5em;
      padding: 0.75em 1em 1em;
      border: 1px solid var(--_warning);
      border-inline-start-width: 0.375em;
      border-radius: var(--_radius);
    }
  `,
  fieldStyles,
  privacyStyles,
];
