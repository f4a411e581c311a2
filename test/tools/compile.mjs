/** TypeScript to JavaScript: `src`, `test` and `stories` to `out`. */
import { existsSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { filesUnder } from './files.mjs';
import { bin, node } from './run.mjs';

/** Emits even where the types do not fit; says whether they do. */
export async function compile() {
  const { code, output } = await node([bin('@typescript/native/bin/tsc'), '-p', '.', '--pretty', 'false']);
  removeLeftovers();
  return { ok: code === 0, output };
}

/** A test or module whose source is gone must not live on in `out`. */
function removeLeftovers() {
  for (const file of ['src', 'test', 'stories'].flatMap((folder) => filesUnder(`out/${folder}`))) {
    const source = relative('out', file).replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts');
    if (source.endsWith('.ts') && !existsSync(source)) rmSync(file);
  }
}
