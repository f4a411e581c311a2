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
const PROJECTS = ['.', 'src/cli', 'test'];

/** Length of a line of an error. A type that is printed in full, such as that of a table of words, takes thousands. */
const MAX_LINE_CHARS = 300;

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
    output: readableErrors(results.map(({ output }) => output)),
  };
}

/**
 * The errors of all projects, each once, though projects share sources; long lines are cut in the middle.
 * @param {readonly string[]} outputs What the compiler printed for each project.
 */
export function readableErrors(outputs) {
  // The lines after an error's first are indented.
  const errors = new Set(outputs.flatMap((output) => output.split(/\n(?!\s)/)));
  errors.delete('');
  return [...errors].map((error) => `${error.split('\n').map(cut).join('\n')}\n`).join('');
}

function cut(line) {
  if (line.length <= MAX_LINE_CHARS) return line;
  const half = (MAX_LINE_CHARS - 3) / 2;
  return `${line.slice(0, half)} … ${line.slice(-half)}`;
}

/** Deletes from `out` what has no source any more: a deleted test must not run on. */
function removeLeftovers() {
  for (const file of ['src', 'test', 'stories'].flatMap((folder) => filesUnder(`out/${folder}`))) {
    const source = relative('out', file).replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts');
    if (source.endsWith('.ts') && !existsSync(source)) rmSync(file);
  }
}
