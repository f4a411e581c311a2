import { css } from 'lit';

export const cardStyles = css`
  .card {
    display: grid;
    grid-row: span 3;
    grid-template: subgrid / minmax(0, 1fr);
    row-gap: 0;
    position: relative;
    min-inline-size: 0;
  }

  /* After the name for whoever listens, before it for the eye. */
  .picture {
    order: -1;
    overflow: hidden;
    aspect-ratio: 3 / 2;
    margin-block-end: 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_card-radius);
    background: var(--_quiet);
    transition: border-color 140ms;
  }

  .image,
  .tile {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    object-fit: cover;
  }

  .image.whole {
    padding: 0.75em;
    object-fit: contain;
  }

  .card .badge {
    position: absolute;
    font-size: 0.7778em;
    inset-block-start: 0.75em;
    inset-inline-start: 0.75em;
    pointer-events: none;
  }

  .tile {
    stroke: none;
    --_paper: light-dark(#eef3ec, #26302b);
    --_one: light-dark(#9dc4ad, #3f6b57);
    --_two: light-dark(#cfe0d2, #33473d);
    --_three: light-dark(#d9a184, #8a5138);
    background: var(--_paper);
  }

  .tile.palette-1 {
    --_paper: light-dark(#f6eee7, #332b26);
    --_one: light-dark(#d9a184, #8a5138);
    --_two: light-dark(#ecd0bf, #5a3f31);
    --_three: light-dark(#9dc4ad, #3f6b57);
  }

  .tile.palette-2 {
    --_paper: light-dark(#f3f1e4, #2e2d22);
    --_one: light-dark(#c9bf86, #6d6534);
    --_two: light-dark(#b9d2c0, #3b5a4b);
    --_three: light-dark(#0f6b4f, #7fd6b4);
  }

  .tile.palette-3 {
    --_paper: light-dark(#e9f0f2, #232d31);
    --_one: light-dark(#a3c3cc, #3d606a);
    --_two: light-dark(#cfdfe3, #2f444b);
    --_three: light-dark(#e2bd72, #96742f);
  }

  .text,
  .facts {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .text {
    min-block-size: 7em;
    margin-block-end: 0.75em;
  }

  .name {
    margin-block-end: 0.375em;
    font-size: 1.125em;
  }

  .name > * {
    font-size: 1em;
  }

  .name-link {
    color: inherit;
    text-decoration: none;
  }

  .name-link::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_card-radius);
  }

  /* Above the link, so that it can be selected. */
  .card :is(.tagline, .facts) {
    position: relative;
  }

  .name-link:hover {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 0.125em;
    text-underline-offset: 0.2em;
  }

  .name-link:focus-visible {
    outline: none;
    box-shadow: none;
  }

  .name-link:focus-visible::after {
    outline: 0.1875em solid var(--_focus-inner);
    outline-offset: 0.25em;
    box-shadow: 0 0 0 0.25em var(--_focus-outer);
  }

  .card:hover .picture {
    border-color: var(--_accent);
  }

  .facts {
    display: flex;
    flex-direction: column;
    gap: 0.125em;
    min-block-size: 3.5em;
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--_line);
    font-size: 0.875em;
  }

  .status {
    display: inline-flex;
    align-items: baseline;
    gap: 0.5em;
    font-weight: 600;
  }

  .status-mark {
    flex: none;
    align-self: center;
    inline-size: 0.875em;
    block-size: 0.875em;
    fill: var(--_accent);
  }

  @media (forced-colors: active) {
    .status-mark {
      fill: CanvasText;
    }
  }

  .empty-card .bar {
    margin-block: 0.375em 0.75em;
  }

  /* A list: the picture becomes a stamp beside the words. */
  .layout-list {
    grid-template-columns: minmax(0, 1fr);
    gap: 0;
  }

  .layout-list .card {
    grid-row: auto;
    grid-template: auto 1fr / minmax(5em, 10em) minmax(0, 1fr);
    padding-block: 1em;
    border-block-end: 1px solid var(--_line);
    column-gap: 1em;
    min-block-size: 6.75em;
  }

  .layout-list .picture {
    grid-row: 1 / -1;
    align-self: start;
    margin: 0;
  }

  .layout-list .card .badge {
    position: static;
    margin-block: 0.25em;
  }

  .layout-list :is(.text, .facts) {
    grid-column: 2;
    min-block-size: 0;
    margin-block-end: 0.25em;
  }

  .layout-list .facts {
    flex-flow: row wrap;
    align-items: baseline;
    gap: 0 1em;
    padding: 0;
    border: 0;
  }

  @container ceal-widget (max-inline-size: 26em) {
    .layout-list .card {
      grid-template-columns: 5em minmax(0, 1fr);
    }
  }

  /* Large text on a phone: beside a picture, words would stand letter by letter. */
  @container ceal-widget (max-inline-size: 15em) {
    .layout-list .card {
      display: block;
    }

    .layout-list .picture {
      inline-size: 5em;
      margin-block-end: 0.5em;
    }
  }

  @media print {
    .list {
      display: block;
    }

    .card {
      grid-template: auto 1fr / 9em minmax(0, 1fr);
      column-gap: 1em;
      break-inside: avoid;
      margin-block-end: 1.5em;
    }

    .card .picture {
      grid-row: 1 / -1;
      align-self: start;
      margin: 0;
    }

    /* Backgrounds are left off: on the picture the badge could not be read. */
    .card .badge {
      position: static;
    }

    .card :is(.text, .facts) {
      grid-column: 2;
      min-block-size: 0;
    }
  }
`;
