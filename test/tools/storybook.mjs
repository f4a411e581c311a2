/**
 * `npm run storybook` and `npm run build:storybook`: installs what is missing, makes what the stories read from `dist/`
 * (the manifest), and starts Storybook, which then tells nobody about it.
 */
import { fileURLToPath } from 'node:url';
import { installPackages } from './setup.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
installPackages();
const { bundle } = await import('./build.mjs');
const { compile } = await import('./compile.mjs');
const { bin, node } = await import('./run.mjs');

const COMMANDS = {
  dev: ['dev', '--port', '6006', '--no-open'],
  build: ['build', '--output-dir', 'storybook-static', '--quiet'],
};

const [command, ...more] = process.argv.slice(2);
process.stdout.write((await compile()).output);
await bundle();
const { code } = await node(
  [bin('storybook/dist/bin/dispatcher.js'), ...COMMANDS[command], '--ci', ...more],
  {
    show: true,
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
  },
);
process.exitCode = code;
