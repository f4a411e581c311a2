/** The smallest widget that reads a feed: it shows the state of it, and the names of the enterprises in it. */
import { html, LitElement } from 'lit';
import type { CacheChoice } from '../../../src/feed/cache.js';
import { FeedController, type WidgetFeedHost } from '../../../src/element/feed/feed-controller.js';
import type { FeedStatus } from '../../../src/element/feed/feed-status.js';
import { enterprises } from '../../../src/feed/sections/enterprises.js';
import { themes } from '../../../src/feed/sections/labels.js';

export class TestReader extends LitElement implements WidgetFeedHost {
  static override properties = {
    data: {},
    src: {},
    refreshEvery: { attribute: 'refresh-every', type: Number },
  };

  declare data: unknown;
  declare src: string | undefined;
  declare refreshEvery: number;
  cache: CacheChoice = 'none';
  loading: 'eager' | 'lazy' = 'eager';
  staleAfter = 0;
  readonly feed = new FeedController(this, [enterprises, themes], {
    attempt: (read) => read(),
    isWaitingFor: () => false,
  });
  /** Every state that was rendered. */
  readonly seen: FeedStatus[] = [];
  #waiting: (() => void)[] = [];

  constructor() {
    super();
    this.refreshEvery = 0;
  }

  protected override willUpdate(): void {
    this.feed.prepare();
  }

  protected override render() {
    const { status } = this.feed;
    this.seen.push(status);
    const values = status.kind === 'ready' ? status.document.reader(enterprises).readAtLeast(2).values : [];
    return html`${status.kind} ${values.map(({ name }) => html`<b>${name}</b>`)}`;
  }

  protected override updated(): void {
    for (const check of [...this.#waiting]) check();
  }

  /** Comes back when a state has been rendered of which something is true; at once if it is so already. */
  reaches(isTrue: (status: FeedStatus) => boolean): Promise<FeedStatus> {
    return new Promise((resolve) => {
      const check = () => {
        const { status } = this.feed;
        if (this.isUpdatePending || !isTrue(status)) return;
        this.#waiting = this.#waiting.filter((it) => it !== check);
        resolve(status);
      };
      this.#waiting.push(check);
      check();
    });
  }

  readonly isReady = () => this.reaches(({ kind }) => kind === 'ready');
  readonly isComplete = () => this.reaches((status) => status.kind === 'ready' && status.complete);

  /** The id of the feed that is shown, else the state. */
  get shows(): string | undefined {
    const { status } = this.feed;
    return status.kind === 'ready' ? status.document.head.id : status.kind;
  }
}

customElements.define('test-reader', TestReader);

/** A feed of so many enterprises. */
export const feedOf = (id: string, count = 1) => ({
  version: '1.0',
  id,
  enterprises: Array.from({ length: count }, (_, n) => ({ id: `e${n}`, name: `Naam ${n}`, example: true })),
});
