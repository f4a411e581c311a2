/** The wait that a `Retry-After` header asks for, seconds or a date (RFC 9110 §10.2.3), in milliseconds from now. */
export function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('retry-after');
  if (value === null) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Number(new Date(value)) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/**
 * Watches until `stop()` whether the page's Content Security Policy blocks requests to an address. A blocked request
 * fails like a lost connection; only the violation report tells them apart.
 */
export function watchPolicy(address: string): { readonly blocked: boolean; stop(): void } {
  const { origin } = new URL(address);
  const watch = { blocked: false, stop: () => listening.abort() };
  const listening = new AbortController();
  if (typeof document === 'undefined') return watch;
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI, effectiveDirective, disposition }) => {
      const isOurs = blockedURI === address || blockedURI === origin || address.startsWith(`${blockedURI}?`);
      if (effectiveDirective === 'connect-src' && disposition === 'enforce' && isOurs) watch.blocked = true;
    },
    listening,
  );
  return watch;
}

/** Resolves in the next task. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** True if the browser knows that the device has no network. */
export function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}

/** Resolves after so many milliseconds; rejects early, with the signal's reason, when it is aborted. */
export async function abortableDelay(durationMs: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, durationMs);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)));
  });
  signal.throwIfAborted();
}
