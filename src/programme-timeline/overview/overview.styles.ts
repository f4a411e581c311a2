import { css } from 'lit';

/** The place of an overview, a thin strip with parts as bars and weeks or months as columns: held from the start. */
export const overviewStyles = css`
  .overview {
    display: none;
    margin-block: 1.5em 0.5em;
    overflow-x: auto;
    font-size: 0.875em;
  }

  @media screen {
    .overview.horizontal {
      display: block;
    }

    @container ceal-widget (min-inline-size: 48em) {
      .overview {
        display: block;
      }
    }
  }

  .strip-bar {
    display: flex;
    inline-size: calc((var(--_to) - var(--_from)) * 100%);
    min-block-size: 1.75em;
    margin-inline-start: calc(var(--_from) * 100%);
    border-block-start: 0.25em solid var(--_control-border);
    white-space: nowrap;
  }

  .strip-columns {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    min-block-size: calc(7em + 1px);
    border-block-start: 1px solid var(--_line);
  }
`;
