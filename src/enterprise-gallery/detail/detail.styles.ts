import { css } from 'lit';

export const detailStyles = css`
  .dialog {
    inline-size: min(42em, 100% - 2em);
    max-block-size: none;
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_card-radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  .dialog::backdrop {
    background: rgb(12 20 17 / 0.55);
  }

  .detail {
    padding: 0 1.5em 2em;
  }

  /* Positioned, so that words for voices scroll along. */
  .dialog > .detail {
    position: relative;
    max-block-size: calc(100dvb - 2em - 2px);
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .detail > * + * {
    margin-block-start: 1.25em;
  }

  .detail-bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 0.5em;
    margin-inline: -1.5em;
    padding: 0.75em 1.5em;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  /* The element with the focus does not stand behind the bar. */
  .detail > :not(.detail-bar) :is(a, button) {
    scroll-margin-block-start: 6em;
  }

  .walk {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }

  .position {
    padding-inline: 0.25em;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  .button[aria-disabled='true'] {
    border-color: var(--_line);
    color: color-mix(in srgb, var(--_on-surface) 62%, var(--_surface));
    font-weight: 400;
    text-decoration: none;
    cursor: default;
  }

  .detail .picture {
    margin-block-end: 0;
  }

  .detail > .credit {
    margin-block-start: 0.375em;
    font-size: 0.875em;
  }

  .detail-name {
    scroll-margin-block-start: 3.5em;
    font-size: 1.75em;
  }

  .detail-name .badge {
    margin-inline-start: 0.25em;
    font-size: 0.5625em;
    vertical-align: middle;
  }

  .detail > .lead {
    margin-block-start: 0.375em;
    font-size: 1.125em;
  }

  .prose > p + p {
    margin-block-start: 0.75em;
  }

  .fact-list {
    display: grid;
    grid-template-columns: minmax(7em, auto) 1fr;
    border-block-start: 1px solid var(--_line);
  }

  .fact-list > div {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    gap: 1em;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }

  .fact-list .status {
    font-weight: 400;
  }

  .links li + li {
    margin-block-start: 0.25em;
  }

  .links .link,
  .sources .link {
    display: inline-block;
    min-block-size: 24px;
  }

  .sources {
    font-size: 0.875em;
  }

  .sources-title {
    font-weight: 600;
  }

  .source-note {
    display: block;
  }

  .opened .detail {
    padding: 0 1.5em 1.5em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_card-radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  .opened .detail-bar {
    border-start-start-radius: var(--_card-radius);
    border-start-end-radius: var(--_card-radius);
  }

  @container ceal-widget (max-inline-size: 30em) {
    .detail {
      padding-inline: 1em;
    }

    .detail-bar {
      margin-inline: -1em;
      padding: 0.5em 1em;
    }

    .detail-bar,
    .walk {
      gap: 0.25em;
    }

    .detail-bar .button {
      padding-inline: 0.5em;
      font-size: 0.875em;
    }

    .detail-name {
      font-size: 1.375em;
    }

    .position {
      position: absolute;
      clip-path: inset(50%);
    }

    .fact-list > div {
      grid-template-columns: 1fr;
      gap: 0;
    }
  }

  /* Large text on a phone: the buttons stand below each other, and would leave no room for the text. */
  @container ceal-widget (max-inline-size: 15em) {
    .detail-bar {
      position: static;
    }
  }

  @container ceal-widget (min-inline-size: 40em) {
    .opened .detail .picture {
      max-inline-size: 24em;
    }
  }

  /* Names of enterprises are content. */
  .family .link-button {
    -webkit-user-select: text;
    user-select: text;
  }

  /* On paper what is open stands in place, and nothing else: a dialog would be cut off at the end of its page. */
  @media print {
    .dialog,
    .detail-bar,
    .root:has(.opened:not([hidden])) :is(.card, .count-line, .list ~ *) {
      display: none;
    }

    .opened .detail {
      padding: 0;
      border: 0;
    }

    .detail .picture {
      max-inline-size: 20em;
      break-inside: avoid;
    }

    .fact-list > div {
      break-inside: avoid;
    }

    .sources-title {
      break-after: avoid;
    }

    .family .link-button {
      display: inline;
      color: inherit;
      text-decoration: none;
    }
  }
`;
