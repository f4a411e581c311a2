/**
 * Loaded before every file of `node --test`: ends a file whose test hangs, and names the test. The limit is for one test,
 * never for a file, whose time depends on how many tests it has and what else the machine is doing.
 */
import { afterEach, beforeEach } from 'node:test';

const MAX_TEST_MS = 15 * 60_000;
const timers = new Map();

beforeEach((test) => {
  const timer = setTimeout(() => {
    console.error(`"${test.name}" has not ended after ${MAX_TEST_MS / 60_000} minutes.`);
    process.exit(1);
  }, MAX_TEST_MS);
  timers.set(test, timer.unref());
});
afterEach((test) => {
  clearTimeout(timers.get(test));
  timers.delete(test);
});
