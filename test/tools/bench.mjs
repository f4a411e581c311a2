/**
 * `npm run bench`: installs what is missing, the peers that stand beside ours included, builds, and measures. What
 * follows `--` goes to the benchmark.
 */
import { fileURLToPath } from 'node:url';
import { installPackages } from './setup.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
installPackages();
installPackages(new URL('../bench/', import.meta.url));
const { findBrowser } = await import('./browser.mjs');
const { bundle } = await import('./build.mjs');
const { compile } = await import('./compile.mjs');
const { node } = await import('./run.mjs');

await findBrowser();
process.stdout.write((await compile()).output);
await bundle();
const { code } = await node(['test/bench/bench.mjs', ...process.argv.slice(2)], { show: true });
process.exitCode = code;
