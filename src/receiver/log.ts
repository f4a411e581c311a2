import { codeOf } from './error-code.js';

type Facts = Readonly<Record<string, string | number | undefined>>;

/** Writes one line about something that happened. */
export type Log = (event: string, facts?: Facts) => void;

/** Writes lines of JSON to the standard output. Nothing that came from a visitor may be among the facts. */
export const logToOutput: Log = (event, facts = {}) => {
  console.log(JSON.stringify({ time: new Date().toISOString(), event, ...facts }));
};

/** Goes on when the reader of the output is gone (`receive | head`): a line that nobody reads is no reason to stop. */
export function surviveLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/**
 * Writes each problem of one event once, and again only when it was over in between: what fails at every request fills
 * no disk.
 */
export class ProblemLog {
  readonly #log: Log;
  readonly #event: string;
  /** The facts of what was written, as JSON. */
  readonly #written = new Set<string>();

  constructor(log: Log, event: string) {
    this.#log = log;
    this.#event = event;
  }

  report(facts: Facts): void {
    const problem = JSON.stringify(facts);
    if (!this.#written.has(problem)) this.#log(this.#event, facts);
    this.#written.add(problem);
  }

  /** Tells that all is well again. */
  clear(): void {
    this.#written.clear();
  }
}

/**
 * The facts of an error that may be logged: its kind, its code and where it was thrown. Its message may quote what
 * somebody filled in, as those of a database do.
 */
export function errorFacts(error: unknown): Readonly<Record<string, string | undefined>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    code: codeOf(error),
    at: frames
      ?.slice(0, 3)
      .map((line) => line.trim())
      .join(' '),
  };
}
