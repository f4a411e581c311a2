import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'CEAL Widgets',
    colorPrimary: '#a4471f',
    colorSecondary: '#0f6b4f',
  }),
  ui: { enableShortcuts: false },
});
