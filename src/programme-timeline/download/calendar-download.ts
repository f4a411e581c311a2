import { withStyles } from '../../element/adopted-styles.js';
import { announce } from '../../element/announcer.js';
import { LazyModule } from '../../element/controllers/lazy-module.js';
import { calendarButtonOf } from '../row-controls.js';
import type * as downloading from './download.js';

/** Saves calendar files for the buttons in rows; loads its code when a visitor comes near one. */
export class CalendarDownload {
  readonly #host: downloading.DownloadHost;
  readonly #view: () => downloading.DownloadView | undefined;
  readonly #module: LazyModule<typeof downloading>;

  /** `view`: the data of the moment; `undefined` while there is none. */
  constructor(host: downloading.DownloadHost, view: () => downloading.DownloadView | undefined) {
    this.#host = host;
    this.#view = view;
    this.#module = new LazyModule(host, () => withStyles(host, import('./download.js')));
  }

  /** Listens to all buttons inside a shadow root. */
  listen(root: EventTarget): void {
    for (const type of ['pointerover', 'focusin', 'click'])
      root.addEventListener(type, (event) => {
        const button = calendarButtonOf(event);
        if (!button) return;
        if (type !== 'click') return this.#module.loadOnce();
        this.#module.load();
        void this.#answer(button);
      });
  }

  async #answer(button: HTMLElement): Promise<void> {
    await this.#module.loading;
    const view = this.#view();
    if (!view) return;
    const { module } = this.#module;
    if (!module) return announce((button.dataset['failure'] = view.t('failed')), view.t.language);
    delete button.dataset['failure'];
    module.answer(this.#host, button, view);
  }
}
