/** The fragment of a page's address: the page's own parts of it, and keys and values in `URLSearchParams` syntax. */

/** The fragment of an address, without a text to scroll to: a route of the page's, if any, and keys and values. */
export function fragment(address: string): { readonly route: string; readonly pairs: string } {
  const text = address.split('#').slice(1).join('#').split(':~:')[0]!;
  const [, route = '', pairs = ''] = /^(!?\/[^?]*|[^?=&]+(?=\?)|)\??(.*)/.exec(text)!;
  return { route, pairs };
}

/** The values of the keys that begin with a prefix, by the rest of their key. */
export function valuesIn(pairs: string, prefix: string): URLSearchParams {
  const values = new URLSearchParams();
  for (const [key, value] of new URLSearchParams(pairs))
    if (key.startsWith(prefix)) values.append(key.slice(prefix.length), value);
  return values;
}

/** True if a text in `URLSearchParams` syntax, maybe a damaged one, has a key with a prefix in it. */
export function isIn(text: string, prefix: string): boolean {
  const decoded = [...new URLSearchParams(text)].map((pair) => pair.join('='));
  const [, ...rests] = [text, ...decoded].join('&').toLowerCase().split(prefix.toLowerCase());
  return rests.some((rest) => /^[^&=]*=/.test(rest));
}

/** A pair in `URLSearchParams` syntax. */
export const pairOf = (key: string, value: string): string => String(new URLSearchParams([[key, value]]));

/** The pairs without a prefix in them, to the letter. */
export const othersIn = (pairs: string, prefix: string): string[] =>
  pairs.split('&').filter((pair) => pair && !isIn(pair, prefix));

/** @returns an address with another fragment, or none; in full, as a bare fragment begins at `<base>`. */
export function withFragment(address: string, route: string, pairs: readonly string[]): string {
  const text = [route, pairs.join('&')].filter(Boolean).join('?');
  return address.split('#')[0]! + (text && `#${text}`);
}

/** @returns an address with only one thing of ours in its fragment, for a link; a route stays. */
export function addressTo(address: string, key: string, id: string): string {
  const { route, pairs } = fragment(address);
  return withFragment(address, route, [...(route ? othersIn(pairs, 'ceal-') : []), pairOf(key, id)]);
}
