import { css } from 'lit';

/** A thin strip: parts as bars, weeks or months as columns, sessions as marks, today as a line. */
export const overviewStyles = css`
  .overview {
    display: none;
    min-block-size: 9em;
    margin-block: 1.5em 0.5em;
    overflow-x: auto;
    font-size: 0.875em;
  }

  :host([layout='horizontal']) .overview {
    display: block;
  }

  .strip {
    position: relative;
    min-inline-size: 40em;
  }

  .strip-bars,
  .strip-columns {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
  }

  .strip-bar {
    grid-row: auto;
    min-block-size: 1.75em;
    overflow: hidden;
    padding-inline: 0.375em;
    border-block-start: 0.25em solid var(--_control-border);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .strip-columns {
    grid-auto-flow: column;
    border-block-start: 1px solid var(--_line);
  }

  .strip-columns > li {
    position: relative;
    block-size: 7em;
    border-inline-start: 1px solid var(--_line);
  }

  .strip-column {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.25em;
    inline-size: 100%;
    block-size: 5.25em;
    padding: 0.375em 0 0;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    cursor: pointer;
  }

  .strip-column:hover {
    background: var(--_quiet);
  }

  .strip-label {
    position: absolute;
    inset-block-start: 5.5em;
    inset-inline-start: 0.25em;
    white-space: nowrap;
  }

  .strip-rest {
    font-size: 0.857em;
    line-height: 1;
    font-variant-numeric: tabular-nums;
  }

  .strip-now {
    position: absolute;
    inset-block: 0 1.5em;
    inset-inline-start: calc(var(--_at) * 100%);
    padding-inline-start: 0.25em;
    border-inline-start: 0.1875em solid var(--_accent);
    color: var(--_accent);
    font-weight: 600;
    pointer-events: none;
  }

  @container ceal-widget (min-inline-size: 48em) {
    :host(:not([layout='vertical'])) .overview {
      display: block;
    }
  }

  @media print {
    .overview {
      display: none;
    }
  }
`;
