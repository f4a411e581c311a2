import { css } from 'lit';
import { cardStyles } from './card.styles.js';
import { controlsStyles } from './controls.styles.js';
import { detailStyles } from './detail.styles.js';

/** The gallery as a whole; its pieces have sheets of their own. */
export const styles = [
  css`
    .heading {
      margin-block-end: 0.75em;
      font-size: 1.75em;
    }

    .list {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr));
      gap: 2em 1.5em;
    }

    .item {
      display: grid;
      grid-row: span 3;
      grid-template-rows: subgrid;
      min-inline-size: 0;
    }

    .opened {
      grid-column: 1 / -1;
    }

    .more {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.75em 1em;
      margin-block-start: 2em;
      font-variant-numeric: tabular-nums;
    }

    .skeleton {
      opacity: 0;
      animation: appear 0s 300ms forwards;
    }

    @keyframes appear {
      to {
        opacity: 1;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      .skeleton {
        animation-delay: 300ms;
      }
    }

    .bar {
      display: block;
      inline-size: 80%;
      block-size: 0.75em;
      border-radius: 0.25em;
      background: var(--_line);
    }

    .bar.short {
      inline-size: 45%;
    }

    @media print {
      .list {
        display: block;
      }

      .item {
        display: block;
        break-inside: avoid;
        margin-block-end: 1.5em;
      }
    }
  `,
  controlsStyles,
  cardStyles,
  detailStyles,
];
