/** The fragment of the page's address: the page's own parts of it, and keys and values in `URLSearchParams` syntax. */
import { isServer } from 'lit';

/** The fragment of the address, without a text to scroll to: a route of the page's, if any, and keys and values. */
export function fragment(): { readonly route: string; readonly pairs: string } {
  const text = isServer ? '' : location.hash.slice(1).split(':~:')[0]!;
  const [, route = '', pairs = ''] = /^(!?\/[^?]*|[^?=&]+(?=\?)|)\??(.*)/.exec(text)!;
  return { route, pairs };
}

/** The values of the keys that begin with a prefix, by the rest of their key. */
export function valuesIn(prefix: string): URLSearchParams {
  const values = new URLSearchParams();
  for (const [key, value] of new URLSearchParams(fragment().pairs))
    if (key.startsWith(prefix)) values.append(key.slice(prefix.length), value);
  return values;
}

/** True if a text in `URLSearchParams` syntax, maybe a damaged one, has a prefix in it. */
export const isIn = (text: string, prefix: string): boolean =>
  `${text} ${[...new URLSearchParams(text)].join()}`.includes(prefix);

/** A pair in `URLSearchParams` syntax. */
export const pairOf = (key: string, value: string): string => String(new URLSearchParams([[key, value]]));

/** The pairs without a prefix in them, to the letter. */
export const othersIn = (pairs: string, prefix: string): string[] =>
  pairs.split('&').filter((pair) => pair && !isIn(pair, prefix));

/** @returns the address of the page with another fragment, or none; in full, as a bare fragment begins at `<base>`. */
export function withFragment(route: string, pairs: readonly string[]): string {
  const text = [route, pairs.join('&')].filter(Boolean).join('?');
  return (isServer ? '' : location.href.split('#')[0]!) + (text && `#${text}`);
}
