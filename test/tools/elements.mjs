/** The elements, read from `src/registry.ts`, the one list of them. Needs no build. */
import { readFileSync } from 'node:fs';

/** Gives a feed to the widgets inside it, and shows nothing itself. */
const FEED_PROVIDER = 'ceal-feed';

/**
 * @typedef {object} ElementEntry
 * @property {string} tag `ceal-map`.
 * @property {string} folder Its folder in `src/`: `map`.
 */

/**
 * Every element of a registry, in its order.
 * @param {string} source The text of `src/registry.ts`.
 * @returns {ElementEntry[]}
 * @throws {Error} Where a line is written in another way: such an element would be missing everywhere.
 */
export function readRegistry(source) {
  const lines = source.match(/^ +\S.*\bimport\(.*$/gm) ?? [];
  return lines.map((line) => {
    const entry = /^ +'(ceal-[a-z-]+)': \(\) => import\('\.\/([a-z-]+)\/define\.js'\),$/.exec(line);
    if (!entry)
      throw new Error(`src/registry.ts: expected 'ceal-map': () => import('./map/define.js'), not${line}`);
    return { tag: entry[1], folder: entry[2] };
  });
}

/** @type {readonly ElementEntry[]} */
export const ELEMENTS = readRegistry(readFileSync(new URL('../../src/registry.ts', import.meta.url), 'utf8'));

/**
 * True if the element shows something.
 * @param {ElementEntry} element
 */
export const isWidget = ({ tag }) => tag !== FEED_PROVIDER;

/** The elements that show something. */
export const WIDGETS = ELEMENTS.filter(isWidget);
