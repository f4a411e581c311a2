import { create } from 'storybook/theming';

/** Storybook's own frame and pages, in the colours of the widgets. */
export const theme = create({
  base: 'light',
  brandTitle: 'CEAL Widgets',
  colorPrimary: '#a4471f',
  colorSecondary: '#0f6b4f',
  fontBase: 'system-ui, "Segoe UI", sans-serif',
});
