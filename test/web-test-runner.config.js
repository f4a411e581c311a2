/**
 * Browser tests: what `tsc` made of the `.test.ts` files under `test/`, in a real browser: Chromium, or the engine named
 * in ENGINE.
 */
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { forcedColorsPlugin, keepModules, quietPlugin } from './tools/run/browser-plugins.mjs';
import { countingReporter } from './tools/run/browser-reporter.mjs';
import { freePort } from './tools/process.mjs';
import { LAUNCHERS } from './tools/run/launchers.mjs';

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: ['out/test/**/*.test.js'],
  // The runner's own choice is the first one free, of which two that start together make the same.
  port: await freePort(),
  // Lit as it is shipped; its development build warns in the console.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 2,
  browsers: [await LAUNCHERS[process.env.ENGINE ?? 'chromium']()],
  middleware: [keepModules],
  plugins: [a11ySnapshotPlugin(), forcedColorsPlugin(), quietPlugin()],
  reporters: [defaultReporter({ reportTestProgress: false }), countingReporter()],
  // Generous limits, and for one test: a busy machine must not reach them. The last is for a file that never ends.
  testFramework: { config: { timeout: 120_000 } },
  browserStartTimeout: 300_000,
  testsStartTimeout: 300_000,
  testsFinishTimeout: 3_600_000,
};
