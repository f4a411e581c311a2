import { css } from 'lit';

/** The places of the filters and of the line with the count, the same before these are there as with them. */
export const filterLayoutStyles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.75em;
    overflow-wrap: anywhere;
  }

  .facets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }

  .filters-toggle,
  .to-results {
    display: none;
  }

  .facet-toggle,
  .filters-toggle {
    font-weight: 400;
  }

  span.facet-toggle {
    inline-size: 8em;
  }

  .chevron,
  .cross {
    flex: none;
    inline-size: 0.75em;
    block-size: 0.75em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  [aria-expanded='true'] > .chevron {
    transform: rotate(180deg);
  }

  .count-line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    min-block-size: calc(var(--_target) + 2.5em);
    padding-block: 1.25em;
  }

  .count-line > .bar {
    max-inline-size: 8em;
  }

  /* No room: the facets wait behind one button. */
  @container ceal-widget (max-inline-size: 44em) {
    .filters-toggle,
    .to-results {
      display: inline-flex;
    }

    .facets:not(.open) {
      display: none;
    }

    .facet-toggle {
      inline-size: 100%;
      justify-content: space-between;
    }
  }

  @media print {
    .controls {
      display: none;
    }
  }
`;
