/** What every request needs to know about how it failed, and when to try again. */

/** RFC 9110 §10.2.3: seconds, or a date. In milliseconds from now. */
export function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('retry-after');
  if (value === null) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** A request that the page's own policy blocks looks like any lost connection; only the violation report tells. */
export function watchPolicy(address: string): { readonly blocked: boolean; stop(): void } {
  const { origin } = new URL(address);
  const watch = { blocked: false, stop: () => listening.abort() };
  const listening = new AbortController();
  if (typeof document === 'undefined') return watch;
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI, effectiveDirective, disposition }) => {
      const ours = blockedURI === address || blockedURI === origin || address.startsWith(`${blockedURI}?`);
      if (effectiveDirective === 'connect-src' && disposition === 'enforce' && ours) watch.blocked = true;
    },
    listening,
  );
  return watch;
}

export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

export function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}

/** Ends early, with the signal's reason, when it is aborted. */
export async function pause(duration: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timing = setTimeout(resolve, duration);
    signal.addEventListener('abort', () => resolve(clearTimeout(timing)));
  });
  signal.throwIfAborted();
}
