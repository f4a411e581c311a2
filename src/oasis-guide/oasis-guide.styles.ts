import { css } from 'lit';
import { stepStyles } from './step.styles.js';
import { stepsNavStyles } from './steps-nav.styles.js';

/** The guide as a whole; its pieces have sheets of their own. */
export const styles = [
  css`
    .heading {
      margin-block-end: 0.5em;
      font-size: 1.75em;
    }

    .introduction {
      max-inline-size: 40em;
      font-size: 1.125em;
    }

    .introduction p + *,
    .introduction * + .not-for {
      margin-block-start: 0.75em;
    }

    .not-for {
      font-size: 1em;
      line-height: inherit;
    }

    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1.25em;
      min-block-size: max(1.75em, 24px);
      margin-block: 0.75em 1.5em;
    }

    .stage {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 2.5em;
      padding-block: 2em;
      border-block: 1px solid var(--_line);
    }

    .pager {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75em;
      margin-block-start: 2.5em;
    }

    .pager .button {
      flex: 1 1 auto;
      overflow-wrap: anywhere;
    }

    .credit {
      margin-block-start: 1em;
      font-size: 0.875em;
    }

    .sources {
      margin-block-start: 0.25em;
      font-size: 0.875em;
    }

    .sources summary {
      inline-size: fit-content;
      padding-block: 0.25em;
      font-weight: 600;
      cursor: pointer;
    }

    .sources li {
      margin-block-end: 0.375em;
    }

    .sources .link {
      display: inline-block;
      max-inline-size: 100%;
      min-block-size: 24px;
    }

    .source-note {
      display: block;
    }

    .empty-guide {
      min-block-size: 100vb;
      opacity: 0;
      animation: appear 0s 300ms forwards;
    }

    .bar {
      display: block;
      inline-size: 90%;
      block-size: 0.75em;
      margin-block: 0.375em 0.5em;
      border-radius: 0.25em;
      background: var(--_line);
    }

    .bar.short {
      inline-size: 45%;
    }

    .bar.tall {
      inline-size: 60%;
      block-size: 2em;
      margin-block-end: 1.25em;
    }

    @keyframes appear {
      to {
        opacity: 1;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      .empty-guide {
        animation-delay: 300ms;
      }
    }

    @container ceal-widget (min-inline-size: 60em) {
      .stage {
        grid-template-columns: minmax(0, 40em) 28em;
        justify-content: space-between;
        gap: 3em;
        padding-block: 3em;
      }

      /* The navigation is written first where all steps follow it, and seen beside them. */
      .whole .steps {
        grid-column: 2;
      }

      .whole .pages {
        grid-area: 1 / 1;
      }
    }

    @container ceal-widget (min-inline-size: 34em) {
      .pager .button {
        flex-grow: 0;
      }
    }
  `,
  stepStyles,
  stepsNavStyles,
];
