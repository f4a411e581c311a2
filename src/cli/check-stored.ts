import type { SignupCount, SignupFilter } from '../receiver/storage/reading.js';

/**
 * Throws where a filter names a feed, a sign-up or an edition of which nothing is stored, though there is of others: it is
 * misspelt, and an empty list would look as if nobody had signed up.
 */
export function checkStored(
  counts: readonly SignupCount[],
  filter: Pick<SignupFilter, 'feed' | 'signup' | 'edition'>,
): void {
  if (counts.length === 0) return;
  for (const part of ['feed', 'signup', 'edition'] as const) {
    const stored = new Set(counts.map((count) => count[part] ?? '(none)'));
    const named = filter[part];
    if (named !== undefined && !stored.has(named))
      throw new Error(`Nothing is stored of the ${part} "${named}". There is: ${[...stored].join(', ')}.`);
  }
}
