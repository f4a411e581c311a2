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
  if (typeof document === 'undefined') return { blocked: false, stop: () => {} };
  const watch = {
    blocked: false,
    stop: () => document.removeEventListener('securitypolicyviolation', onViolation),
  };
  const origin = new URL(address).origin;
  const onViolation = (event: SecurityPolicyViolationEvent) => {
    const { blockedURI, effectiveDirective, disposition } = event;
    const ours = blockedURI === address || blockedURI === origin || address.startsWith(`${blockedURI}?`);
    if (effectiveDirective === 'connect-src' && disposition === 'enforce' && ours) watch.blocked = true;
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  return watch;
}

export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

export function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}

export function pause(duration: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timing);
      reject(signal.reason as Error);
    };
    const timing = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, duration);
    signal.addEventListener('abort', stop, { once: true });
  });
}
