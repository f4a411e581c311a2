import type { ReactiveControllerHost } from 'lit';

/** A module of a widget that is loaded when it is needed. */
export class LazyModule<T> {
  /** The module, once it has been loaded. */
  module: T | undefined;
  /** Settles when the attempt to load it has ended; never rejects. */
  loading: Promise<void> | undefined;
  /** True when the last attempt failed: the connection is gone, or a new version has other files. */
  failed = false;
  readonly #host: ReactiveControllerHost;
  readonly #import: () => Promise<T>;

  constructor(host: ReactiveControllerHost, importModule: () => Promise<T>) {
    this.#host = host;
    this.#import = importModule;
  }

  /** Settles when the attempt under way has ended; `undefined` when there is none or the module is there. */
  get pending(): Promise<void> | undefined {
    return this.module ? undefined : this.loading;
  }

  /** Loads the module unless the last attempt failed; safe to call on every update, and where a visitor comes near. */
  readonly loadOnce = (): void => {
    if (!this.failed) this.load();
  };

  /** Loads the module, again after a failed attempt: for when a visitor asks for it. */
  load(): void {
    this.loading ??= this.#import().then(
      (module) => this.#end(module),
      (error: unknown) => {
        this.loading = undefined;
        this.#end();
        console.error('[ceal-widgets] a part of a widget could not be loaded:', error);
      },
    );
  }

  #end(module?: T): void {
    this.module = module;
    this.failed = !module;
    this.#host.requestUpdate();
  }
}
