/**
 * The life of the key under which a filled-in form is sent. The same content goes out under the same key, so that
 * sending again cannot sign anybody up twice. Changed content gets a new key and names the earlier ones whose outcome
 * never became known, for the receiver to put aside.
 */
export interface Attempts {
  /** The key of the last attempt and a mark of its content, while its outcome is not known. */
  readonly last?: { readonly key: string; readonly mark: string } | undefined;
  /** Every key that was sent and that may or may not have been stored; the last one is among them. */
  readonly unsure: readonly string[];
}

export const NO_ATTEMPTS: Attempts = { unsure: [] };

/** More than anybody will press; an attacker's list is of no use. */
const MOST = 20;

export interface Attempt {
  readonly key: string;
  readonly replaces: readonly string[];
  /** To be kept before the attempt is made: a page can vanish while the answer is on its way. */
  readonly attempts: Attempts;
}

/** The next attempt to send some content. */
export function nextAttempt(attempts: Attempts, content: string, newKey: () => string): Attempt {
  const mark = markOf(content);
  const key = attempts.last?.mark === mark ? attempts.last.key : newKey();
  const replaces = attempts.unsure.filter((other) => other !== key);
  return { key, replaces, attempts: { last: { key, mark }, unsure: [...replaces, key].slice(-MOST) } };
}

/** After a refusal: that key was certainly not stored and is done with. */
export function refused(attempts: Attempts, key: string): Attempts {
  return { unsure: attempts.unsure.filter((other) => other !== key) };
}

/** After an answer that says the key belongs to other content: it may be stored, but it cannot be used again. */
export function spent(attempts: Attempts): Attempts {
  return { unsure: attempts.unsure };
}

/** Tells one content from another (cyrb53): what was sent is not kept, consents are part of it. */
function markOf(text: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return ((two >>> 0).toString(36) + (one >>> 0).toString(36)).slice(0, 14);
}
