/**
 * `npm test`: checks, builds and tests everything. One stage that fails does not keep the
 * next from running. At the desk: `npm test -- --only check` (or build, node, browser, e2e, size …) and
 * `npm test -- gallery` for the test files whose path holds that word.
 */
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { STAGES, runnersOf } from './stages.mjs';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const [filter = ''] = positionals;

const stages = chosen();
if (stages.some(({ name }) => ['browser', 'e2e', 'stories'].includes(name))) await findBrowser();
const results = [];
// The checks only read, and show nothing but what is wrong: side by side.
const checks = new Map(stages.filter(({ group }) => group === 'check').map((stage) => [stage, run(stage)]));
for (const stage of stages) {
  console.log(`\n— ${stage.name}`);
  results.push(await (checks.get(stage) ?? run(stage)));
}
summarise();

async function run({ name, run: begin }) {
  const start = performance.now();
  const { passed, failed } = await begin(filter);
  return { name, passed, failed, seconds: (performance.now() - start) / 1000 };
}

/** The stages asked for, and what they need, in their order. */
function chosen() {
  const names =
    values.only.length > 0 ? values.only : filter ? runnersOf(filter) : STAGES.map(({ name }) => name);
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
