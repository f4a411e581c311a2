/** Writes one line about something that happened. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | undefined>>) => void;

/** Writes lines of JSON to the standard output. Nothing that came from a visitor may be among the facts. */
export const logToOutput: Log = (event, facts = {}) => {
  console.log(JSON.stringify({ time: new Date().toISOString(), event, ...facts }));
};

/** Goes on when the reader of the output is gone (`receive | head`): a line that nobody reads is no reason to stop. */
export function surviveLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/**
 * The facts of an error that may be logged: its kind, its code and where it was thrown. Its message may quote what
 * somebody filled in, as those of a database do.
 */
export function errorFacts(error: unknown): Readonly<Record<string, string | undefined>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    code,
    at: frames
      ?.slice(0, 3)
      .map((line) => line.trim())
      .join(' '),
  };
}
