/** Tests that need a program which few machines have: without it they are skipped by name, and counted as such. */
import { spawnSync } from 'node:child_process';

/** The options of a test that runs only where a command does, and says which command where it does not. */
export function needs(command: string, ...args: readonly string[]): { readonly skip: string | false } {
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  return { skip: status === 0 ? false : `a program is missing: ${[command, ...args].join(' ')}` };
}
