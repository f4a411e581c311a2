import { css } from 'lit';

/** A session is a row beside a rail: when, a mark on the rail, what. */
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
    grid-column: 1;
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(0.375em - 0.5px);
    border-inline-start: 1px solid var(--_control-border);
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

  .now-line,
  .group-name {
    grid-column: 1 / -1;
  }

  .group-name {
    grid-row: 2;
    grid-column: 2;
    margin-block: 0.5em 0.25em;
    font-size: 0.875em;
  }

  .group-name > * {
    font-size: 1em;
    font-weight: 400;
  }

  .now-line {
    grid-row: 1;
    position: relative;
    margin-block-end: 0.5em;
    padding-block-start: 0.25em;
    padding-inline-start: 1.75em;
    border-block-start: 0.1875em solid var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }

  .date {
    grid-row: 3;
    grid-column: 2;
    font-variant-numeric: tabular-nums;
  }

  .what {
    grid-row: 4;
    grid-column: 2;
    max-inline-size: 42em;
  }

  .what > * + * {
    margin-block-start: 0.25em;
  }

  .title {
    font-size: 1.125em;
  }

  .title > * {
    font-size: 1em;
  }

  .word {
    color: var(--_accent);
  }

  .own-link {
    color: inherit;
    text-decoration: none;
  }

  .own-link:hover {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 0.125em;
    text-underline-offset: 0.2em;
  }

  .off .word {
    color: var(--_warning);
  }

  .facts,
  .place,
  .moved,
  .actions,
  .sources,
  .inferred {
    font-size: 0.875em;
  }

  .sources li {
    padding-block: 0.25em;
    min-block-size: 24px;
  }

  .inferred {
    display: block;
  }

  .over::before {
    content: '· ';
  }

  /* What is over is quieter, not fainter. */
  .past :is(.date, .what) {
    font-size: 0.875em;
  }

  .past :is(.facts, .place, .moved) {
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
    padding: 0;
  }

  @container ceal-widget (min-inline-size: 44em) {
    .session {
      grid-template-columns: 10em 1.75em minmax(0, 1fr);
    }

    .session::before {
      inset-inline-start: calc(10.375em - 0.5px);
    }

    .now-line {
      padding-inline-start: 11.75em;
    }

    :is(.date .day, .over) {
      display: block;
    }

    .over::before {
      content: none;
    }

    .date .day > span {
      display: none;
    }

    .session > .mark {
      grid-column: 2;
    }

    .group-name {
      grid-column: 3;
    }

    .date {
      grid-column: 1;
    }

    .what {
      grid-row: 3;
      grid-column: 3;
    }
  }
`;
