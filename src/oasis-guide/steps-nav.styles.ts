import { css } from 'lit';

export const stepsNavStyles = css`
  .steps-list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(12em, 100%), 1fr));
    gap: 0.25em 1em;
  }

  .steps-link {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: var(--_target);
    color: inherit;
    text-decoration: none;
  }

  .steps-link:hover .steps-name {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 0.125em;
    text-underline-offset: 0.2em;
  }

  .disc {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.25em;
    block-size: 2.25em;
    border: 1px solid var(--_control-border);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_on-surface);
    font-variant-numeric: tabular-nums;
    transition: border-color 140ms;
  }

  .steps-link:hover .disc {
    border-color: var(--_accent);
  }

  [aria-current] .disc {
    border-color: var(--_action);
    background: var(--_action);
    color: var(--_on-action);
    font-weight: 600;
  }

  [aria-current] .steps-name {
    font-weight: 600;
  }

  .steps-name {
    overflow-wrap: anywhere;
  }

  .ring {
    display: none;
  }

  @container ceal-widget (min-inline-size: 60em) {
    .steps-list {
      grid-template-columns: 1fr;
    }

    /* Below what many pages keep at the upper edge of the window. */
    .steps {
      position: sticky;
      inset-block-start: 5em;
      align-self: start;
    }

    .round {
      --_ring: 7.25em;
      display: grid;
      place-items: center;
      block-size: 22em;
    }

    .round > * {
      grid-area: 1 / 1;
      display: grid;
      place-items: center;
      gap: 0;
    }

    .ring {
      inline-size: calc(var(--_ring) * 2.04);
      aspect-ratio: 1;
    }

    .ring > *,
    .round .steps-item {
      grid-area: 1 / 1;
    }

    .round .steps-item {
      translate: calc(var(--_x, 0) * var(--_ring)) calc(var(--_y, 0) * var(--_ring));
    }

    /* The disc stands on the ring, its name outside of it. */
    .round .steps-link {
      position: relative;
      display: grid;
      place-items: center;
      border-radius: 50%;
    }

    .round .disc {
      inline-size: var(--_target);
      block-size: var(--_target);
    }

    .round .steps-name {
      position: absolute;
      inline-size: min-content;
      font-size: 0.875em;
      line-height: 1.2;
      text-align: center;
      overflow-wrap: normal;
      hyphens: none;
      translate: calc(var(--_x, 0) * 5.25em) calc(var(--_y, 0) * 3em);
    }

    /* The circle has one stamp, in its centre. */
    .guide:has(.round .centre) .stamp {
      display: none;
    }

    .centre {
      inline-size: 8.5em;
      block-size: 8.5em;
      border-radius: 50%;
      object-fit: cover;
    }

    .centre-number {
      display: block;
      font-size: 4em;
      font-weight: 600;
      line-height: 1;
      text-align: center;
      color: var(--_accent);
    }
  }

  .way {
    fill: none;
    stroke: var(--_line);
    stroke-width: 0.5;
  }

  .way.gone {
    stroke: var(--_accent);
    stroke-width: 1;
  }

  @media (forced-colors: active) {
    .way {
      stroke: CanvasText;
    }

    [aria-current] .disc {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
