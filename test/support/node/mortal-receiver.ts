/** A receiver that tests kill. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { PROGRAM } from './program.js';

const RESTART_DELAY_MS = 200;

interface MortalOptions {
  /** Holds the feed, `feed.json`, and the data folder, `data`. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** True to start it again when it ends by itself, as systemd does: it has found a feed that is none. */
  readonly restarts?: boolean;
}

/** A receiver that is started again whenever it is killed. */
export class MortalReceiver {
  kills = 0;
  #isEnding = false;
  #restart: NodeJS.Timeout | undefined;
  readonly #options: MortalOptions;
  #child!: ChildProcessByStdio<null, Readable, null>;
  #port!: Promise<number>;
  #settle: (port: number | Promise<number>) => void = () => {};

  constructor(options: MortalOptions) {
    this.#options = options;
  }

  /** The address of the one that lives, once there is one. */
  get url(): Promise<string> {
    return this.#port.then((port) => `http://127.0.0.1:${port}`);
  }

  start(): void {
    const { folder, env, restarts = false } = this.#options;
    const args = [
      'receive',
      '--feed',
      join(folder, 'feed.json'),
      '--data',
      join(folder, 'data'),
      '--port',
      '0',
    ];
    this.#child = spawn(process.execPath, [PROGRAM, ...args, '--rate', '1000000'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', restarts ? 'ignore' : 'inherit'],
    });
    if (restarts)
      this.#child.once('exit', () => {
        if (!this.#isEnding) this.#restart = setTimeout(() => this.start(), RESTART_DELAY_MS);
      });
    const lines = createInterface({ input: this.#child.stdout });
    const before = this.#settle;
    this.#port = new Promise((settle) => (this.#settle = settle));
    // A client that waits for one that died before it could listen waits for the next.
    before(this.#port);
    const settle = this.#settle;
    lines.on('line', (line) => {
      const { event, port } = (line.startsWith('{') ? JSON.parse(line) : {}) as {
        event?: string;
        port?: number;
      };
      if (event === 'started') settle(port!);
      else if (event === 'error' && !restarts) console.error(line);
    });
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
    this.#isEnding = false;
    this.kills += 1;
    this.start();
  }

  /** @returns its exit code */
  async stop(): Promise<number | null> {
    await this.#end('SIGTERM');
    return this.#child.exitCode;
  }

  /** Settles when the present one is gone, which may have ended by itself. */
  async #end(signal: NodeJS.Signals): Promise<void> {
    this.#isEnding = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((settle) => child.once('exit', settle));
    child.kill(signal);
    await gone;
  }
}
