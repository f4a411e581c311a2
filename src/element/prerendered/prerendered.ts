import type { ReactiveControllerHost } from 'lit';
import type { Takeover } from './takeover.js';
import { LazyModule } from '../controllers/lazy-module.js';

/** A field that a visitor is in, or has filled in and left. */
const FILLED_IN = 'input:focus, textarea:focus, :user-valid, :user-invalid';

/**
 * What a server has rendered of a widget: it stays in sight until all that takes its place is there, and then goes at
 * once, so that nothing flickers.
 */
export class Prerendered {
  /** The nodes of it; none once they are gone. */
  #nodes: readonly ChildNode[] = [];
  readonly #takeover: LazyModule<Takeover>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#takeover = new LazyModule(host, () =>
      import('./takeover.js').then((module) => new module.Takeover(host)),
    );
  }

  /** True while it is in sight. */
  get isInSight(): boolean {
    return this.#nodes.length > 0;
  }

  /** Settles when the code is there that keeps what a visitor has done in it, and no word is half composed. */
  get pending(): Promise<void> | undefined {
    return this.isInSight ? (this.#takeover.pending ?? this.#takeover.module?.composing) : undefined;
  }

  /** Looks for it in a shadow root that the parser has made. @returns the node before which the widget is to render. */
  adopt(root: Node | null): ChildNode | undefined {
    this.#nodes = [...(root?.childNodes ?? [])];
    if (!root || !this.isInSight) return undefined;
    this.#takeover.load();
    return root.insertBefore(new Comment(), root.firstChild);
  }

  /**
   * Draws the widget in its place. What a visitor has typed, opened or has the focus on stays. Where the code for that
   * could not be loaded, what was typed keeps all in sight.
   */
  replace(root: ParentNode, draw: () => void): void {
    const nodes = this.#nodes;
    const takeover = this.#takeover.module;
    if (!takeover && root.querySelector(FILLED_IN)) return draw();
    const restore = takeover?.remember();
    this.#nodes = [];
    draw();
    for (const node of nodes) node.remove();
    restore?.();
  }
}
