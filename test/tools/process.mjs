/** Running another program: its output, or its output passed on, and never a shell. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The entry point of a package's program, run with this Node: works without a PATH and on every system. */
export const bin = (path) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

/** Whether a module is the program itself, not imported by another. */
export const isMain = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/**
 * Runs a program. `show: true` passes its output on at once; else it comes back as `output`.
 * @returns {Promise<{ code: number, output: string }>}
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

/** Runs a JavaScript file with this Node. */
export const node = (args, options) => run(process.execPath, args, options);
