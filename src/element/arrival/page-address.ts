import type { ReactiveController, TemplateResult } from 'lit';
import type { Languages, Translator } from '../../i18n/translate.js';
import { fragment, isIn, othersIn, pairOf, withFragment } from '../controllers/fragment.js';
import { LazyModule } from '../controllers/lazy-module.js';
import type * as ArrivalModule from './arrival.js';
import type { ArrivalMessages } from './locales/index.js';
import type { WidgetLink } from './widget-link.js';

/**
 * Reads and writes a widget's part of the address; loaded where a page lets a widget use it. What belongs to others stays
 * as it is, and a fragment that is an anchor or a route of the host's is never overwritten. What a link names is loaded at
 * once, brought into sight and given the focus, by code that comes only then.
 */
export class PageAddress implements ReactiveController {
  /** This widget's part of the address, as it was read or written last; `undefined` until it has been read. */
  #current: string | undefined;
  /** The selections that the visitor made here: going back to one of them is no arrival. */
  readonly #made = new Set<string>();
  /** The last step pushed by this widget, to know it again. */
  #pushed: { readonly hash: string; readonly length: number } | undefined;
  readonly #link: WidgetLink;
  readonly #arrival: LazyModule<typeof ArrivalModule>;

  constructor(link: WidgetLink) {
    this.#link = link;
    this.#arrival = new LazyModule(link.host, () => import('./arrival.js'));
    link.host.addController(this);
  }

  /** Settles when the code for arriving is there; `undefined` where nothing arrives. */
  get pending(): Promise<void> | undefined {
    return this.#link.arriving && this.#arrival.pending;
  }

  hostConnected(): void {
    for (const event of ['hashchange', 'popstate', 'pageshow']) addEventListener(event, this.#onUrlChange);
    // Catches up with the address, which may have changed while the host was away.
    if (this.#current !== undefined) return this.#onUrlChange();
    const link = this.#link;
    if (!link.host.deepLink) return;
    const values = this.read();
    if (String(link.values) === link.firstRead) return;
    link.byVisitor = true;
    link.targets.onNavigate(values);
    link.host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const event of ['hashchange', 'popstate', 'pageshow']) removeEventListener(event, this.#onUrlChange);
  }

  hostUpdate(): void {
    const { arriving, feed } = this.#link;
    if (arriving && feed.ready?.complete) this.#arrival.module?.prepareArrival(this.#link);
  }

  hostUpdated(): void {
    const { arriving, feed } = this.#link;
    if (arriving && feed.ready?.complete) this.#arrival.module?.arrive(this.#link);
  }

  /** Reads this widget's part of the address. */
  read(): URLSearchParams {
    const link = this.#link;
    const { isFirst, prefix, values: own } = link;
    // What is named, but cannot be read as it stands, is read by the code for arriving.
    const isNamed = isFirst && (own.size > 0 || isIn(location.hash.slice(1), prefix));
    if (!isFirst) {
      this.#arrival.loadOnce();
      void this.#arrival.loading?.then(() => this.#arrival.module?.warnOfSameKeys(link));
    }
    const current = own.toString() || (isNamed ? location.hash : '');
    if (current !== this.#current) {
      this.#current = current;
      link.missing = undefined;
      link.arriving = isNamed && !this.#made.has(current) ? own : undefined;
    }
    if (isNamed) {
      link.feed.loadNow();
      this.#arrival.loadOnce();
    }
    return own;
  }

  readonly #onUrlChange = () => {
    const link = this.#link;
    if (!link.host.deepLink) return;
    const before = this.#current;
    const values = this.read();
    if (this.#current === before) return;
    link.byVisitor = true;
    link.targets.onNavigate(values);
    link.host.requestUpdate();
  };

  /** Writes this widget's part of the address; with `push` as a step that the back button undoes. */
  write(values: URLSearchParams, { push }: { readonly push: boolean }): void {
    const { host, prefix, sharedPrefix, targets } = this.#link;
    const current = values.toString();
    if (!host.deepLink || current === this.#current) return;
    const { route, pairs } = fragment(location.href);
    // An anchor or a route stays; a link that led here by a route's query is kept up.
    if (!isIn(pairs, prefix) && (route || (pairs && !/^[^/!=&]+=/.test(pairs)))) return;
    this.#current = current;
    if (!targets.keys.some((key) => values.has(key))) this.#made.add(current);
    const others = othersIn(pairs, prefix);
    const written = sharedPrefix ? othersIn(others.join('&'), sharedPrefix) : others;
    for (const [key, value] of values) written.push(pairOf(prefix + key, value));
    try {
      history[push && !route ? 'pushState' : 'replaceState'](
        history.state,
        '',
        withFragment(location.href, route, written),
      );
      if (push && !route) this.#pushed = { hash: location.hash, length: history.length };
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
    if (!this.#link.host.deepLink || pushed?.hash !== location.hash || pushed.length < history.length)
      return false;
    history.back();
    return true;
  }

  /** Renders the sentence that what a link leads to is not there, where that is so; `translate` makes its words. */
  renderMissing(
    translate: (words: Languages<ArrivalMessages>) => Translator<ArrivalMessages>,
  ): TemplateResult | undefined {
    const { module } = this.#arrival;
    const { missing } = this.#link;
    return missing && module ? module.missingNotice(translate(module.languages), missing) : undefined;
  }
}
