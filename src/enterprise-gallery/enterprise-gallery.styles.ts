import { css } from 'lit';
import { filterLayoutStyles } from '../element/filters/filter-layout.styles.js';
import { cardStyles } from './card.styles.js';
import { controlsLayoutStyles } from './controls/controls-layout.styles.js';

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
  `,
  filterLayoutStyles,
  controlsLayoutStyles,
  cardStyles,
];
