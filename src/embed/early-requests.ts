import type { EarlyRequest } from '../feed/early-request.js';
import { isPlaceholder } from './tag-of.js';

/** The key on an element; `feed/early-request.ts` reads it. The loader has no module in common with the chunks. */
const REQUEST_KEY = Symbol.for('ceal-widgets/feed-request');

/** The requests begun, by address: one for all elements with the same feed. */
const requests = new Map<string, EarlyRequest>();

/**
 * Requests the feed that an element or a placeholder names, before the code of the element is there: the store takes the
 * request over. Leaves alone what that code has to judge: a feed in the page, an address that is none, an element that
 * waits until it is near. Never throws.
 */
export function requestEarly(element: HTMLElement): void {
  const attribute = (name: string) =>
    isPlaceholder(element) ? element.dataset[name] : (element.getAttribute(name) ?? undefined);
  const src = attribute('src')?.trim();
  const isLazy = attribute('loading')?.trim().toLowerCase() === 'lazy';
  if (!src || /\s/.test(src) || isLazy || attribute('data') !== undefined || REQUEST_KEY in element) return;
  if (!URL.canParse(src, element.baseURI)) return;
  const { href } = new URL(src, element.baseURI);
  if (!href.startsWith('http')) return;
  let request = requests.get(href);
  if (!request) {
    const controller = new AbortController();
    const response = fetch(href, {
      signal: controller.signal,
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    });
    const begun: EarlyRequest = {
      address: href,
      response,
      startedAt: Number(Date.now()),
      isAnswered: false,
      holders: 0,
      isTaken: false,
      abort: () => controller.abort(),
    };
    // Whoever takes it over tells why it failed; where nobody does, nobody waits for it.
    response.then(
      () => (begun.isAnswered = true),
      () => {},
    );
    requests.set(href, (request = begun));
  }
  request.holders++;
  (element as HTMLElement & { [REQUEST_KEY]?: EarlyRequest })[REQUEST_KEY] = request;
}
