/**
 * `npm run bench`: builds and measures, beside the peers whose packages `test/bench/` has of its own. What follows `--`
 * goes to the benchmark.
 */
import { bundle } from '../build/build.mjs';
import { compile } from '../build/compile.mjs';
import { node } from '../process.mjs';
import { findBrowser } from './browser.mjs';

await findBrowser();
process.stdout.write((await compile()).output);
await bundle();
const { code } = await node(['test/bench/bench.mjs', ...process.argv.slice(2)], { show: true });
process.exitCode = code;
