import { css } from 'lit';

/** The choice of order. */
export const sortStyles = css`
  .sort {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    max-inline-size: 100%;
    font-size: 0.875em;
  }

  .sort select {
    min-inline-size: 0;
    /* WebKit counts what the field cuts off of its words. */
    contain: paint;
    padding-inline: 0.625em;
  }
`;
