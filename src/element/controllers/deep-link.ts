import { isServer, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Languages, Translator } from '../../i18n/translate.js';
import type { ArrivalMessages } from '../arrival/locales/index.js';
import type { PageAddress } from '../arrival/page-address.js';
import type { FeedController } from '../feed/feed-controller.js';
import { fragment, othersIn, pairOf, valuesIn, withFragment } from './fragment.js';
import { LazyModule } from './lazy-module.js';

interface DeepLinkHost extends LitElement {
  /** True where the page lets this widget use the address. */
  deepLink: boolean;
}

/** Everything that an address can say of a kind of widget. */
export interface LinkTargets {
  /** The widget's short name, as in `ceal-<name>.…`. */
  readonly name: string;
  /** The keys that lead to one thing, as `open` does. */
  readonly keys: readonly string[];
  /** @returns whether the feed has what a key leads to, or a value to filter by. */
  readonly knows: (key: string, value: string) => boolean;
  /** The element of what the address leads to; `null` until it is rendered. */
  readonly find: () => HTMLElement | null;
  /** Called when the visitor or the page has changed this widget's part of the address. */
  readonly onNavigate: (values: URLSearchParams) => void;
}

/** All in the page, in the order in which they came into it. */
const links = new Set<DeepLink>();

/**
 * Keeps a widget's state in the address fragment, as `#ceal-gallery.q=soep&ceal-gallery.open=ex-soep`: namespaced per
 * widget and per id, in `URLSearchParams` syntax. What follows the address and writes it comes later, where the page lets
 * the widget use it.
 */
export class DeepLink implements ReactiveController {
  /** The part of the address that is still to be brought into sight. */
  arriving: URLSearchParams | undefined;
  /** True if the visitor went there; false if the page was opened there. */
  byVisitor = false;
  /** The key that leads to what the feed does not have; a visitor is told until they do something else. */
  missing: string | undefined;
  readonly #address: LazyModule<PageAddress>;

  constructor(
    readonly host: DeepLinkHost,
    readonly feed: FeedController,
    readonly targets: LinkTargets,
  ) {
    this.#address = new LazyModule(host, () =>
      import('../arrival/page-address.js').then(({ PageAddress }) => new PageAddress(this)),
    );
    host.addController(this);
  }

  /** Settles when the code that is needed for the address is there; `undefined` where none is on its way. */
  get pending(): Promise<void> | undefined {
    return this.#address.pending ?? this.#address.module?.pending;
  }

  hostConnected(): void {
    links.add(this);
  }

  hostDisconnected(): void {
    links.delete(this);
  }

  /** Reads this widget's part of the address; it is empty on a server and where deep links are off. */
  read(): URLSearchParams {
    if (isServer || !this.host.deepLink) return new URLSearchParams();
    this.#address.loadOnce();
    return this.#address.module?.read() ?? this.values;
  }

  /** The part of the address as it stands; of several widgets with the same keys only the first is led to one thing. */
  get values(): URLSearchParams {
    const values = valuesIn(this.prefix);
    if (!this.isFirst) for (const key of this.targets.keys) values.delete(key);
    return values;
  }

  get isFirst(): boolean {
    const { prefix } = this;
    return [...links].filter((link) => link.host.deepLink && link.prefix === prefix)[0] === this;
  }

  /** Writes this widget's part of the address; with `push` as a step that the back button undoes. */
  write(values: URLSearchParams, options: { readonly push: boolean }): void {
    this.#address.module?.write(values, options);
    void this.#address.pending?.then(() => this.write(values, options));
  }

  /** @returns whether the last pushed step was there to be taken back. */
  stepBack(): boolean {
    return !!this.#address.module?.stepBack();
  }

  /** @returns the address of this page with only one thing of ours in its fragment, for a link; a route stays. */
  hrefTo(id: string, key = 'open'): string {
    const { route, pairs } = fragment();
    return withFragment(route, [...(route ? othersIn(pairs, 'ceal-') : []), pairOf(this.prefix + key, id)]);
  }

  /** The sentence that what a link leads to is not there, where that is so; `translate` makes its words. */
  renderMissing(
    translate: (words: Languages<ArrivalMessages>) => Translator<ArrivalMessages>,
  ): TemplateResult | undefined {
    return this.#address.module?.renderMissing(translate);
  }

  /** The beginning of this widget's keys in the address. */
  get prefix(): string {
    const { id } = this.host;
    return `ceal-${this.targets.name}${id ? `-${id}` : ''}.`;
  }
}
