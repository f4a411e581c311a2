/** Keeps what was heard, for the page that a reviewer reads: `test/tools/run/spoken.mjs` writes it after a run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Step } from './reader/screen-reader.js';

const FOLDER = resolve('out/spoken/heard');
const walks: Record<string, readonly Step[]> = {};

/** Keeps the steps of a walk, with those of the same file of tests. */
export function keep(walk: string, steps: readonly Step[]): void {
  walks[walk] = steps;
  mkdirSync(FOLDER, { recursive: true });
  const area = basename(process.argv[1]!, '.spoken.test.js');
  writeFileSync(resolve(FOLDER, `${area}.json`), JSON.stringify(walks));
}
