import { isAboutContent } from './database.js';

/** The largest batch; a larger one would keep its first items waiting. */
const MAX_BATCH_SIZE = 64;

export interface BatchOptions<In> {
  /** The number of batches on their way at the same time. */
  readonly concurrency: number;
  /** Items of one key go one batch after another; those of different keys do not wait for each other. */
  readonly keyOf: (item: In) => string;
}

/** Groups items into batches of work for the database: while one batch is on its way, the next one gathers. */
export class BatchQueue<In, Out> {
  readonly #work: (items: readonly In[]) => Promise<readonly Out[]>;
  readonly #options: BatchOptions<In>;
  /** Items that wait, by key; the key that has waited longest is the first. */
  readonly #waiting = new Map<string, QueuedItem<In, Out>[]>();
  readonly #running = new Map<string, Promise<void>>();
  #length = 0;

  constructor(work: (items: readonly In[]) => Promise<readonly Out[]>, options: BatchOptions<In>) {
    this.#work = work;
    this.#options = options;
  }

  /** The number of items that wait for their turn. */
  get length(): number {
    return this.#length;
  }

  /** Settles when the batch that the item went into has been committed, or has failed. */
  add(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      const key = this.#options.keyOf(item);
      const items = this.#waiting.get(key);
      if (items) items.push({ item, resolve, reject });
      else this.#waiting.set(key, [{ item, resolve, reject }]);
      this.#length += 1;
      this.#start();
    });
  }

  /** Settles when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  /** Starts batches as long as there are free places and keys that wait. */
  #start(): void {
    for (const key of this.#waiting.keys()) {
      if (this.#running.size >= this.#options.concurrency) return;
      if (!this.#running.has(key)) this.#running.set(key, this.#run(key));
    }
  }

  async #run(key: string): Promise<void> {
    // Whatever arrived in the same turn goes together.
    await new Promise((resolve) => setImmediate(resolve));
    const items = this.#waiting.get(key) ?? [];
    const batch = items.splice(0, MAX_BATCH_SIZE);
    // What is left goes to the end: other keys have their turn first.
    this.#waiting.delete(key);
    if (items.length > 0) this.#waiting.set(key, items);
    this.#length -= batch.length;
    await this.#settle(batch);
    this.#running.delete(key);
    this.#start();
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
