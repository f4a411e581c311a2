const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * A signal that aborts at SIGINT or SIGTERM. From then on the process ends within `timeoutMs`, with exit code 1 where
 * something still hangs, and at once at a second one.
 */
export function stopSignal(timeoutMs: number): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    for (const signal of STOP_SIGNALS) process.off(signal, stop);
    setTimeout(() => {
      console.error(`Not stopped after ${timeoutMs / 1_000} seconds: ended.`);
      process.exit(1);
    }, timeoutMs).unref();
    controller.abort();
  };
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
  return controller.signal;
}
