/**
 * `npm run storybook` and `npm run build:storybook`: makes what the stories read from `dist/`
 * (the manifest), and starts Storybook, which then tells nobody about it.
 */
import { bundle } from '../build/build.mjs';
import { compile } from '../build/compile.mjs';
import { bin, isMain, node } from '../process.mjs';

const CONFIG = ['--config-dir', 'stories/.storybook'];
const COMMANDS = {
  dev: ['dev', ...CONFIG, '--port', '6006', '--no-open', '--ci', '--no-version-updates'],
  build: ['build', ...CONFIG, '--output-dir', 'storybook-static', '--quiet'],
};

/** Storybook itself, over what is built. */
export const runStorybook = (command, { more = [], show = false } = {}) =>
  node([bin('storybook/dist/bin/dispatcher.js'), ...COMMANDS[command], ...more], {
    show,
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
  });

if (isMain(import.meta.url)) {
  process.stdout.write((await compile()).output);
  await bundle();
  const [command, ...more] = process.argv.slice(2);
  process.exitCode = (await runStorybook(command, { more, show: true })).code;
}
