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

/** A hash that tells one content from another (FNV-1a, 64 bits): the content, consents among it, is not kept. */
function fingerprintOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text)
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n);
  return hash.toString(36);
}
