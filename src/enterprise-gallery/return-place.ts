/**
 * Keeps the place of a visitor in a long list for when they come back to the page. A browser that has no copy of the page
 * looks for the place while there is no list yet, and does not look again.
 */
import type { LitElement, ReactiveController } from 'lit';

/** Name of the place in the storage of this tab, for one page and one gallery on it. */
const keyOf = ({ id }: Element) => `ceal-gallery-place ${location.pathname}${location.search} ${id}`;

/** The galleries whose place is kept. */
const keepers = new WeakMap<LitElement, PlaceKeeper>();

/** Brings the place of an earlier visit back in sight, and keeps it from now on; safe to call on every update. */
export function keepPlace(host: LitElement): void {
  if (keepers.has(host)) return;
  keepers.set(host, new PlaceKeeper(host));
  // Where cards take the place of empty ones, browsers go along with these: not before all are there.
  void host.updateComplete.then(() => restorePlace(host));
}

/** Keeps the place in the window when the page is left. */
class PlaceKeeper implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#save);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#save);
  }

  readonly #save = (): void => {
    try {
      sessionStorage.setItem(keyOf(this.#host), String(scrollY));
    } catch {
      // Without storage the page begins at its top, as before.
    }
  };
}

/** Brings the kept place back in sight where the visitor has come back, unless the page or the visitor has moved it. */
function restorePlace(host: Element): void {
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
