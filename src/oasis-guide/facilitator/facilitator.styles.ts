import { css } from 'lit';

/** Leading: large type, one thing at a time. */
export const facilitatorStyles = css`
  .leading {
    font-size: clamp(max(1em, 20px), 0.8em + 2.6cqi, 2.25em);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  /* As everything that is a block of its own. */
  .leading span {
    unicode-bidi: plaintext;
  }

  /* The steps as a row of discs; the heading below says which one this is. */
  .leading .steps {
    position: static;
    font-size: max(0.7em, 14px);
  }

  .leading .steps-list {
    --_disc: clamp(32px, 12.25cqi, max(2.25em, 44px));
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
  }

  .leading .steps-link {
    justify-content: center;
    min-inline-size: var(--_disc);
    min-block-size: var(--_disc);
  }

  .leading .disc {
    inline-size: var(--_disc);
    block-size: var(--_disc);
  }

  .leading .steps-name {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .others {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    margin-block-start: 0.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    font-size: max(0.7em, 14px);
  }

  .others p {
    font-weight: 600;
  }

  .digits {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  /* As high as most screens need, so that the way on stays where it is. */
  .screen {
    min-block-size: min(24em, 62svb);
    padding-block: 1em 1.5em;
  }

  .screen-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 1em;
    align-items: end;
    margin-block-end: 0.75em;
  }

  .leading .place {
    font-size: max(0.7em, 14px);
  }

  .leading .name {
    font-size: 1.375em;
  }

  .for-start .name {
    font-size: 2em;
  }

  .leading .stamp {
    grid-area: auto;
    inline-size: 4em;
    block-size: 4em;
  }

  .leading .other-names,
  .leading .facts {
    font-size: max(0.7em, 14px);
  }

  .leading .other-names {
    margin-block: -0.25em 0.75em;
  }

  .leading .lead {
    margin: 0;
    font-size: 1em;
  }

  .leading .facts > div {
    display: block;
    padding-block: 0.375em;
  }

  .leading .facts :is(dt, dd) {
    display: inline;
  }

  .leading .facts dt::after {
    content: ':';
  }

  .leading .facts dt {
    margin-inline-end: 0.25em;
  }

  .group {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 1em;
    align-items: center;
    justify-content: space-between;
    margin-block-start: 1.5em;
    font-size: max(0.8em, 14px);
  }

  .group .field {
    inline-size: 4.5em;
    text-align: center;
  }

  .group .help {
    inline-size: 100%;
    font-size: max(0.875em, 14px);
  }

  .contents {
    font-size: max(0.8em, 14px);
  }

  .leading .contents-heading {
    font-size: 1em;
  }

  .contents li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 1em;
    border-block-end: 1px solid var(--_line);
  }

  .contents .link-button {
    min-block-size: var(--_target);
    padding: 0.25em 0;
    text-align: start;
  }

  .ready {
    font-size: max(0.7em, 14px);
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 0.625em;
    min-block-size: var(--_target);
    padding-block: 0.25em;
    cursor: pointer;
  }

  .tick input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_action);
  }

  .checklist li {
    border-block-end: 1px solid var(--_line);
  }

  .ready {
    margin-block-start: 0.5em;
  }

  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
  }

  .beside .minutes {
    margin-block-end: 0.5em;
    font-weight: 600;
  }

  .leading .questions li {
    font-size: 1em;
  }

  .leading :is(.questions, .tips) li + li {
    margin-block-start: 0.625em;
  }

  .leading .screen section > :first-child {
    margin-block-end: 0.5em;
    font-size: max(0.8em, 14px);
  }

  .leading .screen section {
    margin-block-start: 0;
  }

  .leading .screen section + section {
    margin-block-start: 1.25em;
  }

  .write-down {
    margin-block-start: 1em;
  }

  .write-down summary {
    inline-size: fit-content;
    padding-block: 0.375em;
    color: var(--_accent);
    font-size: max(0.7em, 14px);
    cursor: pointer;
  }

  .note-label {
    display: block;
    margin-block-end: 0.25em;
    font-size: max(0.7em, 14px);
    font-weight: 600;
  }

  .for-note .note-label {
    font-weight: 400;
  }

  textarea.note {
    display: block;
    inline-size: 100%;
    max-block-size: 60svb;
    field-sizing: content;
    min-block-size: 6em;
    resize: vertical;
  }

  .leading .pager {
    margin-block-start: 0;
  }

  .leading .pager .button {
    flex: 1 1 auto;
    flex-direction: column;
    gap: 0;
    min-block-size: 3em;
    padding-inline: 0.75em;
    text-align: center;
  }

  .leading .pager .primary {
    flex: 3 1 7em;
  }

  .where {
    font-size: max(0.65em, 14px);
    font-weight: 400;
    line-height: 1.25;
  }

  .keeping {
    margin-block-start: 1.5em;
    font-size: 0.9375em;
  }

  .keeping p + p,
  .keeping-buttons {
    margin-block-start: 0.375em;
  }

  .keeping-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
  }

  .sure {
    margin-block-start: 0.75em;
    padding-inline: 1em;
    border-inline-start: 0.1875em solid var(--_warning);
  }

  @container ceal-widget (max-inline-size: 14em) {
    .screen-head {
      display: block;
    }
  }

  @container ceal-widget (min-inline-size: 48em) {
    .beside {
      grid-template-columns: minmax(0, 1fr) minmax(0, 15em);
      gap: 2em;
    }

    .leading .stamp {
      inline-size: 5em;
      block-size: 5em;
    }
  }
`;
