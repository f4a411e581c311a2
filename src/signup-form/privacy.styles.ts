import { css } from 'lit';

export const privacyStyles = css`
  .privacy {
    margin-block-start: 3em;
    padding-block-start: 1.5em;
    border-block-start: 1px solid var(--_line);
  }

  .subheading {
    font-size: 1.125em;
  }

  .privacy dl > div {
    margin-block-start: 1em;
  }

  .privacy dt {
    font-weight: 600;
  }

  .privacy > p {
    margin-block-start: 1em;
  }

  @container ceal-widget (min-inline-size: 34em) {
    .privacy dl > div {
      display: grid;
      grid-template-columns: 10em 1fr;
      gap: 1em;
    }
  }
`;
