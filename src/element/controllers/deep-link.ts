import { isServer, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Languages, Translator } from '../../i18n/translate.js';
import type * as ArrivalModule from '../arrival/arrival.js';
import type { ArrivalMessages } from '../arrival/locales/index.js';
import type { FeedController } from '../feed/feed-controller.js';
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
 * widget and per id, in `URLSearchParams` syntax. What belongs to others stays as it is, and a fragment that is an anchor
 * or a route of the host's is never overwritten. What a link names is loaded at once, brought into sight and given the
 * focus, by code that comes only then.
 */
export class DeepLink implements ReactiveController {
  /** The part of the address that is still to be brought into sight. */
  arriving: URLSearchParams | undefined;
  /** True if the visitor went there; false if the page was opened there. */
  byVisitor = false;
  /** The key that leads to what the feed does not have; a visitor is told until they do something else. */
  missing: string | undefined;
  /** This widget's part of the address, as it was read or written last. */
  #current = '';
  /** The selections that the visitor made here: going back to one of them is no arrival. */
  readonly #made = new Set<string>();
  /** The last step pushed by this widget, to know it again. */
  #pushed: { readonly hash: string; readonly length: number } | undefined;
  readonly #code: LazyModule<typeof ArrivalModule>;

  constructor(
    readonly host: DeepLinkHost,
    readonly feed: FeedController,
    readonly targets: LinkTargets,
  ) {
    this.#code = new LazyModule(host, () => import('../arrival/arrival.js'));
    host.addController(this);
  }

  /** Settles when the code for arriving is there; `undefined` where nothing arrives. */
  get pending(): Promise<void> | undefined {
    return this.arriving && this.#code.pending;
  }

