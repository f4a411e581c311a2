/** Returns what `read` returns, or `undefined` where it throws: storage may be forbidden, an object may have getters. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
