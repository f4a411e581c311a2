import { css } from 'lit';

/** Buttons, fields, chips, badges and links, the same in every widget. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    color: var(--_on-surface);
  }

  /* Some browsers draw the edge of an empty box too faintly to be seen. WebKit gives a box no shadow. Firefox draws it well,
     and would put a square around a round one. */
  @supports not (-moz-appearance: none) {
    @media (forced-colors: none) {
      :is([type='checkbox'], [type='radio']):not(:focus-visible) {
        outline: 1px solid var(--_control-border);
      }
    }
  }

  :where([type='checkbox']) {
    border-radius: 0.125em;
  }

  [type='radio'] {
    border-radius: 50%;
  }

  /* Phones zoom in on a field with smaller text. */
  @media (pointer: coarse) {
    input,
    select,
    textarea {
      font-size: max(1em, 16px);
    }
  }

  /* Where a page forbids to select, Safari forbids to type. */
  input,
  textarea {
    -webkit-user-select: text;
  }

  /* Words to press are no part of a copy. */
  .button,
  .link-button {
    -webkit-user-select: none;
    user-select: none;
  }

  .button,
  .field,
  select {
    min-block-size: var(--_target);
    padding: 0.5em 0.875em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    font-weight: 600;
    cursor: pointer;
    transition: border-color 140ms;
  }

  .button:hover {
    border-color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .button.primary {
    border-color: var(--_action);
    background: var(--_action);
    color: var(--_on-action);
  }

  .link-button {
    min-block-size: max(1.75em, 24px);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .languages {
    min-block-size: max(1.75em, 24px);
    margin-block-end: 0.75em;
  }

  .link {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }

  a[target='_blank']::after {
    content: ' \\2197' / '';
  }

  .badge {
    display: inline-block;
    padding: 0.0625em 0.5em;
    border: 1px solid var(--_control-border);
    border-radius: 0.25em;
    background: var(--_surface);
    color: var(--_on-surface);
    font-size: 0.875em;
    font-weight: 400;
    line-height: 1.5;
  }

  .state {
    max-inline-size: 45em;
    padding-block: 1.5em;
  }

  .state p + p {
    margin-block-start: 0.75em;
  }

  .state .for-owner {
    font-size: 0.875em;
  }

  .state.error {
    margin-block-start: 1em;
    padding-block: 0.25em;
    padding-inline: 1em;
    border-inline-start: 0.1875em solid var(--_warning);
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
    font-size: 0.875em;
  }

  .skeleton {
    opacity: 0;
    animation: appear 0s 300ms forwards;
  }

  @keyframes appear {
    to {
      opacity: 1;
    }
  }

  .bar {
    display: block;
    inline-size: 80%;
    block-size: 0.75em;
    border-radius: 0.25em;
    background: var(--_line);
  }

  .bar.short {
    inline-size: 45%;
  }

  @media print {
    .button,
    .link-button {
      display: none;
    }
  }
`;
