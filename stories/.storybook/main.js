/** Storybook reads the widgets' sources, so that it always shows what is there, and asks nothing of any other server. */
import { fileURLToPath } from 'node:url';

/**
 * Importing a `define.ts` registers an element, which is all that a story wants of it. The package promises that only
 * its published files do something by being imported, so a bundler would leave the sources out.
 */
const keepSideEffects = {
  name: 'keep-side-effects',
  transform: (_code, id) => (/\/(src|stories)\/.*\.ts$/.test(id) ? { moduleSideEffects: true } : undefined),
};

/** @type {import('@storybook/web-components-vite').StorybookConfig} */
export default {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../**/*.mdx', '../**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [
    { from: '../feeds', to: '/feeds' },
    { from: '../pictures', to: '/pictures' },
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, disableWebpackDefaults: true },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (config) => ({
    ...config,
    // Storybook takes the folder above this one; the sources lie beside it.
    root: fileURLToPath(new URL('../..', import.meta.url)),
    plugins: [...config.plugins, keepSideEffects],
    build: { ...config.build, chunkSizeWarningLimit: 2_000 },
  }),
};
