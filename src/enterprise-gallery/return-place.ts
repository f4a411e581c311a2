/**
 * Keeps the place of a visitor in a long list for when they come back to the page. A browser that has no copy of the page
 * looks for the place while there is no list yet, and does not look again.
 */

/** Name of the place in the storage of this tab, for one page and one gallery on it. */
const keyOf = ({ id }: Element) => `ceal-gallery-place ${location.pathname}${location.search} ${id}`;

/** Starts to keep the place in the window when the page is left; ends at the signal. */
export function keepPlace(host: Element, signal: AbortSignal): void {
  const save = () => {
    try {
      sessionStorage.setItem(keyOf(host), String(scrollY));
    } catch {
      // Without storage the page begins at its top, as before.
    }
  };
  addEventListener('pagehide', save, { signal });
}

/** Brings the kept place back in sight where the visitor has come back, unless the page or the visitor has moved it. */
export function restorePlace(host: Element): void {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry?.type === 'navigate' || history.scrollRestoration === 'manual') return;
  try {
    const top = Number(sessionStorage.getItem(keyOf(host)));
    sessionStorage.removeItem(keyOf(host));
    if (top > 0) scrollTo({ top, behavior: 'instant' });
  } catch {
    // The same.
  }
}
