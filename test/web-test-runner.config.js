/** Browser tests: what `tsc` made of the `.test.ts` files under `test/`, in a real browser. */
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { forcedColorsPlugin, quietPlugin } from './tools/run/browser-plugins.mjs';
import { countingReporter } from './tools/run/browser-reporter.mjs';
import { BROWSER_ARGS, findBrowser } from './tools/run/browser.mjs';

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: ['out/test/**/*.test.js'],
  // Lit as it is shipped; its development build warns in the console.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 2,
  browsers: [
    chromeLauncher({
      // A window each: in a tab in the background nothing is painted and a test that waits for a frame waits for ever.
      createPage: async ({ context }) => (await context.browser().createBrowserContext()).newPage(),
      launchOptions: { executablePath: await findBrowser(), headless: true, args: BROWSER_ARGS },
    }),
  ],
  plugins: [a11ySnapshotPlugin(), forcedColorsPlugin(), quietPlugin()],
  reporters: [defaultReporter({ reportTestProgress: false }), countingReporter()],
  // Generous limits, and for one test: a busy machine must not reach them. The last is for a file that never ends.
  testFramework: { config: { timeout: 120_000 } },
  browserStartTimeout: 300_000,
  testsStartTimeout: 300_000,
  testsFinishTimeout: 3_600_000,
};
