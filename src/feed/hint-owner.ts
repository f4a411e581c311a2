import type { FailureReason } from './request.js';

const said = new Set<string>();

/**
 * Says once per address and reason, in the console, why a feed does not come. Visitors get their own words, in their own
 * language, in the page; these are for the site's owner, and come only when there is something to say.
 */
export function hintOwner(address: string, reason: FailureReason, status?: number): void {
  const key = `${reason} ${address}`;
  if (said.has(key)) return;
  said.add(key);
  const tell = (hint: string) =>
    console.warn(`[ceal-widgets] ${address}: ${hint}${status ? ` (HTTP ${status})` : ''}`);
  import('./hints.js').then(
    ({ HINTS }) => tell(HINTS[reason]),
    () => tell(reason),
  );
}
