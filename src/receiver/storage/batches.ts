import { isAboutContent } from './database.js';

/** The largest batch; a larger one would keep its first items waiting. */
const MAX_BATCH_SIZE = 64;

/** Groups items into batches of work for the database: while one batch is on its way, the next one gathers. */
export class BatchQueue<In, Out> {
  readonly #work: (items: readonly In[]) => Promise<readonly Out[]>;
  #waiting: QueuedItem<In, Out>[] = [];
  #running: Promise<void> | undefined;

  constructor(work: (items: readonly In[]) => Promise<readonly Out[]>) {
    this.#work = work;
  }

  /** The number of items that wait for their turn. */
  get length(): number {
    return this.#waiting.length;
  }

  /** Settles when the batch that the item went into has been committed, or has failed. */
  add(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Settles when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // Whatever arrived in the same turn goes together.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#settle(this.#waiting.splice(0, MAX_BATCH_SIZE));
    // Cleared in the same turn as the last look at the queue: an item added in between would wait for ever.
    this.#running = undefined;
  }

  async #settle(items: readonly QueuedItem<In, Out>[]): Promise<void> {
    try {
      const results = await this.#work(items.map(({ item }) => item));
      items.forEach(({ resolve }, index) => resolve(results[index]!));
    } catch (error) {
      // An item that the database cannot take must not fail the others.
      if (items.length > 1 && isAboutContent(error)) for (const item of items) await this.#settle([item]);
      else items.forEach(({ reject }) => reject(error));
    }
  }
}

interface QueuedItem<In, Out> {
  readonly item: In;
  readonly resolve: (result: Out) => void;
  readonly reject: (error: unknown) => void;
}
