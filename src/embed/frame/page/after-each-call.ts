/**
 * Calls back after each call of a method, with its arguments. For the page in a frame only, which is ours alone: no
 * browser tells of a step in the history that a script makes, or of what a script scrolls to.
 */
export function afterEachCall<T extends object, K extends keyof T>(
  target: T,
  name: K,
  call: (self: T, ...args: unknown[]) => void,
): void {
  const method = target[name] as (...args: unknown[]) => unknown;
  Object.defineProperty(target, name, {
    configurable: true,
    writable: true,
    value(this: T, ...args: unknown[]) {
      const result = method.apply(this, args);
      call(this, ...args);
      return result;
    },
  });
}
