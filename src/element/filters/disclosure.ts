import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { focusWhenUpdated } from '../focus.js';

/** Opens and closes the options of a facet, and the facets together where there is no room for them. */
export class FacetDisclosure implements ReactiveController {
  /** The facet whose options are shown. */
  open: string | undefined;
  /** The facet whose options were shown last. */
  last: string | undefined;
  /** True when the facets are shown in a narrow widget. */
  filtersOpen = false;
  /** True when the options begin at the left edge of their button, false when they end at its right edge. */
  toTheRight = false;
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
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
    const toggle = button.getBoundingClientRect();
    const root = button.closest('.root')!.getBoundingClientRect();
    // On the side where there is more room.
    this.toTheRight = toggle.left + toggle.right < root.left + root.right;
    this.#show(facet === this.open ? undefined : facet);
  };

  readonly toggleFilters = (): void => {
    this.filtersOpen = !this.filtersOpen;
    this.#host.requestUpdate();
  };

  /** Closes the facets, which may be longer than the window, and moves the focus to the count of what they have left. */
  readonly leaveFilters = (): void => {
    this.toggleFilters();
    void focusWhenUpdated(this.#host, '#count');
  };

  /** Closes the options on Escape and moves the focus back to their button. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    this.#show(undefined);
    (event.currentTarget as Element).querySelector<HTMLElement>('.facet-toggle')?.focus();
  };

  /**
   * Closes options that float over the content when the focus leaves them; in a narrow widget they stay. The options can
   * hold the focus themselves: else a press on a label would move it to an element around the widget.
   */
  readonly onLeave = (event: FocusEvent): void => {
    const facet = event.currentTarget as Element;
    const floats = getComputedStyle(facet.querySelector('.options')!).position === 'absolute';
    if (floats && event.relatedTarget && !facet.contains(event.relatedTarget as Node)) this.#show(undefined);
  };

  readonly #onPressAnywhere = (event: PointerEvent): void => {
    const inside = event.composedPath().some((target) => (target as Element).id === 'facets');
    if (this.open && !inside) this.#show(undefined);
  };

  #show(facet: string | undefined): void {
    this.open = facet;
    this.last = facet ?? this.last;
    this.#host.requestUpdate();
  }
}
