/** A look at a process and those that it started, as Linux shows them. */
import { readFileSync } from 'node:fs';

/**
 * True if the main thread of one of them runs, or waits for a processor. On a busy machine that stays true for as long as
 * there is work to do, however slowly it goes.
 */
export function isBusy(pid: number): boolean {
  // `pid (name) state …`, and the name may hold anything.
  const state = read(`/proc/${pid}/stat`).split(') ').pop()?.[0];
  if (state === 'R') return true;
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean);
  return children.some((child) => isBusy(Number(child)));
}

/** One that has ended meanwhile has nothing to say. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
