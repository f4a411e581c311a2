import { css } from 'lit';

/** The guide on paper: a worksheet of a page a step, or an overview of everything on two pages. */
export const paperStyles = css`
  .room {
    margin-block-end: 0.5em;
  }

  .room i {
    display: block;
    block-size: 2em;
    border-block-end: 1px solid color-mix(in srgb, currentColor 55%, transparent);
  }

  @media print {
    .guide {
      font-size: 9.5pt;
    }

    .stage {
      display: block;
      padding: 0;
      border: 0;
    }

    .steps,
    .tools,
    .pager {
      display: none;
    }

    .step + .step {
      margin: 0;
      padding: 0;
      border: 0;
    }

    .name {
      font-size: 2.25em;
    }

    .lead {
      margin-block-start: 0.75em;
      font-size: 1.25em;
    }

    .facts {
      margin-block-start: 0.75em;
    }

    .facts > div {
      grid-template-columns: 6em 1fr;
      padding-block: 0.25em;
    }

    .step section {
      margin-block-start: 1.25em;
    }

    .step section > :first-child {
      break-after: avoid;
    }

    :is(.activities, .questions) li,
    .room {
      break-inside: avoid;
    }

    .paper .materials li::before {
      inset-block-start: 0.25em;
      box-sizing: border-box;
      inline-size: 0.875em;
      block-size: 0.875em;
      border: 1px solid currentColor;
    }

    .materials .done {
      position: absolute;
      inset-block-start: 0;
      inset-inline-start: 0.0625em;
      font-weight: 600;
    }

    .credit {
      margin-block-start: 1.5em;
    }

    /* A worksheet: what you do and room to write on one side, what you need and ask on the other. */
    .worksheet .step {
      display: grid;
      grid-template-columns: 3fr 2fr;
      grid-template-rows: repeat(4, min-content) 1fr repeat(2, min-content);
      column-gap: 2.5em;
      break-before: page;
    }

    .worksheet .step > :is(.step-head, .lead, .facts) {
      grid-column: 1 / -1;
    }

    .worksheet .step > section {
      grid-column: 2;
    }

    .worksheet .step > .activities {
      grid-area: 4 / 1 / span 2;
    }

    .worksheet .step > .materials {
      grid-row: 4;
    }

    .worksheet .step > .questions {
      grid-row: 5;
    }

    .worksheet .step > .tips {
      grid-row: 6;
    }

    .worksheet .step > .notes {
      grid-area: 6 / 1 / span 2;
    }

    .worksheet .stamp {
      inline-size: 5em;
      block-size: 5em;
    }

    .worksheet .sources {
      columns: 2;
      break-inside: avoid;
    }

    /* An overview: a row a step, from what it is called to what to ask. */
    .root:has(> .overview) {
      break-before: page;
    }

    .overview {
      font-size: 8pt;
    }

    .overview .stage {
      padding-block-start: 1em;
    }

    .overview .step {
      display: grid;
      grid-template: auto auto 1fr / 5fr 4fr 4fr 4fr;
      column-gap: 1.5em;
      padding-block: 0.5em 0.75em;
      border-block-start: 1px solid currentColor;
      break-inside: avoid;
    }

    .overview .step > * {
      grid-column: 1;
    }

    .overview .step > section {
      grid-row: 1 / -1;
      margin-block-start: 0;
    }

    .overview .step > .activities {
      grid-column: 2;
    }

    .overview .step > .materials {
      grid-column: 3;
    }

    .overview .step > .questions {
      grid-column: 4;
    }

    .overview .step > .notes {
      grid-area: 5 / 1 / auto / -1;
    }

    .overview .name {
      font-size: 1.75em;
      overflow-wrap: break-word;
      hyphens: auto;
    }

    .overview .stamp {
      inline-size: 3.5em;
      block-size: 3.5em;
    }

    .overview .lead {
      font-size: 1em;
    }

    .overview .facts > div {
      display: block;
      padding-block: 0.125em;
      border: 0;
    }

    .overview .facts :is(dt, dd) {
      display: inline;
    }

    .overview .facts dt::after {
      content: ': ';
    }

    .overview .activities li + li {
      margin-block-start: 0.25em;
    }

    .overview .activity-title {
      font-weight: 400;
    }

    .overview .activity-title ~ p,
    .overview .step > :is(.tips, .links, .notes:not(.written)),
    .overview .sources {
      display: none;
    }

    .overview .questions li {
      font-size: 1em;
    }

    .overview .room i + i {
      display: none;
    }

    /* A smaller sheet, as A5: what a step is for above it, and the three lists beside each other. */
    @container ceal-widget (max-inline-size: 40em) {
      .overview {
        font-size: 7pt;
        line-height: 1.35;
      }

      .overview .step {
        grid-template: repeat(3, auto) 1fr / repeat(3, minmax(0, 1fr));
        padding-block: 0.25em;
      }

      .overview .step > * {
        grid-column: 1 / -1;
      }

      .overview .step > section {
        grid-row: 4;
        margin-block-start: 0.25em;
      }

      .overview .step > .activities {
        grid-column: 1;
      }

      .overview .step > .materials {
        grid-column: 2;
      }

      .overview .step > .questions {
        grid-column: 3;
      }

      .overview .stamp {
        display: none;
      }

      .overview .step-head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: 1em;
      }

      .overview :is(.lead, .facts, .other-names) {
        margin-block-start: 0;
      }

      .overview .facts > div {
        display: inline;
        margin-inline-end: 1em;
      }

      .overview .room i {
        block-size: 1.5em;
      }
    }
  }
`;
