/** Running another program: its output, or its output passed on, and never a shell. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The entry point of a package's program, run with this Node: works without a PATH and on every system.
 * @param {string} path From `node_modules`.
 */
export const bin = (path) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

/**
 * True if a module is the program itself, not imported by another.
 * @param {string} url The module's `import.meta.url`.
 */
export const isMain = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/**
 * @typedef {object} RunOptions
 * @property {boolean} [show] Passes the output on as it comes (default false).
 * @property {NodeJS.ProcessEnv} [env] Default: the environment of this process.
 * @property {string} [cwd] Default: the root of the repository.
 */

/**
 * Runs a program to its end. Never rejects: one that cannot be started, or is killed, has code 1.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<{ code: number, output: string }>} What it wrote to standard output and standard error, in order.
 */
export function run(command, args, { show = false, env = process.env, cwd = ROOT } = {}) {
  return new Promise((settle) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (target) => (text) => {
      if (show) target.write(text);
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    child.on('error', (error) => settle({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });
}

/**
 * Runs a JavaScript file with this Node.
 * @param {readonly string[]} args The file, and what it is given.
 * @param {RunOptions} [options]
 */
export const node = (args, options) => run(process.execPath, args, options);

/**
 * A port of this machine that nobody listens on.
 * @returns {Promise<number>}
 */
export const freePort = () =>
  new Promise((settle, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => settle(port));
    });
  });
