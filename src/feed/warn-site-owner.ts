import type { Failure } from './source.js';

const warned = new Set<string>();

/**
 * Warns the site's owner in the console, once for each address and reason, why a feed cannot be loaded. Visitors read a
 * text of their own in the page. Loads the words only when there is something to report.
 */
export function warnSiteOwner(address: string, failure: Failure): void {
  const { reason } = failure;
  const key = `${reason} ${address}`;
  if (warned.has(key)) return;
  warned.add(key);
  const warn = (words: string) => console.warn(`[ceal-widgets] ${address}: ${words}`);
  import('./failure-words/failure-message.js').then(
    ({ failureMessage }) => warn(failureMessage(failure, 'en')),
    () => warn(reason),
  );
}
