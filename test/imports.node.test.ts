/** The modules of `src`: no import circle, type-only imports included, and none too long to read in one go. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, it } from 'node:test';
import { filesUnder } from '#tools/files.mjs';

const MAX_LINES = 350;

/** Locale files and style sheets are lists: their length says nothing about how hard they are to read. */
const MAY_BE_LONG = /\/locales\/|\.styles\.ts$|^src\/styles\//;

const files = filesUnder('src', (path) => path.endsWith('.ts'));

/** Every `import`, `export … from` and `import()` of a relative path. */
const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)\.js'/g;

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map(([, target = '']) => `${posix.join(posix.dirname(path), target)}.ts`);
}

/** Groups of modules that import each other, directly or by way of others (Tarjan's strongly connected components). */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): void => {
    order.set(path, order.size);
    lowest.set(path, order.get(path)!);
    open.push(path);
    for (const target of graph.get(path) ?? []) {
      if (!order.has(target)) visit(target);
      if (open.includes(target)) lowest.set(path, Math.min(lowest.get(path)!, lowest.get(target)!));
    }
    if (lowest.get(path) !== order.get(path)) return;
    const group = open.splice(open.indexOf(path));
    if (group.length > 1 || graph.get(path)?.includes(path)) circles.push(group.toSorted());
  };
  for (const path of graph.keys()) if (!order.has(path)) visit(path);
  return circles;
}

const graph = new Map(files.map((path) => [path, importsOf(path, readFileSync(path, 'utf8'))]));

describe('the imports of src', () => {
  it('lead to files that are there', () => {
    const missing = [...graph].flatMap(([path, targets]) =>
      targets.filter((target) => !graph.has(target)).map((target) => `${path} -> ${target}`),
    );
    assert.deepEqual(missing, []);
  });

  it('form no circle', () => {
    assert.deepEqual(
      circlesIn(graph),
      [],
      'Move what these modules share into one that imports none of them.',
    );
  });

  it('are seen in every form by this test', () => {
    const text =
      "import a from './a.js';\nexport * from './b.js';\nimport './c.js';\nimport('../d.js');\nimport type { E } from './e.js';";
    assert.deepEqual(importsOf('src/x/y.ts', text), [
      'src/x/a.ts',
      'src/x/b.ts',
      'src/x/c.ts',
      'src/d.ts',
      'src/x/e.ts',
    ]);
  });

  it('are followed to the end by this test', () => {
    const circle = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', []],
      ['e', ['e']],
    ]);
    assert.deepEqual(circlesIn(circle), [['a', 'b', 'c'], ['e']]);
  });
});

describe('a file of src', () => {
  it(`has at most ${MAX_LINES} lines, or is split by what changes for different reasons`, () => {
    const lengths = files
      .filter((path) => !MAY_BE_LONG.test(path))
      .map((path) => ({ path, lines: readFileSync(path, 'utf8').trimEnd().split('\n').length }));
    assert.deepEqual(
      lengths.filter(({ lines }) => lines > MAX_LINES),
      [],
    );
  });
});
