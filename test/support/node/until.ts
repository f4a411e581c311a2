/** Waiting for what happens elsewhere, without a guess at how long that takes. */
import assert from 'node:assert/strict';

const MAX_WAIT_MS = 100_000;
const INTERVAL_MS = 20;

/** Settles when something holds. Rejects after a generous time, with what was `seen` until then. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  seen: () => unknown = () => undefined,
): Promise<void> {
  for (const end = performance.now() + MAX_WAIT_MS; !(await holds());) {
    assert.ok(performance.now() < end, JSON.stringify(seen()));
    await new Promise((settle) => setTimeout(settle, INTERVAL_MS));
  }
}
