import { isServer, type ReactiveController, type TemplateResult } from 'lit';
import type { Languages, Translator } from '../../i18n/translate.js';
import type { ArrivalMessages } from '../arrival/locales/index.js';
import type { PageAddress } from '../arrival/page-address.js';
import type { DeepLinkHost, LinkTargets, WidgetLink } from '../arrival/widget-link.js';
import type { FeedController } from '../feed/feed-controller.js';
import { addressTo, fragment, valuesIn } from './fragment.js';
import { LazyModule } from './lazy-module.js';

const pageAddress = () => (isServer ? '' : location.href);

/** All in the page, in the order in which they came into it. */
const links = new Set<DeepLink>();

/**
 * Keeps a widget's state in the address fragment, as `#ceal-gallery.q=soep&ceal-gallery.open=ex-soep`: namespaced per
 * widget and per id, in `URLSearchParams` syntax. What follows the address and writes it comes later, where the page lets
 * the widget use it.
 */
export class DeepLink implements ReactiveController, WidgetLink {
  arriving: URLSearchParams | undefined;
  byVisitor = false;
  missing: string | undefined;
  firstRead = '';
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
    // Another one may be the first now. What is only moved is back by then.
    void Promise.resolve().then(() => {
      if (!this.host.isConnected) for (const link of links) link.#address.module?.hostConnected();
    });
  }

  /** Reads this widget's part of the address; it is empty on a server and where deep links are off. */
  read(): URLSearchParams {
    if (isServer || !this.host.deepLink) return new URLSearchParams();
    this.#address.loadOnce();
    const { module } = this.#address;
    if (module) return module.read();
    this.firstRead = String(this.values);
    return this.values;
  }

  get values(): URLSearchParams {
    const { pairs } = fragment(pageAddress());
    const own = valuesIn(pairs, this.prefix);
    const values = own.size > 0 || !this.sharedPrefix ? own : valuesIn(pairs, this.sharedPrefix);
    if (!this.isFirst) for (const key of this.targets.keys) values.delete(key);
    return values;
  }

  get isFirst(): boolean {
    const { prefix } = this;
    return [...links].filter((link) => link.host.deepLink && link.prefix === prefix)[0] === this;
  }

  get sharedPrefix(): string | undefined {
    const { id } = this.host;
    const { name } = this.targets;
    const [first] = [...links].filter((link) => link.host.deepLink && link.targets.name === name);
    return id && first === this ? `ceal-${name}.` : undefined;
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
    return addressTo(pageAddress(), this.prefix + key, id);
  }

  /** The sentence that what a link leads to is not there, where that is so; `translate` makes its words. */
  renderMissing(
    translate: (words: Languages<ArrivalMessages>) => Translator<ArrivalMessages>,
  ): TemplateResult | undefined {
    return this.#address.module?.renderMissing(translate);
  }

  get prefix(): string {
    const { id } = this.host;
    return `ceal-${this.targets.name}${id ? `-${id}` : ''}.`;
  }
}
