/** Tests that an engine cannot run: `test/support/engine-limits.ts` gives the reason, by which the reporters know them. */
const REASON = /(?:Firefox|WebKit) cannot: .+/;

/** True if a test was skipped for what its engine cannot do; `text`: the reason, or the name that ends with it. */
export const isOfEngine = (text) => REASON.test(text);

/** A line for each reason: how many tests were skipped for it. */
export function skippedLines(texts) {
  const counts = new Map();
  for (const text of texts) {
    const reason = REASON.exec(text)[0].replace(/\)$/, '');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `– ${count} skipped: ${reason}`);
}
