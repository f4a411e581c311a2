import { sqlState } from './database.js';

/** More at once would keep the first ones waiting. */
const MOST = 64;

/** Work for the database that is done for many at once: while one batch is on its way, the next one gathers. */
export class Batches<In, Out> {
  readonly #work: (items: readonly In[]) => Promise<readonly Out[]>;
  #waiting: Ticket<In, Out>[] = [];
  #running: Promise<void> | undefined;

  constructor(work: (items: readonly In[]) => Promise<readonly Out[]>) {
    this.#work = work;
  }

  /** How many wait for their turn. */
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
    while (this.#waiting.length > 0) await this.#settle(this.#waiting.splice(0, MOST));
    // At once: whoever comes between the last look and a later moment would wait for ever.
    this.#running = undefined;
  }

  async #settle(tickets: readonly Ticket<In, Out>[]): Promise<void> {
    try {
      const results = await this.#work(tickets.map(({ item }) => item));
      tickets.forEach(({ resolve }, at) => resolve(results[at]!));
    } catch (error) {
      // One that the database cannot take must not drag the others along.
      if (tickets.length > 1 && isAboutContent(error))
        for (const ticket of tickets) await this.#settle([ticket]);
      else tickets.forEach(({ reject }) => reject(error));
    }
  }
}

interface Ticket<In, Out> {
  readonly item: In;
  readonly resolve: (result: Out) => void;
  readonly reject: (error: unknown) => void;
}

/** Data exceptions and broken constraints (SQLSTATE classes 22, 23 and 54). */
function isAboutContent(error: unknown): boolean {
  return /^(22|23|54)/.test(sqlState(error) ?? '');
}
