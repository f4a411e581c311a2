import { css } from 'lit';

/**
 * The looks a page can set. Each private `--_name` follows one chain: our own token, the NL Design System tokens that
 * the page may have loaded, a default whose contrast was checked. Inside widgets only the private names are used.
 *
 * Text, font and size are the page's own. Quiet lines and surfaces are mixed from its text colour, so that they fit any
 * background; controls and dialogs stand on an opaque surface of ours, because the page's background is unknown.
 */
export const tokens = css`
  .root {
    --_accent: var(
      --ceal-accent,
      var(--utrecht-link-color, var(--basis-color-action-1-color-default, light-dark(#0f6b4f, #7fd6b4)))
    );
    --_action: var(
      --ceal-action,
      var(
        --utrecht-button-primary-action-background-color,
        var(--utrecht-button-background-color, light-dark(#0f6b4f, #7fd6b4))
      )
    );
    --_on-action: var(
      --ceal-on-action,
      var(--utrecht-button-primary-action-color, var(--utrecht-button-color, light-dark(#fff, #06281d)))
    );
    --_warning: var(--ceal-warning, light-dark(#a4471f, #f0a583));
    --_surface: var(--ceal-surface, var(--utrecht-surface-background-color, light-dark(#fff, #1c211f)));
    --_on-surface: var(--ceal-on-surface, light-dark(#1d2321, #edf2ef));
    --_line: var(--ceal-line, color-mix(in srgb, currentColor 14%, transparent));
    --_quiet: var(--ceal-quiet, color-mix(in srgb, currentColor 5%, transparent));
    --_control-border: var(
      --ceal-control-border,
      var(--utrecht-textbox-border-color, color-mix(in srgb, var(--_on-surface) 62%, var(--_surface)))
    );
    --_radius: var(--ceal-radius, var(--utrecht-textbox-border-radius, 0.375em));
    --_card-radius: var(--ceal-card-radius, 0.5em);
    --_focus-inner: var(--ceal-focus-inner, light-dark(#10231c, #ffffff));
    --_focus-outer: var(--ceal-focus-outer, light-dark(#ffffff, #10231c));
    --_target: max(2.75em, 44px);
  }
`;
