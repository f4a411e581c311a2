import { css } from 'lit';

/** What a search has found. */
export const markedStyles = css`
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
