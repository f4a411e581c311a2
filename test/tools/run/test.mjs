/**
 * `npm test`: checks, builds and tests everything. One stage that fails does not keep the next from running.
 * `npm test -- --only check` (or build, node, browser, e2e, size …) runs a part, and `npm test -- gallery` the test files
 * whose path holds that word.
 */
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { STAGES, USUAL_STAGES, runnersOf } from './stages.mjs';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const [filter = ''] = positionals;

/** Half of what a test does is wait, for a browser or a disk: another stage uses that time. */
const MAX_STAGES_AT_ONCE = 2;

const stages = chosen();
if (stages.some(({ name }) => ['browser', 'e2e', 'stories'].includes(name))) await findBrowser();
const results = await runAll();
summarise();

/** Runs each stage when those that it needs have ended, in their order as far as that lets. */
async function runAll() {
  const waiting = [...stages];
  const running = new Map();
  const ended = [];
  const isReady = ({ needs }) => needs.every((need) => ended.some(({ name }) => name === need));
  while (waiting.length > 0 || running.size > 0) {
    while (running.size < MAX_STAGES_AT_ONCE && waiting.some(isReady)) {
      const [stage] = waiting.splice(waiting.findIndex(isReady), 1);
      running.set(stage.name, run(stage));
    }
    const result = await Promise.race(running.values());
    running.delete(result.name);
    ended.push(result);
  }
  return stages.map(({ name }) => ended.find((result) => result.name === name));
}

/** Shows the output of a stage in one piece; that of a single runner as it comes. */
async function run({ name, run: begin }) {
  const start = performance.now();
  const show = stages.filter(({ isRunner }) => isRunner).length === 1;
  if (show) console.log(`\n— ${name}`);
  const { passed, failed, output } = await begin({ filter, show });
  const seconds = (performance.now() - start) / 1000;
  if (!show) console.log(`\n— ${name}`);
  if (output) console.log(output.trimEnd());
  return { name, passed, failed, seconds };
}

/** The stages asked for, and what they need, in their order. */
function chosen() {
  const names = values.only.length > 0 ? values.only : filter ? runnersOf(filter) : USUAL_STAGES;
  const wanted = new Set(STAGES.filter(({ name, group }) => names.includes(name) || names.includes(group)));
  if (wanted.size === 0) {
    console.error(
      `Nothing to run: no stage or test file for "${[...values.only, filter].join(' ').trim()}".`,
    );
    process.exit(1);
  }
  // Needs come earlier in the list, so from the end every need is met.
  for (const stage of [...STAGES].reverse()) {
    if (!wanted.has(stage)) continue;
    for (const need of stage.needs) wanted.add(STAGES.find(({ name }) => name === need));
  }
  return STAGES.filter((stage) => wanted.has(stage));
}

function summarise() {
  const row = (name, passed, failed, time) =>
    console.log(`${name.padEnd(10)}${passed.padStart(8)}${failed.padStart(8)}${time.padStart(9)}`);
  console.log();
  row('', 'passed', 'failed', 'time');
  for (const { name, passed, failed, seconds } of results)
    row(name, String(passed), String(failed), `${seconds.toFixed(1)} s`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed');
  console.log(`\n${sum('passed')} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
