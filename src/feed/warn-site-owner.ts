import { withDetails } from './failure-words/owner-term.js';
import type { Failure } from './source.js';

const said = new Set<string>();

/**
 * Says once per address and reason, in the console, why a feed does not come. Visitors get their own words, in their own
 * language, in the page; these are for the site's owner, and come only when there is something to say.
 */
export function warnSiteOwner(address: string, failure: Failure): void {
  const { reason } = failure;
  const key = `${reason} ${address}`;
  if (said.has(key)) return;
  said.add(key);
  const tell = (words: string) => console.warn(`[ceal-widgets] ${address}: ${withDetails(words, failure)}`);
  import('./failure-words/en.js').then(
    ({ en }) => tell(en[reason]),
    () => tell(reason),
  );
}
