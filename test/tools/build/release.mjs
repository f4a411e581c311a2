/**
 * `npm run release`: `out/release`, the zip files for whoever has no Node. One with what a website needs, a feed and a page
 * to open, and one for each kit. The same build gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { filesUnder } from '../files.mjs';
import { isMain, node } from '../process.mjs';

/** What of `dist` a website needs. */
const SHIPPED = [
  'ceal-frame.js',
  'ceal-widgets.bundle.js',
  'ceal-widgets.css',
  'ceal-widgets.js',
  'chunks',
  'docs',
  'embed',
  'feed.schema.json',
  'integrity.json',
  'LICENSES.txt',
  'styles',
];
const PAGES = 'src/release';
const FEED = 'stories/feeds/overvecht.json';
const PICTURES = 'stories/feeds/images';
const FOLDER = 'ceal-widgets';
/** The first moment that a zip file can hold, for every file. */
const MODIFIED = new Date(1980, 0, 1);

/**
 * Writes the zip files of a build, and their checksums.
 * @param {string} dist The build.
 * @param {string} to The folder for them, which is emptied first.
 */
export function writeRelease(dist, to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const zips = {
    [`ceal-widgets-${version}.zip`]: zipOf(website(dist, version)),
    ...Object.fromEntries(
      readdirSync(`${dist}/kits`).map((system) => [
        `ceal-widgets-${system}-${version}.zip`,
        zipOf(read(`${dist}/kits/${system}`)),
      ]),
    ),
  };
  for (const [name, bytes] of Object.entries(zips)) writeFileSync(join(to, name), bytes);
  writeFileSync(join(to, 'SHA256SUMS'), checksums(zips));
}

/** The files of the folder for a website, by their path in the zip file. */
function website(dist, version) {
  const feed = readFileSync(FEED, 'utf8');
  const pages = read(PAGES);
  const files = {
    ...Object.assign({}, ...SHIPPED.map((name) => read(join(dist, name), dist))),
    ...read(PICTURES, 'stories/feeds'),
    'feed.json': Buffer.from(feed),
    LICENSE: readFileSync('LICENSE'),
    ...pages,
    // A `<` as JSON may write it, or the feed could end the script that it stands in.
    'index.html': replaced(pages['index.html'], 'FEED', feed.replaceAll('<', '\\u003c')),
    'READ-ME.txt': replaced(pages['READ-ME.txt'], 'VERSION', version),
  };
  const all = { ...files, SHA256SUMS: Buffer.from(checksums(files)) };
  return Object.fromEntries(Object.entries(all).map(([path, bytes]) => [`${FOLDER}/${path}`, bytes]));
}

const replaced = (bytes, word, text) => Buffer.from(bytes.toString().replace(word, () => text));

/** The bytes of a file, or of all files under a folder but source maps, by their path from `base`. */
function read(path, base = path) {
  const files = statSync(path).isDirectory() ? filesUnder(path, (file) => !file.endsWith('.map')) : [path];
  return Object.fromEntries(
    files.map((file) => [relative(base, file).split(sep).join('/'), readFileSync(file)]),
  );
}

const zipOf = (files) => zipSync(files, { level: 9, mtime: MODIFIED });

/** Lines as `sha256sum` writes and checks them. */
const checksums = (files) =>
  Object.entries(files)
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('');

if (isMain(import.meta.url)) {
  const { code, output } = await node(['test/tools/build/build.mjs'], { show: true });
  if (code !== 0) throw new Error(output);
  writeRelease('dist', 'out/release');
  console.log('out/release holds the zip files.');
}
