/** Runs the command line as a coordinator does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { node } from '#tools/process.mjs';
import { EDITIONS, SIGNUP } from './receiver.js';

export const PROGRAM = 'out/src/cli/ceal-widgets.js';

/** Makes a feed with an edition, `lente`, that is open whenever a test runs. */
export const openFeedOf = (lente: Readonly<Record<string, unknown>> = {}) => ({
  version: '1.0',
  id: 'proef',
  language: 'nl',
  editions: EDITIONS.map((edition) =>
    edition.id === 'lente' ? { ...edition, start: '2090-01-01', end: '2090-02-01', ...lente } : edition,
  ),
  signups: [SIGNUP],
});

export const FEED = openFeedOf();

/** Runs a command to its end. */
export const ceal = (...args: readonly string[]) =>
  node([PROGRAM, ...args], { env: { ...process.env, NO_COLOR: '1' } });

export interface ReceiverProcess {
  readonly url: string;
  /** Undefined while it lives. */
  exitCode(): number | string | undefined;
  /** Goes away as the reader of its output, as `head` does when it has what it wants. */
  closeOutput(): void;
  /** The lines of its standard output, its log among them. */
  readonly lines: readonly string[];
  /** Stops it with a signal, SIGTERM by default. @returns its exit code */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts a receiver, on any port that is free where none is named. Settles when it listens; rejects with its messages where it ends before. */
export function receive(...args: readonly string[]): Promise<ReceiverProcess> {
  return receiveIn({}, ...args);
}

/** Starts a receiver as `receive` does, with more in its environment. */
export async function receiveIn(
  env: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<ReceiverProcess> {
  const port = args.includes('--port') ? [] : ['--port', '0'];
  const child = spawn(process.execPath, [PROGRAM, 'receive', ...port, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  const url = await new Promise<string>((settle, fail) => {
    output.on('line', (line) => {
      const [, found] = /^Receiving sign-ups at (\S+)\/signups/.exec(line) ?? [];
      if (found) settle(found);
    });
    let messages = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (messages += text));
    child.once('close', () => fail(new Error(messages)));
  });
  return {
    url,
    lines,
    exitCode: () => child.exitCode ?? child.signalCode ?? undefined,
    closeOutput: () => {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}
