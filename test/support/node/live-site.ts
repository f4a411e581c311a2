/** The command `site` while it watches or serves. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PROGRAM } from './program.js';
import { until } from './until.js';

export interface LiveSiteProcess {
  /** Everything that it has said. */
  said(): string;
  /** Settles when it has said this, since it was last waited for. @returns the first group of the pattern */
  says(words: RegExp): Promise<string>;
  /** Stops it. @returns its exit code */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export function startSite(...args: readonly string[]): LiveSiteProcess {
  const child = spawn(process.execPath, [PROGRAM, 'site', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  let text = '';
  let heard = 0;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => (text += words));
  return {
    said: () => text,
    says: async (words) => {
      const find = () => words.exec(text.slice(heard));
      await until(
        () => find() !== null || child.exitCode !== null,
        () => text,
      );
      const found = find();
      if (!found) throw new Error(`It ended without a word of ${words.source}: ${text}`);
      heard += found.index + found[0].length;
      return found[1] ?? '';
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
