import type { AdminApi } from '../receiver/admin/admin-api.js';
import type { SignupFilter } from '../receiver/storage/reading.js';

/**
 * Rejects where a filter names a feed, a sign-up or an edition of which nothing is stored, though there is of others: it is
 * misspelt, and an empty list would look as if nobody had signed up.
 */
export async function checkStored(
  admin: AdminApi,
  filter: Pick<SignupFilter, 'feed' | 'signup' | 'edition'>,
): Promise<void> {
  const counts = await admin.counts();
  if (counts.length === 0) return;
  for (const part of ['feed', 'signup', 'edition'] as const) {
    const stored = new Set(counts.map((count) => count[part] ?? '(none)'));
    const named = filter[part];
    if (named !== undefined && !stored.has(named))
      throw new Error(`Nothing is stored of the ${part} "${named}". There is: ${[...stored].join(', ')}.`);
  }
}
