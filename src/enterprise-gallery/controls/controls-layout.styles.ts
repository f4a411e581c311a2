import { css } from 'lit';

/** The places of the controls, the same before these are there as with them. */
export const controlsLayoutStyles = css`
  .search-field {
    flex: 1 1 16em;
    min-inline-size: 0;
  }

  .label {
    display: block;
    margin-block-end: 0.25em;
    font-weight: 600;
  }

  .label.bar {
    block-size: 1.5em;
    border-block: 0.375em solid transparent;
    background-clip: padding-box;
  }

  .field {
    display: block;
    inline-size: 100%;
  }

  @container ceal-widget (max-inline-size: 44em) {
    .search-field {
      flex-basis: 100%;
    }
  }

  /* Count and order below each other, whatever their words: the empty shapes can know the height. */
  @container ceal-widget (max-inline-size: 30em) {
    .count-line {
      flex-direction: column;
      align-items: start;
      justify-content: center;
      min-block-size: calc(var(--_target) + 4.5em);
    }
  }
`;
