/** The fragment of a page's address, to which a frame in the page adds what it shows. */

/** A fragment that is made of pairs, as ours is; an anchor or a route of the page is not. */
const IS_PAIRS = /^#[^/!=&?]+=/;

/**
 * Makes the fragment of a page after a change in the frame: what the frame has added comes at the end, what it has taken
 * away goes, and what it never had stays to the letter. What has gone from the page's address since stays away.
 * @param hash The fragment as it is, by `location.hash`: with its `#`, empty for none.
 * @param before The pairs of the frame as the page knew them.
 * @param after The pairs of the frame now.
 * @returns the fragment with its `#`, empty for none; an anchor or a route as it is, which is never overwritten
 */
export function mergedFragment(hash: string, before: readonly string[], after: readonly string[]): string {
  if (hash && !IS_PAIRS.test(hash)) return hash;
  const kept = hash
    .slice(1)
    .split('&')
    .filter((pair) => pair && (after.includes(pair) || !before.includes(pair)));
  const added = after.filter((pair) => !before.includes(pair));
  const text = [...new Set([...kept, ...added])].join('&');
  return text && `#${text}`;
}
