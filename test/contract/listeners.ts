/// <reference types="mocha" />
/** Counts what is set up on the page and not torn down again. */
type Undo = () => void;

const undo: Undo[] = [];
afterEach(() => undo.splice(0).forEach((it) => it()));

/** From now to the end of the test: listeners on the window and the document, and timers. */
export function countListeners(): { left(): string[] } {
  const held = new Map<unknown, string>();
  const listeners = new Map<string, Map<unknown, string>>();
  for (const [name, target] of Object.entries({ window, document })) {
    const heldBy = (type: string) => {
      const key = `${name} ${type}`;
      if (!listeners.has(key)) listeners.set(key, new Map());
      return listeners.get(key)!;
    };
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
      heldBy(type).set(listener, `${name}: ${type}`);
      addEventListener.call(target, type, listener, options);
      options?.signal?.addEventListener('abort', () => heldBy(type).delete(listener));
    };
    target.removeEventListener = (type: string, listener: EventListener, options?: EventListenerOptions) => {
      heldBy(type).delete(listener);
      removeEventListener.call(target, type, listener, options);
    };
    undo.push(() => Object.assign(target, { addEventListener, removeEventListener }));
  }
  const { setInterval, clearInterval } = window;
  Object.assign(window, {
    setInterval: (...args: Parameters<typeof setInterval>) => {
      const id = setInterval.apply(window, args);
      held.set(id, 'interval');
      return id;
    },
    clearInterval: (id: number) => {
      held.delete(id);
      clearInterval.call(window, id);
    },
  });
  undo.push(() => Object.assign(window, { setInterval, clearInterval }));
  return { left: () => [...held.values(), ...[...listeners.values()].flatMap((each) => [...each.values()])] };
}
