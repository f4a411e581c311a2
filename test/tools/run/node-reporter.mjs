/**
 * For `node --test`: shows what failed, one line for each file that passed, and writes how many tests really ran to the
 * file named in COUNTS. A test that its engine cannot run, or that needs a program
 * which is not there, counts as skipped; one that is skipped for any other reason as
 * failed.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isExcused, skippedLines } from './skipped.mjs';

export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const reasons = [];
  const files = new Map();
  // The names of the suites around the current test, and its own.
  const names = [];
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type === 'test:start') names.splice(data.nesting, Infinity, data.name);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite' && !isOwnFailure(data)) continue;
    if (type === 'test:pass' && typeof data.skip === 'string' && isExcused(data.skip)) {
      counts.skipped += 1;
      reasons.push(data.skip);
      continue;
    }
    const file = relative('', data.file ?? data.name);
    const tally = files.get(file) ?? { passed: 0, failed: 0 };
    files.set(file, tally);
    const skipped = data.skip !== undefined || data.todo !== undefined;
    const outcome = type === 'test:pass' && !skipped ? 'passed' : 'failed';
    counts[outcome] += 1;
    tally[outcome] += 1;
    if (outcome === 'failed')
      yield `\n✗ ${file}: ${[...names.slice(0, data.nesting), data.name].join(' › ')}\n${skipped ? 'skipped' : inWords(data.details.error)}\n`;
  }
  for (const [file, { passed, failed }] of files)
    yield `${failed ? '✗' : '✓'} ${file} ${passed}/${passed + failed}\n`;
  for (const line of skippedLines(reasons)) yield `${line}\n`;
  if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
}

/** A suite that failed by itself, not by one of its tests: a broken hook. */
const isOwnFailure = ({ details }) => details.error && details.error.failureType !== 'subtestsFailed';

function inWords(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause?.message ?? cause).replace(/^/gm, '  ');
}
