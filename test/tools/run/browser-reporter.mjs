/**
 * For the browser tests: writes how many tests really ran to the file named in COUNTS. A test that its engine cannot run
 * counts as skipped; one that is skipped for any other reason as failed, and so does a file that could not run or that
 * left something in the console.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isExcused, skippedLines } from './skipped.mjs';

export const countingReporter = () => ({
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const notRun = [];
    for (const session of sessions) {
      const tests = testsOf(session.testResults);
      const excused = tests.filter(({ name, skipped }) => skipped && isExcused(name));
      const failed = tests.filter((test) => (test.skipped || !test.passed) && !excused.includes(test));
      for (const { name } of failed.filter(({ skipped }) => skipped)) console.log(`✗ skipped: ${name}`);
      notRun.push(...excused.map(({ name }) => name));
      counts.passed += tests.length - failed.length - excused.length;
      counts.failed += failed.length;
      counts.skipped += excused.length;
      const { errors, logs, testFile } = session;
      if (failed.length > 0 || (errors.length === 0 && logs.length === 0)) continue;
      counts.failed += 1;
      console.log(`✗ ${relative('', testFile)}: ${errors.length ? 'did not run' : 'wrote to the console'}`);
    }
    for (const line of skippedLines(notRun)) console.log(line);
    if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
  },
});

const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);
