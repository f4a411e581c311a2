/**
 * Tests that may be skipped: those that an engine cannot run (`test/support/engine-limits.ts`), and those that need a
 * program which is not there (`test/support/node/needs.ts`). The reporters know them by their reason.
 */
const REASON = /(?:Firefox|WebKit) cannot: .+|a program is missing: .+/;

/** True if a test was skipped for such a reason; `text`: the reason, or the name that ends with it. */
export const isExcused = (text) => REASON.test(text);

/** A line for each reason: how many tests were skipped for it. */
export function skippedLines(texts) {
  const counts = new Map();
  for (const text of texts) {
    const reason = REASON.exec(text)[0].replace(/\)$/, '');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `– ${count} skipped: ${reason}`);
}
