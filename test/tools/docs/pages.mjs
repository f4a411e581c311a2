/**
 * The pages of the documentation. README.md is for whoever comes first; every other page lies beside what it describes,
 * and is found by its place: any Markdown file of `src/`.
 */
import { basename, dirname } from 'node:path';
import { filesUnder } from '../files.mjs';

/** The page of a folder. */
const PAGE_OF_FOLDER = 'README.md';

/** The pages for whoever uses the widgets, the one to begin with first. */
export const USER_PAGES = [
  'README.md',
  ...filesUnder('src', (path) => path.endsWith('.md')),
  'CHANGELOG.md',
  'SECURITY.md',
];

/** All pages: those, and the one for whoever works on the widgets in a clone. */
export const PAGES = [...USER_PAGES, 'test/README.md'];

/**
 * The name of a page in a flat folder: `index.md` for README.md, that of its folder for a folder's page (`embed.md`),
 * else its own in small letters (`npm.md`, `changelog.md`).
 * @param {string} path
 */
export function flatName(path) {
  if (path === 'README.md') return 'index.md';
  return basename(path) === PAGE_OF_FOLDER ? `${basename(dirname(path))}.md` : basename(path).toLowerCase();
}
