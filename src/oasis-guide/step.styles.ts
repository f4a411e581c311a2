import { css } from 'lit';

export const stepStyles = css`
  .step + .step {
    margin-block-start: 3em;
    padding-block-start: 3em;
    border-block-start: 1px solid var(--_line);
  }

  .step-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 1em;
    align-items: end;
  }

  .step-head > * {
    grid-column: 1;
  }

  .step-heading {
    font-size: 1em;
    scroll-margin-block-start: 5em;
  }

  .place,
  .name {
    display: block;
    unicode-bidi: plaintext;
  }

  .place {
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .name {
    font-size: 2.25em;
    line-height: 1.15;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }

  .other-names {
    margin-block-start: 0.375em;
  }

  .stamp {
    grid-area: 1 / 2 / span 2;
    inline-size: 6em;
    block-size: 6em;
    object-fit: contain;
  }

  .lead {
    margin-block-start: 1.25em;
    font-size: 1.375em;
    line-height: 1.4;
  }

  .lead p + p {
    margin-block-start: 0.5em;
  }

  .facts {
    margin-block-start: 1.5em;
    border-block-start: 1px solid var(--_line);
  }

  .facts > div {
    display: grid;
    grid-template-columns: 7em minmax(0, 1fr);
    gap: 1em;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }

  .facts dt {
    font-weight: 600;
  }

  .step section {
    margin-block-start: 2em;
  }

  .step section > :first-child {
    margin-block-end: 0.5em;
    font-size: 1.125em;
  }

  .activities li + li {
    margin-block-start: 1.25em;
  }

  .activity-title {
    font-weight: 600;
  }

  .minutes {
    font-weight: 400;
  }

  .or {
    color: var(--_accent);
  }

  .hint {
    margin-block-start: 0.5em;
    padding-inline: 0.875em;
    border-inline-start: 0.1875em solid var(--_line);
  }

  .hint-group {
    font-weight: 600;
  }

  :is(.materials, .tips, .links) li {
    position: relative;
    margin-inline-start: 1.25em;
  }

  :is(.materials, .tips, .links) li + li {
    margin-block-start: 0.375em;
  }

  :is(.materials, .tips, .links) li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-start: -1.25em;
    inline-size: 0.625em;
    border-block-start: 0.125em solid var(--_accent);
  }

  .questions li {
    font-size: 1.125em;
  }

  .questions li + li {
    margin-block-start: 0.25em;
  }

  .links .link {
    display: inline-block;
    max-inline-size: 100%;
    min-block-size: 24px;
  }

  @container ceal-widget (min-inline-size: 34em) {
    .name {
      font-size: 3em;
    }
  }

  @container ceal-widget (max-inline-size: 26em) {
    .facts > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    .stamp {
      inline-size: 4.5em;
      block-size: 4.5em;
    }

    .lead {
      font-size: 1.125em;
    }
  }

  /* Text of twice the size and more on a telephone. */
  @container ceal-widget (max-inline-size: 14em) {
    .stamp {
      display: none;
    }

    .name {
      font-size: 1.75em;
    }
  }
`;
