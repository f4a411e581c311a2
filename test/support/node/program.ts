/** Running the command line as somebody at a desk does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { EDITIONS, SIGNUP } from './receiver.js';
import { node } from '#tools/process.mjs';

export const PROGRAM = 'out/src/cli/ceal-widgets.js';

/** A feed with a sign-up that is open whenever this runs. */
export const FEED = {
  version: '1.0',
  id: 'proef',
  language: 'nl',
  editions: EDITIONS.map((it) =>
    it.id === 'lente' ? { ...it, start: '2090-01-01', end: '2090-02-01' } : it,
  ),
  signups: [SIGNUP],
};

/** Runs a command to its end. */
export const ceal = (...args) => node([PROGRAM, ...args], { env: { ...process.env, NO_COLOR: '1' } });

/** Starts a receiver; settles when it listens. `lines` is what it has said. */
export async function receive(...args) {
  const child = spawn(process.execPath, [PROGRAM, 'receive', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  const lines = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  const url = await new Promise((settle, fail) => {
    output.on('line', (line) => {
      const [, found] = /^Receiving sign-ups at (\S+)\/signups/.exec(line) ?? [];
      if (found) settle(found);
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
    child.once('close', () => fail(new Error(complaint)));
  });
  return {
    url,
    lines,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      const [code] = await once(child, 'exit');
      return code;
    },
  };
}
