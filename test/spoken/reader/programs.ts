/** The programs of one session, each ended by its own id: at the end, and when this process ends before, even by force. */
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { isBusy } from './process-tree.js';

/** Longer than a program takes to end on a busy machine. */
const END_MS = 10_000;

export class Programs {
  /** The environment in which the next ones start. */
  readonly env: Record<string, string>;
  readonly #folder: string;
  readonly #started: { readonly name: string; readonly child: ChildProcess }[] = [];

  constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.env = { ...env };
  }

  /**
   * Starts a program. What it writes goes to a file in the folder, but for what `pipe` names: `stdout`, or a third
   * descriptor of its own.
   */
  start(name: string, [command, ...args]: readonly [string, ...string[]], pipe?: 'stdout' | 3): ChildProcess {
    const log = openSync(this.#logOf(name), 'a');
    const stdio: StdioOptions = ['ignore', pipe === 'stdout' ? 'pipe' : log, log];
    if (pipe === 3) stdio.push('pipe');
    // The system ends it when this process is no more, which nobody else could do after a SIGKILL.
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], { env: this.env, stdio });
    closeSync(log);
    this.#started.push({ name, child });
    return child;
  }

  /** Fails when a program ends that was to stay, with what it wrote. */
  failed(name: string): Promise<never> {
    const { child } = this.#started.find((program) => program.name === name)!;
    return once(child, 'exit').then(() => {
      throw new Error(`${name} has ended: ${readFileSync(this.#logOf(name), 'utf8').slice(-2_000)}`);
    });
  }

  /** True if one of them is at work, or waits for its turn to be. */
  isBusy(): boolean {
    return this.#started.some(({ child }) => child.pid !== undefined && isBusy(child.pid));
  }

  /** Ends all, the last one first. */
  async end(): Promise<void> {
    for (const { child } of this.#started.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill();
      const force = setTimeout(() => child.kill('SIGKILL'), END_MS);
      await ended;
      clearTimeout(force);
    }
  }

  #logOf(name: string): string {
    return join(this.#folder, `${name}.log`);
  }
}
