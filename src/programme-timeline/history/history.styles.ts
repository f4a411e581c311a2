import { css } from 'lit';

/** An event is a row as a session is; only it has sources. */
export const styles = [
  css`
    .sources {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.375em;
      overflow-wrap: anywhere;
    }

    .sources,
    .inferred {
      font-size: 0.875em;
    }

    .sources li {
      padding-block: 0.25em;
      min-block-size: 24px;
    }

    .inferred {
      display: block;
    }

    @media print {
      .history {
        columns: 2;
        column-gap: 2em;
        font-size: 9pt;
      }
    }
  `,
];
