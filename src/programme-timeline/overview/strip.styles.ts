import { css } from 'lit';

/** Styles of what is drawn on the strip: sessions as marks, today as a line. Loaded with the code that draws it. */
export const stripStyles = css`
  .strip {
    position: relative;
    min-inline-size: 48em;
  }

  .strip-bar.late {
    justify-content: end;
  }

  .strip-columns > li {
    position: relative;
    block-size: 7em;
    border-inline-start: 1px solid var(--_line);
  }

  .strip-column {
    position: relative;
    display: block;
    inline-size: 100%;
    block-size: 5.25em;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    cursor: pointer;
  }

  .strip-column:hover {
    background: var(--_quiet);
  }

  .strip-column .mark {
    position: absolute;
    inset-block-start: calc(0.5em + var(--_row) * 1.125em);
    inset-inline-start: calc(var(--_at) * 100% - 0.375em);
  }

  .strip-column .past {
    fill: var(--_control-border);
  }

  /* A mark like the others: the name of the column says how many there are. */
  .strip-rest::before {
    content: '+' attr(data-rest);
  }

  .strip-rest {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0.25em;
    font-size: 0.857em;
    font-variant-numeric: tabular-nums;
  }

  .strip-label {
    position: absolute;
    inset-block-start: 5.5em;
    inset-inline-start: 0.25em;
    white-space: nowrap;
  }

  .strip-now {
    position: absolute;
    inset-block-end: 1.75em;
    inset-inline-start: calc(var(--_at) * 100%);
    display: flex;
    align-items: end;
    block-size: 5.25em;
    padding-inline-start: 0.25em;
    border-inline-start: 0.1875em solid var(--_accent);
    color: var(--_accent);
    font-weight: 600;
    line-height: 1;
    pointer-events: none;
  }
`;
