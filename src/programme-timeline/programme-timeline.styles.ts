import { css } from 'lit';
import { filterLayoutStyles } from '../element/filters/filter-layout.styles.js';
import { overviewStyles } from './overview/overview.styles.js';
import { sessionStyles } from './session.styles.js';

/** The timeline as a whole; its sessions have a sheet of their own. */
export const styles = [
  css`
    .heading {
      margin-block-end: 0.5em;
      font-size: 1.75em;
    }

    .count-line {
      flex-wrap: wrap;
    }

    :is(.count, .edition-toggle > span, .subscription) {
      overflow-wrap: anywhere;
    }

    .zone-note {
      margin-block-end: 1em;
      padding-inline: 1em;
      border-inline-start: 0.1875em solid var(--_accent);
    }

    .edition {
      padding-block: 1.25em 2em;
      border-block-start: 1px solid var(--_line);
    }

    .edition.closed {
      padding-block-end: 1.25em;
    }

    .edition-name {
      font-size: 1.375em;
    }

    .edition-toggle {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 0.75em;
      inline-size: 100%;
      min-block-size: max(2em, 44px);
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font-weight: inherit;
      text-align: start;
      /* The name of an edition is content, which Firefox leaves out of a copy in a button. */
      user-select: text;
      cursor: pointer;
    }

    .edition-toggle:hover > span {
      text-decoration: underline;
      text-decoration-color: var(--_accent);
      text-decoration-thickness: 0.125em;
      text-underline-offset: 0.2em;
    }

    .edition-facts + p {
      margin-block-start: 0.5em;
    }

    .add {
      margin-block: 0.5em;

      &[data-failure]::after {
        content: '\\2002' attr(data-failure);
        color: var(--_warning);
      }
    }

    .part {
      margin-block-start: 1.5em;
    }

    :is(.edition-name, .part-name, .group-name, .title) > * {
      font-size: 1em;
    }

    .prose {
      max-inline-size: 40em;
      margin-block-start: 0.5em;
    }

    .pillar-list {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1em;
      max-inline-size: 42em;
      margin-block-start: 1em;
    }

    .pillar-list li {
      position: relative;
      margin-inline-start: 1.75em;
    }

    .pillar-list .mark {
      position: absolute;
      inset-block-start: 0.375em;
      inset-inline-start: -1.75em;
    }

    .subscription {
      margin-block-end: 1.25em;
      font-size: 0.875em;
    }

    .more {
      margin-block-start: 1.5em;
    }

    /* A sheet of A4: two columns, small print, nothing to press. */
    @media print {
      .programme {
        font-size: 9pt;
      }

      .programme .count-line {
        min-block-size: 0;
        padding-block: 0 0.5em;
      }

      .edition,
      .edition.closed {
        padding-block: 0.75em;
      }

      .programme .edition {
        columns: 2;
        column-gap: 2em;
      }

      .programme :is(.edition-name, .edition-facts) {
        column-span: all;
      }

      .part {
        margin-block-start: 0.75em;
      }

      .edition-name,
      .edition-facts,
      .part > :not(.sessions) {
        break-after: avoid;
      }

      /* Firefox breaks a sentence over two columns. */
      .edition p {
        break-inside: avoid;
      }

      .edition-toggle {
        min-block-size: 0;
      }

      .edition-toggle > .chevron {
        display: none;
      }
    }
  `,
  filterLayoutStyles,
  sessionStyles,
  overviewStyles,
];
