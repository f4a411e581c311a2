import { css } from 'lit';

/** Filters, chips and the count, the same in every widget that has something to look through; loaded with them. */
export const filterStyles = css`
  .facet {
    position: relative;
  }

  .chosen-count {
    min-inline-size: 1.5em;
    padding-inline: 0.375em;
    border-radius: 0.75em;
    background: var(--_action);
    color: var(--_on-action);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  .options {
    position: absolute;
    inset-block-start: calc(100% + 0.375em);
    /* By the side of the window, whatever the direction of the words. */
    right: 0;
    z-index: 1;
    display: grid;
    inline-size: max-content;
    min-inline-size: 15em;
    max-inline-size: min(22em, 90vi);
    max-block-size: 24em;
    overflow-y: auto;
    margin: 0;
    padding: 0.5em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: 0 0.25em 0.75em rgb(0 0 0 / 0.12);
  }

  .options.to-the-right {
    right: auto;
    left: 0;
  }

  .option {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0.625em;
    min-block-size: var(--_target);
    padding: 0.25em 0.5em;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .option:hover {
    background: var(--_quiet);
  }

  .option input {
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_action);
  }

  .option-count {
    font-variant-numeric: tabular-nums;
  }

  .nowhere {
    color: color-mix(in srgb, var(--_on-surface) 72%, var(--_surface));
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    margin-block-start: 0.75em;
    overflow-wrap: anywhere;
  }

  .chips ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    min-inline-size: 0;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2em;
    padding: 0.125em 0.625em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
    cursor: pointer;
  }

  .chip:hover {
    border-color: var(--_accent);
  }

  .count {
    max-inline-size: 100%;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  /* No room: the options open in place. */
  @container ceal-widget (max-inline-size: 44em) {
    .facets.open {
      flex-direction: column;
      inline-size: 100%;
    }

    .options {
      position: static;
      inline-size: auto;
      min-inline-size: 0;
      max-inline-size: none;
      max-block-size: none;
      margin-block-start: 0.375em;
      box-shadow: none;
    }
  }

  @media print {
    .chips,
    .count-line .sort {
      display: none;
    }
  }
`;
