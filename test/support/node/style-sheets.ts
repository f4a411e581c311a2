/** Every style sheet that is shipped: those of the elements, as the modules hold them, and the one for the head. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CSSResult } from 'lit';
import { filesUnder } from '#tools/files.mjs';
import { readText } from './published.js';

/** @returns The texts, by their places. */
export async function readStyleSheets(): Promise<ReadonlyMap<string, string>> {
  const sheets = new Map([['dist/ceal-widgets.css', readText('dist/ceal-widgets.css')]]);
  const sources = filesUnder('src', (path) => path.endsWith('.ts') && /\bcss`/.test(readText(path)));
  for (const path of sources) {
    const { href } = pathToFileURL(resolve('out', path.replace(/\.ts$/, '.js')));
    const module = (await import(href)) as object;
    const found = Object.values(module).flatMap(stylesOf);
    if (found.length === 0) throw new Error(`${path} exports none of its styles.`);
    for (const [index, sheet] of found.entries()) sheets.set(`${path}, number ${index + 1}`, sheet.cssText);
  }
  return sheets;
}

/** The style sheets in what a module exports: one, a list of them, or an element with its own. */
const stylesOf = (value: unknown): readonly CSSResult[] =>
  [value, (value as { styles?: unknown } | undefined)?.styles]
    .flat(3)
    .filter((it) => it instanceof CSSResult);