  hostConnected(): void {
    links.add(this);
    for (const event of ['hashchange', 'popstate', 'pageshow']) addEventListener(event, this.#onUrlChange);
    // Catches up with the address, which may have changed while the host was away.
    if (this.host.hasUpdated) this.#onUrlChange();
  }

  hostDisconnected(): void {
    links.delete(this);
    for (const event of ['hashchange', 'popstate', 'pageshow']) removeEventListener(event, this.#onUrlChange);
  }

  hostUpdate(): void {
    if (this.arriving && this.feed.ready?.complete) this.#code.module?.prepareArrival(this);
  }

  hostUpdated(): void {
    if (this.arriving && this.feed.ready?.complete) this.#code.module?.arrive(this);
  }

  /** Reads this widget's part of the address; it is empty on a server and where deep links are off. */
  read(): URLSearchParams {
    const own = new URLSearchParams();
    if (isServer || !this.host.deepLink) return own;
    const { prefix } = this;
    for (const [key, value] of new URLSearchParams(fragment().pairs))
      if (key.startsWith(prefix)) own.append(key.slice(prefix.length), value);
    const [first] = [...links].filter((link) => link.host.deepLink && link.prefix === prefix);
    const isFirst = first === this;
    // What is named, but cannot be read as it stands, is read by the code for arriving.
    const isNamed = isFirst && (own.size > 0 || isIn(location.hash.slice(1), prefix));
    if (!isFirst) {
      for (const key of this.targets.keys) own.delete(key);
      this.#code.loadOnce();
      void this.#code.loading?.then(() => this.#code.module?.warnOfTwins(this));
    }
    const current = own.toString() || (isNamed ? location.hash : '');
    if (current !== this.#current) {
      this.#current = current;
      this.missing = undefined;
      this.arriving = isNamed && !this.#made.has(current) ? own : undefined;
    }
    if (isNamed) {
      this.feed.loadNow();
      this.#code.loadOnce();
    }
    return own;
  }

  readonly #onUrlChange = () => {
    const before = this.#current;
    const values = this.read();
    if (this.#current === before) return;
    this.byVisitor = true;
    this.targets.onNavigate(values);
    this.host.requestUpdate();
  };

  /** Writes this widget's part of the address; with `push` as a step that the back button undoes. */
  write(values: URLSearchParams, { push }: { readonly push: boolean }): void {
    const { deepLink, hasUpdated } = this.host;
    const current = values.toString();
    if (!deepLink || !hasUpdated || current === this.#current) return;
    const { route, pairs } = fragment();
    const { prefix } = this;
    // An anchor or a route stays; a link that led here by a route's query is kept up.
    if (!isIn(pairs, prefix) && (route || (pairs && !/^[^/!=&]+=/.test(pairs)))) return;
    this.#current = current;
    if (!this.targets.keys.some((key) => values.has(key))) this.#made.add(current);
    const written = othersIn(pairs, prefix);
    for (const [key, value] of values) written.push(pairOf(prefix + key, value));
    try {
      history[push && !route ? 'pushState' : 'replaceState'](
        history.state,
        '',
        withFragment(route, written.join('&')),
      );
      if (push) this.#pushed = { hash: location.hash, length: history.length };
    } catch {
      // Some frames and browsers limit how often the address may change; the widget works without it.
    }
  }

  /**
   * Takes the last pushed step back, unless somebody has navigated since; what is longer than a browser's limit becomes
   * shorter by itself, in Firefox after the push. `onNavigate` is called as by the back button.
   *
   * @returns whether there was such a step.
   */
  stepBack(): boolean {
    const pushed = this.#pushed;
    this.#pushed = undefined;
    if (!this.host.deepLink || pushed?.hash !== location.hash || pushed.length < history.length) return false;
    history.back();
    return true;
  }

  /** @returns the address of this page with only one thing of ours in its fragment, for a link; a route stays. */
  hrefTo(id: string, key = 'open'): string {
    const { route, pairs } = isServer ? { route: '', pairs: '' } : fragment();
    const others = route ? othersIn(pairs, 'ceal-') : [];
    return withFragment(route, [...others, pairOf(this.prefix + key, id)].join('&'));
  }

  /** The sentence that what a link leads to is not there, where that is so; `translate` makes its words. */
  renderMissing(
    translate: (words: Languages<ArrivalMessages>) => Translator<ArrivalMessages>,
  ): TemplateResult | undefined {
    const { module } = this.#code;
    return this.missing && module
      ? module.missingNotice(translate(module.languages), this.missing)
      : undefined;
  }

  /** The beginning of this widget's keys in the address. */
  get prefix(): string {
    const { id } = this.host;
    return `ceal-${this.targets.name}${id ? `-${id}` : ''}.`;
  }
}

/** True if a text in `URLSearchParams` syntax, maybe a damaged one, has a prefix in it. */
const isIn = (text: string, prefix: string): boolean =>
  `${text} ${[...new URLSearchParams(text)].join()}`.includes(prefix);

/** A pair in `URLSearchParams` syntax. */
const pairOf = (key: string, value: string): string => String(new URLSearchParams([[key, value]]));

/** The pairs without a prefix in them, to the letter. */
const othersIn = (pairs: string, prefix: string): string[] =>
  pairs.split('&').filter((pair) => pair && !isIn(pair, prefix));

/** @returns the address of the page with another fragment, or none; in full, as a bare fragment begins at `<base>`. */
function withFragment(route: string, pairs: string): string {
  const text = route && pairs ? `${route}?${pairs}` : route + pairs;
  return (isServer ? '' : location.href.split('#')[0]!) + (text && `#${text}`);
}

/** The fragment of the address, without a text to scroll to: a route of the page's, if any, and keys and values. */
function fragment(): { readonly route: string; readonly pairs: string } {
  const text = location.hash.slice(1).split(':~:')[0]!;
  const [, route = '', pairs = ''] = /^(!?\/[^?]*|[^?=&]+(?=\?)|)\??(.*)/.exec(text)!;
  return { route, pairs };
}
