import { css } from 'lit';

/** The clock of an activity, with its buttons. */
export const clockStyles = css`
  .clock {
    margin-block-end: 0.75em;
    padding: 0.75em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_card-radius);
    background: var(--_surface);
    color: var(--_on-surface);
    text-align: center;
  }

  .face .digits {
    display: block;
    font-size: min(3em, 17cqi);
    font-weight: 600;
    line-height: 1.1;
  }

  .clock.timeExtra .digits {
    color: var(--_warning);
  }

  .clock-note {
    min-block-size: 1.4em;
    font-size: max(0.7em, 14px);
  }

  .clock-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }

  .clock-buttons .button {
    flex: 1 1 auto;
    padding-inline: 0.5em;
  }

  .sound {
    font-size: max(0.7em, 14px);
    text-align: start;
  }
`;
