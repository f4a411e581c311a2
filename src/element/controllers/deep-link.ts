import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

interface DeepLinkHost extends ReactiveControllerHost, HTMLElement {
  /** True where the page lets this widget use the address. */
  deepLink: boolean;
  /** False until the host has read what the address says in its first update; before, nothing is written. */
  readonly hasUpdated: boolean;
}

/**
 * Keeps a widget's state in the address fragment, as `#ceal-gallery.q=soep&ceal-gallery.open=ex-soep`: namespaced per
 * widget and per id, in `URLSearchParams` syntax. What belongs to others stays as it is, and a fragment that is an anchor
 * or a route of the host's is never overwritten.
 */
export class DeepLink implements ReactiveController {
  readonly #host: DeepLinkHost;
  readonly #name: string;
  readonly #onNavigate: (values: URLSearchParams) => void;
  /** This widget's part of the address, as it was read or written last. */
  #current = '';
  /** The last step pushed by this widget, to know it again. */
  #pushed: { readonly hash: string; readonly length: number } | undefined;

  /**
   * @param name The widget's short name, as in `ceal-<name>.…`.
   * @param onNavigate Called when the visitor or the page has changed this widget's part of the address.
   */
  constructor(host: DeepLinkHost, name: string, onNavigate: (values: URLSearchParams) => void) {
    this.#host = host;
    this.#name = name;
    this.#onNavigate = onNavigate;
    host.addController(this);
  }

  hostConnected(): void {
    for (const event of ['hashchange', 'popstate', 'pageshow']) addEventListener(event, this.#onUrlChange);
    // Catches up with the address, which may have changed while the host was away.
    if (this.#host.hasUpdated) this.#onUrlChange();
  }

  hostDisconnected(): void {
    for (const event of ['hashchange', 'popstate', 'pageshow']) removeEventListener(event, this.#onUrlChange);
  }

  /** Reads this widget's part of the address; it is empty on a server and where deep links are off. */
  read(): URLSearchParams {
    const own = new URLSearchParams();
    if (isServer || !this.#host.deepLink) return own;
    for (const [key, value] of new URLSearchParams(fragment()))
      if (key.startsWith(this.#prefix)) own.append(key.slice(this.#prefix.length), value);
    this.#current = own.toString();
    return own;
  }

  readonly #onUrlChange = () => {
    const before = this.#current;
    const values = this.read();
    if (values.toString() !== before) this.#onNavigate(values);
  };

  /** Writes this widget's part of the address; with `push` as a step that the back button undoes. */
  write(values: URLSearchParams, { push }: { readonly push: boolean }): void {
    const { deepLink, hasUpdated } = this.#host;
    if (!deepLink || !hasUpdated || values.toString() === this.#current) return;
    const before = fragment();
    if (before === undefined) return;
    this.#current = values.toString();
    // Only our own pairs are written anew: those of others stay to the letter.
    const prefix = encodeURI(this.#prefix);
    const pairs = before.split('&').filter((pair) => pair && !pair.startsWith(prefix));
    for (const pair of values) pairs.push(prefix + String(new URLSearchParams([pair])));
    try {
      history[push ? 'pushState' : 'replaceState'](history.state, '', withFragment(pairs.join('&')));
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
    if (!this.#host.deepLink || pushed?.hash !== location.hash || pushed.length < history.length)
      return false;
    history.back();
    return true;
  }

  /** @returns the address of this page with only one thing of this widget in its fragment, for a link. */
  hrefTo(id: string, key = 'open'): string {
    return withFragment(`${this.#prefix}${key}=${id}`);
  }

  get #prefix(): string {
    const { id } = this.#host;
    return `ceal-${this.#name}${id ? `-${id}` : ''}.`;
  }
}

/** @returns the address of the page with another fragment, or none; in full, as a bare fragment begins at `<base>`. */
function withFragment(text: string): string {
  return (isServer ? '' : location.href.split('#')[0]!) + (text && `#${text}`);
}

/** @returns the fragment where it holds keys and values; `undefined` when it is an anchor or a route of the page. */
function fragment(): string | undefined {
  const text = location.hash.slice(1);
  return text === '' || /^[^/!=&]+=/.test(text) ? text : undefined;
}
