import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Which facet shows its options, and whether the facets are in sight where there is no room for them. */
export class FacetDisclosure implements ReactiveController {
  open: string | undefined;
  filtersOpen = false;
  /** Whether the options begin at the left edge of their button, and not end at its right one: where there is room. */
  toTheRight = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('pointerdown', this.#onPressAnywhere);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#onPressAnywhere);
  }

  readonly toggle = (facet: string, button: HTMLElement): void => {
    const [at, within] = [button, button.closest('.root')!].map((box) => box.getBoundingClientRect());
    this.toTheRight = at!.left + at!.right < within!.left + within!.right;
    this.#show(facet === this.open ? undefined : facet);
  };

  readonly toggleFilters = (): void => {
    this.filtersOpen = !this.filtersOpen;
    this.#host.requestUpdate();
  };

  /** Escape closes, and the focus goes back to the button. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.#show(undefined);
    (event.currentTarget as Element).querySelector<HTMLElement>('.facet-toggle')?.focus();
  };

  /**
   * Options that float over the cards close behind a visitor who moves on; in place they stay. The options can hold the
   * focus themselves: else a press on a label would give it to whatever the page has around us, as if the visitor left.
   */
  readonly onLeave = (event: FocusEvent): void => {
    const facet = event.currentTarget as Element;
    const floats = getComputedStyle(facet.querySelector('.options')!).position === 'absolute';
    if (floats && event.relatedTarget && !facet.contains(event.relatedTarget as Node)) this.#show(undefined);
  };

  readonly #onPressAnywhere = (event: PointerEvent): void => {
    const inside = event.composedPath().some((at) => (at as Element).id === 'facets');
    if (this.open && !inside) this.#show(undefined);
  };

  #show(facet: string | undefined): void {
    this.open = facet;
    this.#host.requestUpdate();
  }
}
