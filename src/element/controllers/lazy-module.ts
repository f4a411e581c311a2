import type { ReactiveControllerHost } from 'lit';

/** Code of a widget that comes when it is needed. */
export class LazyModule<T> {
  /** The code, once it is there. */
  module: T | undefined;
  /** Settles when an attempt to load it has ended; never rejects. */
  loading: Promise<void> | undefined;
  /** Whether the last attempt failed: the connection is gone, or a new version has other files. */
  failed = false;
  readonly #host: ReactiveControllerHost;
  readonly #import: () => Promise<T>;

  constructor(host: ReactiveControllerHost, importing: () => Promise<T>) {
    this.#host = host;
    this.#import = importing;
  }

  /** What has been asked for and is not there yet. */
  get pending(): Promise<void> | undefined {
    return this.module ? undefined : this.loading;
  }

  /** Asks for it unless that has failed: for what every update needs, which would else ask for ever. */
  loadOnce(): void {
    if (!this.failed) this.load();
  }

  /** Asks for it, as when a visitor wants it. Asked again after a failure, it tries again. */
  readonly load = (): void => {
    this.loading ??= this.#import().then(
      (value) => {
        this.module = value;
        this.failed = false;
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        this.loading = undefined;
        this.failed = true;
        this.#host.requestUpdate();
        console.error('[ceal-widgets] a part of a widget could not be loaded:', error);
      },
    );
  };
}
