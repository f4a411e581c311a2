/**
 * Compiles TypeScript to JavaScript: `src`, `test` and `stories` to `out`.
 *
 * Two compilers are installed, as TypeScript 7 documents it: `@typescript/native` is TypeScript 7, which compiles and
 * checks; `typescript` is 6 under its own name (`@typescript/typescript6`), for tools that call the compiler's API,
 * which 7 does not have yet (typescript-eslint, Storybook).
 */
import { existsSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { filesUnder } from '../files.mjs';
import { bin, node } from '../process.mjs';

/** The TypeScript projects: code for browsers and code for Node apart, each with its own globals. */
const PROJECTS = ['.', 'src/cli', 'test/tsconfig.node.json'];

/**
 * Compiles every project. Emits even where the types do not fit.
 * @returns {Promise<{ ok: boolean, output: string }>} `ok` if all types fit; `output` holds the errors.
 */
export async function compile() {
  const results = [];
  for (const project of PROJECTS)
    results.push(await node([bin('@typescript/native/bin/tsc'), '-p', project, '--pretty', 'false']));
  removeLeftovers();
  return {
    ok: results.every(({ code }) => code === 0),
    output: results.map(({ output }) => output).join(''),
  };
}

/** Deletes from `out` what has no source any more: a deleted test must not run on. */
function removeLeftovers() {
  for (const file of ['src', 'test', 'stories'].flatMap((folder) => filesUnder(`out/${folder}`))) {
    const source = relative('out', file).replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts');
    if (source.endsWith('.ts') && !existsSync(source)) rmSync(file);
  }
}
