/**
 * The keys under which a filled-in form was sent. The same content goes out under the same key, so that sending again
 * cannot sign anybody up twice. Changed content gets a new key and names the earlier ones whose outcome never became
 * known, for the receiver to replace.
 */
export interface Attempts {
  /** The key of the last attempt and a fingerprint of its content, while its outcome is not known. */
  readonly last?: { readonly key: string; readonly fingerprint: string } | undefined;
  /** Keys that were sent and may have been stored; the last one is among them. */
  readonly uncertain: readonly string[];
}

export const NO_ATTEMPTS: Attempts = { uncertain: [] };

/** More than anybody will press; a longer list in a draft is not ours. */
export const MAX_UNCERTAIN_KEYS = 20;

export interface NextAttempt {
  readonly key: string;
  readonly replaces: readonly string[];
  /** To be kept before the attempt is made: a page can vanish while the response is on its way. */
  readonly attempts: Attempts;
}

/** The next attempt to send some content. */
export function nextAttempt(attempts: Attempts, content: string, newKey: () => string): NextAttempt {
  const fingerprint = fingerprintOf(content);
  const key = attempts.last?.fingerprint === fingerprint ? attempts.last.key : newKey();
  const replaces = attempts.uncertain.filter((other) => other !== key);
  const uncertain = [...replaces, key].slice(-MAX_UNCERTAIN_KEYS);
  return { key, replaces, attempts: { last: { key, fingerprint }, uncertain } };
}

/** The attempts after a refusal: that key was certainly not stored and is never used again. */
export function refused(attempts: Attempts, key: string): Attempts {
  return { uncertain: attempts.uncertain.filter((other) => other !== key) };
}

/** The attempts after the receiver said that the key belongs to other content: it may be stored, but not used again. */
export function keyRejected(attempts: Attempts): Attempts {
  return { uncertain: attempts.uncertain };
}

/** A hash that tells one content from another (cyrb53): the content, consents among it, is not kept. */
function fingerprintOf(text: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return ((two >>> 0).toString(36) + (one >>> 0).toString(36)).slice(0, 14);
}
