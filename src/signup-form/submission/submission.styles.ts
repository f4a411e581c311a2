import { css } from 'lit';

/** What comes only after something was filled in: errors, the outcome of sending, clearing the form. */
export const styles = [
  css`
    .field-row > .error {
      margin-block-start: 0.25em;
      color: var(--_warning);
      font-weight: 600;
    }

    .field-row:has(> .error) {
      padding-inline-start: 1em;
      border-inline-start: 0.1875em solid var(--_warning);
    }

    .field-row [aria-invalid='true']:is(.field, select) {
      border-color: var(--_warning);
      outline-color: var(--_warning);
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

    .confirmation .term > * {
      font-size: inherit;
    }

    .confirmation .term + p {
      margin-block-start: 0;
    }

    .reference {
      font-size: 1.375em;
      font-variant-numeric: tabular-nums;
      overflow-wrap: anywhere;
    }

    .way {
      overflow-wrap: anywhere;
      font-weight: 600;
    }

    /* Answers in ink: fields and boxes are drawn by the system, with colours that paper leaves out. */
    @media print {
      .sheet {
        max-inline-size: none;
      }

      .field-row,
      .editions,
      .privacy dl > div {
        break-inside: avoid;
      }

      .answer {
        padding: 0.5em 0.875em;
        border: 1px solid;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .answer + :is(.field, select),
      .option input {
        display: none;
      }

      .option {
        padding-block: 0.25em;
      }

      .option::before {
        content: '';
        inline-size: 1.25em;
        block-size: 1.25em;
        border: 1px solid;
        line-height: 1.25;
        text-align: center;
      }

      .option:has([type='radio'])::before {
        border-radius: 50%;
      }

      .option:has(:checked)::before {
        content: '✓';
      }
    }

    .keep {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.75em 1em;
    }
  `,
];
