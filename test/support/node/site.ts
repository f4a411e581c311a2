/** Looks into a folder that a test has had made. */
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { filesUnder } from '#tools/files.mjs';

/** The text of every file of a folder, by its path. */
export const contentsOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    filesUnder(folder)
      .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'latin1')] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

export const linesOf = (text: string): readonly string[] => text.split('\n');
