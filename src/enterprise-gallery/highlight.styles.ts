import { css } from 'lit';

/** Marks of what a search has found. */
export const highlightStyles = css`
  mark {
    background: color-mix(in srgb, var(--_accent) 22%, transparent);
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 1px;
  }

  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
