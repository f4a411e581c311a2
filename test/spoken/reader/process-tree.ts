/** A look at a process and those that it started, as Linux shows them. */
import { readdirSync, readFileSync } from 'node:fs';

/**
 * True if one of their threads runs, or waits for a processor. On a busy machine that stays true for as long as there is
 * work to do, however slowly it goes.
 */
export function isBusy(pid: number): boolean {
  const folder = `/proc/${pid}/task`;
  return look(() => readdirSync(folder), []).some((thread) => {
    // `tid (name) state …`, and the name may hold anything.
    const state = look(() => readFileSync(`${folder}/${thread}/stat`, 'utf8'), '')
      .split(') ')
      .pop()?.[0];
    if (state === 'R') return true;
    // A process belongs to the thread that started it.
    const children = look(() => readFileSync(`${folder}/${thread}/children`, 'utf8'), '');
    return children.split(' ').some((child) => child !== '' && isBusy(Number(child)));
  });
}

/** What has ended meanwhile has nothing to show. */
function look<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
