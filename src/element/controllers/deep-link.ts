import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

interface DeepLinkHost extends ReactiveControllerHost, HTMLElement {
  /** Whether this widget may use the address at all. */
  deepLink: boolean;
  /** Before its first update a host has not read what the address says: nothing is written, nothing arrives. */
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
  readonly #onArrive: (values: URLSearchParams) => void;
  #last = '';
  #pushed: { readonly hash: string; readonly length: number } | undefined;

  /** `name`: the widget's short name. `onArrive`: the address says something else than before. */
  constructor(host: DeepLinkHost, name: string, onNavigate: (values: URLSearchParams) => void) {
    this.#host = host;
    this.#name = name;
    this.#onArrive = onNavigate;
    host.addController(this);
  }

  hostConnected(): void {
    for (const event of ['hashchange', 'popstate', 'pageshow']) addEventListener(event, this.#arrive);
    // What the address has become while the host was away.
    if (this.#host.hasUpdated) this.#arrive();
  }

  hostDisconnected(): void {
    for (const event of ['hashchange', 'popstate', 'pageshow']) removeEventListener(event, this.#arrive);
  }

  /** What the address says of this widget now. Nothing on a server, and nothing where deep links are off. */
  read(): URLSearchParams {
    const own = new URLSearchParams();
    if (isServer || !this.#host.deepLink) return own;
    for (const [key, value] of new URLSearchParams(fragment()))
      if (key.startsWith(this.#prefix)) own.append(key.slice(this.#prefix.length), value);
    this.#last = own.toString();
    return own;
  }

  readonly #arrive = () => {
    const before = this.#last;
    const values = this.read();
    if (values.toString() !== before) this.#onArrive(values);
  };

  /** Writes this widget's part of the address. `push` makes a step that the back button undoes. */
  write(values: URLSearchParams, push: boolean): void {
    const { deepLink, hasUpdated } = this.#host;
    if (!deepLink || !hasUpdated || values.toString() === this.#last) return;
    const before = fragment();
    if (before === undefined) return;
    this.#last = values.toString();
    // Only our own pairs are written anew: those of others stay to the letter.
    const prefix = encodeURI(this.#prefix);
    const pairs = before.split('&').filter((pair) => pair && !pair.startsWith(prefix));
    for (const pair of values) pairs.push(prefix + String(new URLSearchParams([pair])));
    const url = withFragment(pairs.join('&'));
    try {
      if (push) history.pushState(history.state, '', url);
      else history.replaceState(history.state, '', url);
      this.#pushed = push ? { hash: location.hash, length: history.length } : this.#pushed;
    } catch {
      // Some frames and browsers limit how often the address may change; the widget works without it.
    }
  }

  /** Takes the last pushed step back, if nothing was stepped since; whether it did. The address then arrives anew. */
  stepBack(): boolean {
    const pushed = this.#pushed;
    this.#pushed = undefined;
    if (!this.#host.deepLink || pushed?.hash !== location.hash || pushed.length !== history.length)
      return false;
    history.back();
    return true;
  }

  /** A link to one thing of this widget, with the address as it is otherwise. */
  hrefTo(id: string, key = 'open'): string {
    return withFragment(`${this.#prefix}${key}=${id}`);
  }

  get #prefix(): string {
    const { id } = this.#host;
    return `ceal-${this.#name}${id ? `-${id}` : ''}.`;
  }
}

/** The address of the page with another fragment, or none. In full, as a bare fragment would begin at the page's `<base>`. */
function withFragment(text: string): string {
  return (isServer ? '' : location.href.split('#')[0]!) + (text && `#${text}`);
}

/** The fragment where it holds keys and values; `undefined` when it is an anchor or a route, which are not ours. */
function fragment(): string | undefined {
  const text = location.hash.slice(1);
  return text === '' || /^[^/!=&]+=/.test(text) ? text : undefined;
}
