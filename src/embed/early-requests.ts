import type { EarlyRequest } from '../feed/early-request.js';

/** The key on an element; `feed/early-request.ts` reads it. The loader has no module in common with the chunks. */
const REQUEST_KEY = Symbol.for('ceal-widgets/feed-request');

/** The requests begun, by address: one for all elements with the same feed. */
const requests = new Map<string, EarlyRequest>();

/**
 * Requests the feed that an element names, before the code of the element is there: the store takes the request over.
 * Leaves alone what that code has to judge: a feed in the page, an address that is none, an element that waits until it
 * is near. Never throws.
 */
export function requestEarly(element: Element): void {
  const text = (name: string) => element.getAttribute(name)?.trim() ?? '';
  const src = text('src');
  const isJudgedLater = !src || /\s/.test(src) || element.hasAttribute('data');
  if (isJudgedLater || text('loading').toLowerCase() === 'lazy' || REQUEST_KEY in element) return;
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
    // Whoever takes it over tells why it failed; where nobody does, nobody waits for it.
    response.catch(() => {});
    request = { address: href, response, startedAt: Number(Date.now()), abort: () => controller.abort() };
    requests.set(href, request);
  }
  (element as Element & { [REQUEST_KEY]?: EarlyRequest })[REQUEST_KEY] = request;
}
