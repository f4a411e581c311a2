/** How the loader's build is cut: one shared chunk, and one per widget folder. */
import { basename, dirname, relative } from 'node:path';

const SOURCES = 'out/src';

/** A chunk is named after the folder of the module that it was made for. */
export const chunkFolder = (chunk) =>
  chunk.facadeModuleId && basename(chunk.facadeModuleId) === 'define.js'
    ? basename(dirname(chunk.facadeModuleId))
    : chunk.name;

/**
 * Rollup's `manualChunks`: everything that more than one widget needs is `shared`; so are all packages and what every
 * widget stands on, even while there is only one widget. What the loader itself imports stays with the loader.
 */
export function sharedByWidgets(id, { getModuleInfo }) {
  const reached = rootsOf(id, getModuleInfo);
  if (reached.has('loader')) return undefined;
  return isBase(id) || reached.size > 1 ? 'shared' : undefined;
}

/** Packages, the base of the elements, and the feed but for its sections and `<ceal-feed>` itself. */
function isBase(id) {
  const path = relative(SOURCES, id);
  if (path.startsWith('..') || /^(element|styles)\//.test(path)) return true;
  return path.startsWith('feed/') && !/^feed\/(sections\/|format\/|ceal-feed\.js|define\.js)/.test(path);
}

/** The widgets that lead to a module by static imports, and the loader if it does. */
function rootsOf(id, getModuleInfo, seen = new Set(), roots = new Set()) {
  if (seen.has(id)) return roots;
  seen.add(id);
  const { isEntry, importers, dynamicImporters } = getModuleInfo(id);
  if (isEntry) roots.add('loader');
  if (dynamicImporters.length > 0) roots.add(id);
  for (const importer of importers) rootsOf(importer, getModuleInfo, seen, roots);
  return roots;
}

/** The loader stands on pages under several addresses (`?v=2`): a chunk that imports it would run it twice. */
export const loaderStaysAlone = () => ({
  name: 'loader-stays-alone',
  generateBundle(_, files) {
    const chunks = Object.values(files).filter((file) => file.type === 'chunk');
    for (const entry of chunks.filter((chunk) => chunk.isEntry)) {
      const importer = chunks.find((chunk) => chunk.imports.includes(entry.fileName));
      if (!importer) continue;
      const names = importer.importedBindings[entry.fileName].join(', ');
      this.error(
        `${importer.fileName} imports ${names} from ${entry.fileName}: move it out of what the loader imports.`,
      );
    }
  },
});
