import { css } from 'lit';

/** A session is a row beside a rail: its week, when, a mark on the rail, what. */
export const sessionStyles = css`
  .sessions {
    margin-block-start: 1em;
  }

  .session {
    display: grid;
    grid-template-columns: 1.75em minmax(0, 1fr);
    position: relative;
    padding-block: 0.75em;
  }

  /* The rail. */
  .session::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(0.375em - 0.5px);
    border-inline-start: 1px solid var(--_control-border);
  }

  .session > * {
    grid-column: 2;
  }

  .mark {
    flex: none;
    inline-size: 0.75em;
    block-size: 0.75em;
    overflow: visible;
    fill: var(--_accent);
  }

  .session > .mark {
    grid-column: 1;
    grid-row: 3;
    position: relative;
    margin-block-start: 0.375em;
  }

  .session > .now-line {
    grid-column: 1 / -1;
    grid-row: 1;
    position: relative;
    margin-block-end: 0.75em;
    padding-block-start: 0.25em;
    padding-inline-start: 1.75em;
    border-block-start: 0.1875em solid var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }

  .group-name {
    grid-row: 2;
    font-size: 0.875em;
  }

  .group-name > * {
    font-weight: 400;
    line-height: 1.5;
  }

  .date {
    grid-row: 3;
    unicode-bidi: plaintext;
    font-variant-numeric: tabular-nums;
  }

  /* Between a day and its hour, where they do not stand on one line: in a copy too. */
  time > br {
    display: none;
  }

  .over::before {
    content: '· ' / '';
  }

  .what {
    grid-row: 4;
    max-inline-size: 42em;
  }

  .what > * + * {
    margin-block-start: 0.25em;
  }

  .title,
  .part-name {
    font-size: 1.125em;
  }

  .word {
    color: var(--_accent);
  }

  .off .word {
    color: var(--_warning);
  }

  .facts,
  .place,
  .moved,
  .actions,
  .edition-facts,
  .part-duration {
    font-size: 0.875em;
  }

  /* Past sessions are quieter, not fainter. */
  .past :is(.date, .what > p) {
    font-size: 0.875em;
  }

  .past .title,
  :is(.facts, .edition-facts) .badge {
    font-size: 1em;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin-block-start: 0.25em;
  }

  .actions .add {
    margin: 0;
  }

  @container ceal-widget (min-inline-size: 44em) {
    .session {
      grid-template: auto auto 1fr / 10em 1.75em minmax(0, 1fr);
    }

    .session::before {
      inset-inline-start: calc(10.375em - 0.5px);
    }

    .session > :is(.group-name, .date) {
      grid-column: 1;
      padding-inline-end: 0.75em;
    }

    .session > .mark {
      grid-column: 2;
      grid-row: 2 / span 2;
    }

    .session > .what {
      grid-column: 3;
      grid-row: 2 / span 2;
    }

    .session > .now-line {
      padding-inline-start: 11.75em;
    }

    .over {
      display: block;
    }

    .over::before {
      content: none;
    }

    .date .comma {
      display: none;
    }

    .date time > br {
      display: revert;
    }
  }

  @media (forced-colors: active) {
    .mark {
      fill: CanvasText;
    }
  }

  @media print {
    .sessions {
      margin-block-start: 0.5em;
    }

    :is(.title, .moved, .edition-facts) .visually-hidden {
      display: none;
    }

    .session {
      break-inside: avoid;
      padding-block: 0.25em;
    }

    .title,
    .past :is(.date, .what > p:not([class])) {
      font-size: 1em;
    }

    .what > * + * {
      margin-block-start: 0;
    }

    .what > :is(.place, .facts) {
      display: inline;
      margin-inline-end: 0.5em;
    }
  }
`;
