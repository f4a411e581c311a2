/**
 * For the browser tests: writes how many tests really ran to the file named in COUNTS. A skipped test counts as failed,
 * and so does a file that could not run or that left something in the console.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

export const countingReporter = () => ({
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0 };
    for (const session of sessions) {
      const tests = testsOf(session.testResults);
      const failed = tests.filter(({ passed, skipped }) => skipped || !passed);
      for (const { name } of tests.filter(({ skipped }) => skipped)) console.log(`✗ skipped: ${name}`);
      counts.passed += tests.length - failed.length;
      counts.failed += failed.length;
      const { errors, logs, testFile } = session;
      if (failed.length > 0 || (errors.length === 0 && logs.length === 0)) continue;
      counts.failed += 1;
      console.log(`✗ ${relative('', testFile)}: ${errors.length ? 'did not run' : 'wrote to the console'}`);
    }
    if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
  },
});

const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);
