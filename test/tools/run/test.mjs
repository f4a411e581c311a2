/**
 * `npm test`: checks, builds and tests everything. One stage that fails does not keep the next from running.
 * `npm test -- --only check` (or build, node, browser, e2e, size …) runs a part, `npm test -- gallery` the test files
 * whose path holds that word, and `npm test -- --engine firefox` the browser tests in one engine, with a word too.
 */
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { ENGINE_STAGES, STAGES, USUAL_STAGES, runnersOf } from './stages.mjs';

const { values, positionals } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    engine: { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
});
const [filter = ''] = positionals;

/** More than half of what a test does is wait, for a browser or a disk: other stages use that time. */
const MAX_STAGES_AT_ONCE = 3;

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
async function run({ name, isAbsent, run: begin }) {
  if (isAbsent?.()) return absent(name);
  const start = performance.now();
  const show = stages.filter(({ isRunner }) => isRunner).length === 1;
  if (show) console.log(`\n— ${name}`);
  const { passed, failed, skipped = 0, output } = await begin({ filter, show });
  const seconds = (performance.now() - start) / 1000;
  if (!show) console.log(`\n— ${name}`);
  if (output) console.log(output.trimEnd());
  return { name, passed, failed, skipped, seconds };
}

/** A stage whose engine is not installed: a failure only if it was asked for by name. */
function absent(name) {
  console.log(`\n— ${name}\nNot run: ${name} is not installed here.`);
  return { name, passed: 0, failed: asked().length > 0 ? 1 : 0, isAbsent: true };
}

/** The stages asked for by name. */
function asked() {
  for (const engine of values.engine)
    if (!ENGINE_STAGES[engine]) fail(`There is no engine "${engine}": chromium, firefox or webkit.`);
  return [...values.only, ...values.engine.map((engine) => ENGINE_STAGES[engine])];
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** The stages asked for, and what they need, in their order. */
function chosen() {
  const names = asked().length > 0 ? asked() : filter ? runnersOf(filter) : USUAL_STAGES;
  const runners = runnersOf(filter);
  const wanted = new Set(
    STAGES.filter(({ name, group }) => names.includes(name) || names.includes(group)).filter(
      ({ name, isRunner, repeats }) => !filter || !isRunner || runners.includes(repeats ?? name),
    ),
  );
  if (wanted.size === 0)
    fail(`Nothing to run: no stage or test file for "${[...asked(), filter].join(' ').trim()}".`);
  // Needs come earlier in the list, so from the end every need is met.
  for (const stage of [...STAGES].reverse()) {
    if (!wanted.has(stage)) continue;
    for (const need of stage.needs) wanted.add(STAGES.find(({ name }) => name === need));
  }
  return STAGES.filter((stage) => wanted.has(stage));
}

function summarise() {
  const row = (name, passed, failed, skipped, time) =>
    console.log(
      `${name.padEnd(12)}${passed.padStart(8)}${failed.padStart(8)}${skipped.padStart(9)}${time.padStart(10)}`,
    );
  console.log();
  row('', 'passed', 'failed', 'skipped', 'time');
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) {
    const { name, passed, failed, isAbsent, seconds } = result;
    const skipped = isAbsent ? testsOf(name) : result.skipped;
    row(name, `${passed}`, `${failed}`, `${skipped}`, isAbsent ? 'not run' : `${seconds.toFixed(1)} s`);
    totals.passed += passed;
    totals.failed += failed;
    totals.skipped += skipped;
  }
  const missing = results.filter(({ isAbsent }) => isAbsent).map(({ name }) => name);
  if (missing.length > 0) console.log(`\nNot run, as it is not installed here: ${missing.join(', ')}.`);
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

/** How many tests a stage that was not run would have run: as many as the one that it repeats in another engine. */
function testsOf(absentName) {
  const { repeats } = STAGES.find(({ name }) => name === absentName);
  const repeated = results.find(({ name }) => name === repeats);
  return repeated ? repeated.passed + repeated.failed : 0;
}
