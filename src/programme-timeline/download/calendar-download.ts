import type { ReactiveControllerHost } from 'lit';
import { announce } from '../../element/announcer.js';
import { LazyModule } from '../../element/controllers/lazy-module.js';
import { calendarTargetOf, type CalendarTarget } from '../row-controls.js';
import type * as downloading from './download.js';

/** Saves calendar files for the buttons in rows; loads its code when a visitor comes near one. */
export class CalendarDownload {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #view: () => downloading.DownloadView | undefined;
  readonly #module: LazyModule<typeof downloading>;

  /** `view`: the data of the moment; `undefined` while there is none. */
  constructor(host: ReactiveControllerHost & HTMLElement, view: () => downloading.DownloadView | undefined) {
    this.#host = host;
    this.#view = view;
    this.#module = new LazyModule(host, () => import('./download.js'));
  }

  /** Listens to all buttons inside a shadow root. */
  listen(root: EventTarget): void {
    for (const type of ['pointerover', 'focusin', 'click'])
      root.addEventListener(type, (event) => {
        const target = calendarTargetOf(event);
        if (!target) return;
        if (type !== 'click') return this.#module.loadOnce();
        this.#module.load();
        void this.#save(target);
      });
  }

  async #save(target: CalendarTarget): Promise<void> {
    await this.#module.loading;
    const view = this.#view();
    if (!view) return;
    const { module } = this.#module;
    if (!module) return announce((target.failure = view.t('failed')));
    delete target.failure;
    if (module.download(this.#host, target, view)) announce(view.t('saved'));
  }
}
