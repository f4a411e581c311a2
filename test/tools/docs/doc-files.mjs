/**
 * `dist/docs`: the pages for whoever uses the widgets, in a flat folder that needs nothing outside `dist`. A link to
 * another page leads to its copy, one to what the build makes leads there, and any other file that a page names is
 * copied beside it. A link to what is only in a clone becomes plain text.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, normalize, sep } from 'node:path';
import { PAGES, USER_PAGES, flatName } from './pages.mjs';

/** What stands in `dist` of a file of the repository, by its path. */
const BUILT = { LICENSE: 'LICENSES.txt', 'src/receiver/openapi.yaml': 'openapi.yaml' };
const builtOf = (path) => BUILT[path] ?? path.replace(/^src\/(.*)\.ts$/, 'modules/$1.js');

/** A copied file keeps the name of its folder, by which two of the same name stay apart. */
const besideName = (path) => path.split('/').slice(-2).join('/');

/** Code of several lines, a link or picture, or code in a line, in which nothing is a link. */
const CODE_OR_LINK = /^```[^]*?^```$|(!?\[)((?:`[^`\n]*`|[^\]`])*)\]\(([^)\s]+)\)|`[^`\n]*`/gm;
/** The comments between which a part of a page is generated. */
const MARKER = /^<!-- \/?(?:api|elements)\b.*-->\n\n?/gm;

/**
 * A page as it stands in the flat folder.
 * @param {string} page Its path.
 * @param {string} text
 * @param {(path: string) => string | undefined} find The address in the flat folder of a file; none if it is not there.
 * @returns {string}
 */
export const flatten = (page, text, find) =>
  text.replace(MARKER, '').replace(CODE_OR_LINK, (whole, open, words, target) => {
    if (open === undefined || /^(?:[a-z]+:|#)/.test(target)) return whole;
    const [path, heading] = target.split('#');
    const address = find(
      normalize(`${dirname(page)}/${path}`)
        .split(sep)
        .join('/'),
    );
    if (address === undefined) return words;
    return `${open}${words}](${address}${heading === undefined ? '' : `#${heading}`})`;
  });

/**
 * Writes the pages, and the files that they name.
 * @param {string} dist The folder of the build, with all else that it makes.
 */
export function writeDocs(dist) {
  const folder = `${dist}/docs`;
  mkdirSync(folder, { recursive: true });
  const find = (path) => {
    if (USER_PAGES.includes(path)) return flatName(path);
    if (PAGES.includes(path)) return undefined;
    if (existsSync(`${dist}/${builtOf(path)}`)) return `../${builtOf(path)}`;
    cpSync(path, `${folder}/${besideName(path)}`);
    return besideName(path);
  };
  for (const page of USER_PAGES)
    writeFileSync(`${folder}/${flatName(page)}`, flatten(page, readFileSync(page, 'utf8'), find));
}
