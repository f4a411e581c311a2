/** The size budget: bytes after brotli 11 of what a page loads, in kB of 1,000 bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ELEMENTS } from '../elements.mjs';
import { isMain } from '../process.mjs';

/**
 * @typedef {object} BudgetRow Limits in kB.
 * @property {number} own
 * @property {number} bundle
 * @property {number} [shared]
 * @property {number} [must]
 * @property {number} [aim]
 */

/**
 * The limits of each element, so that a new one changes no limit but its own and those that its row says it raises:
 *
 * - `own`: the files that its page loads beside the loader and the shared chunk.
 * - `bundle`: its share of the one-file bundle, with what a page loads later.
 * - `shared`: its share of the shared chunk, and so to every page (default 0). A module is shared when enough widgets
 *   need it (`chunks.mjs`), so a new one may bring modules of the others into it.
 *
 * A limit is a little over what was measured, so that nothing grows unseen. While the others keep to theirs, the least
 * that a new element needs stands under `over` in the table: in its own row, in that of the bundle and in that of the
 * shared chunk. The guide's own 7 kB are what it shows at first: its section, its words, its looks; leading an Oasis and
 * what only paper needs come later.
 *
 * `must` and `aim` are the targets of the design, for a whole page with that element.
 * @type {Readonly<Record<string, BudgetRow>>}
 */
export const BUDGET = {
  'ceal-feed': { own: 0.87, bundle: 0.8 },
  'ceal-enterprise-gallery': { own: 10.95, bundle: 14.8, must: 25, aim: 21 },
  'ceal-programme-timeline': { own: 17.05, bundle: 17.6, must: 25, aim: 21 },
  'ceal-oasis-guide': { own: 7.3, bundle: 13.2, must: 22, aim: 18 },
  'ceal-signup-form': { own: 9.85, bundle: 17.7, must: 27, aim: 22 },
};

/** The limits without any element: the part that every page pays. */
const LOADER = { limit: 1.15, must: 1.5, aim: 1 };
const SHARED = { limit: 24.65, must: 18, aim: 15 };
const BUNDLE = { limit: 52.1, must: 48, aim: 40 };

/** The script for a page with frames. */
const FRAME = { limit: 1.5, must: 1.5 };

const SIGNED = new Intl.NumberFormat('en', { signDisplay: 'exceptZero', minimumFractionDigits: 2 });

const LOADER_FILE = 'ceal-widgets.js';
const BUNDLE_FILE = 'ceal-widgets.bundle.js';
const FRAME_FILE = 'ceal-frame.js';

/** An element's row; without one its limits are 0, which fails. */
const rowOf = ({ tag }) => ({ own: 0, bundle: 0, shared: 0, ...BUDGET[tag] });

/** The limit without any element, and what the elements add to it. */
const raised = (limit, key) => ELEMENTS.reduce((sum, element) => sum + rowOf(element)[key], limit);

/**
 * @typedef {object} Size Sizes in kB.
 * @property {string} name A tag, or `loader`, `shared` or `bundle`.
 * @property {number} kB
 * @property {number} limit
 * @property {number} [page] The size of all that a page with that element loads.
 * @property {number} [must]
 * @property {number} [aim]
 */

/**
 * The sizes beside their limits.
 * @returns {Size[]}
 */
export function measureSizes(dist = 'dist') {
  const shared = importsOf(chunkNamed('shared', dist), dist);
  const everyPage = [LOADER_FILE, ...shared];
  return [
    { name: 'loader', kB: sizeOf([LOADER_FILE], dist), ...LOADER },
    { name: 'shared', kB: sizeOf(shared, dist), ...SHARED, limit: raised(SHARED.limit, 'shared') },
    ...ELEMENTS.map((element) => {
      const { own: limit, must, aim } = rowOf(element);
      const files = importsOf(chunkNamed(element.folder, dist), dist).filter(
        (file) => !everyPage.includes(file),
      );
      const page = sizeOf([...everyPage, ...files], dist);
      return { name: element.tag, kB: sizeOf(files, dist), limit, page, must, aim };
    }),
    { name: 'frame', kB: sizeOf([FRAME_FILE], dist), ...FRAME },
    { name: 'bundle', kB: sizeOf([BUNDLE_FILE], dist), ...BUNDLE, limit: raised(BUNDLE.limit, 'bundle') },
  ];
}

/**
 * The kB by which a size is over its limit, negative where it is under. Rounded up, so that a limit raised by it holds.
 */
const excess = ({ kB, limit }) => Math.ceil(Math.round((kB - limit) * 1000) / 10) / 100;

/**
 * The sizes as lines of text.
 * @param {readonly Size[]} sizes
 */
export function sizeTable(sizes = measureSizes()) {
  const line = (name, ...cells) =>
    `${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(8)).join('')}`.trimEnd();
  return [
    line('brotli, kB', 'now', 'limit', 'over', 'page', 'must', 'aim'),
    ...sizes.map((size) => {
      const { name, kB, limit, page, must = '', aim = '' } = size;
      const over = SIGNED.format(excess(size));
      const cells = [kB.toFixed(2), +limit.toFixed(2), over, page?.toFixed(2) ?? '', must, aim];
      const advice = kB > limit ? `  ${adviceOn(name)}` : '';
      return `${line(name, ...cells)}${advice}`;
    }),
  ].join('\n');
}

/** The thing to do about a size that is over its limit. */
function adviceOn(name) {
  const file = 'test/tools/build/size.mjs';
  if (name === 'loader' || name === 'frame')
    return `too big: make it smaller, or raise \`limit\` in ${name.toUpperCase()} in ${file}`;
  if (name === 'shared' || name === 'bundle')
    return `too big: make it smaller, or raise \`${name}\` in the row of the element that brings it, in BUDGET in ${file}`;
  if (!BUDGET[name]) return `no row for it yet: add one to BUDGET in ${file}`;
  return `too big: make it smaller, or raise \`own\` in its row of BUDGET in ${file}`;
}

function chunkNamed(name, dist) {
  const pattern = new RegExp(`^${name}-[\\w-]{8}\\.js$`);
  const chunk = readdirSync(join(dist, 'chunks')).find((file) => pattern.test(file));
  if (!chunk) throw new Error(`${dist}/chunks holds no chunk named ${name}.`);
  return join('chunks', chunk);
}

/** The files that a file imports before it runs, and the file itself at the end. */
export function importsOf(file, dist, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const code = readFileSync(join(dist, file), 'utf8');
  const imports = [...code.matchAll(/(?:from|import)\s*"(\.{1,2}\/[^"]+\.js)"/g)].map(([, path]) =>
    normalize(join(dirname(file), path)),
  );
  return [...imports.flatMap((path) => importsOf(path, dist, seen)), file];
}

const sizeOf = (files, dist) => files.reduce((sum, file) => sum + brotli(join(dist, file)), 0) / 1000;

const brotli = (path) =>
  brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

if (isMain(import.meta.url)) {
  const sizes = measureSizes();
  console.log(sizeTable(sizes));
  if (sizes.some(({ kB, limit }) => kB > limit)) process.exitCode = 1;
}
