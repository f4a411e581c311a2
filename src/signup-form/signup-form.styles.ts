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

    .actions .link-button {
      margin-inline: 0;
      padding-inline: 0;
    }

    .actions .primary {
      min-inline-size: 9em;
    }

    .progress {
      inline-size: 100%;
    }

    .erasing {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.75em;
    }

    .erasing p {
      inline-size: 100%;
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

    .alert > * + * {
      margin-block-start: 0.5em;
    }

    .alert li + li {
      margin-block-start: 0.25em;
    }

    .alert .link {
      color: var(--_warning);
    }

    .restored {
      margin-block-start: 1.5em;
    }

    .confirmation {
      padding: 1em 1.25em 1.25em;
      border: 1px solid var(--_accent);
      border-inline-start-width: 0.375em;
      border-radius: var(--_radius);
    }

    .confirmation > * + * {
      margin-block-start: 1em;
    }

    .confirmation .subheading {
      font-size: 1.375em;
    }

    .confirmation .term {
      font-weight: 600;
    }

    .confirmation .term + p {
      margin-block-start: 0;
    }

    .reference {
      font-size: 1.375em;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }

    .keep {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.75em 1em;
    }
  `,
  fieldStyles,
  privacyStyles,
];
