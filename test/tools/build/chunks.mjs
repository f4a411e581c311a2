/** The chunks of the loader's build: one shared chunk, one with the filters, and one per widget folder. */
import { basename, dirname, relative, resolve } from 'node:path';
import { ELEMENTS, isWidget } from '../elements.mjs';

const SOURCES = 'out/src';
/** The context provider: only `<ceal-feed>` uses it, though every widget imports the index of its package. */
const PROVIDER = /@lit\/context\/lib\/(controllers\/context-provider|value-notifier)\.js$/;

/** A widget's chunk is named after the folder of its `define.js`; the others by what they hold. */
export function chunkFolder({ name, moduleIds }) {
  const define = moduleIds.find((id) => basename(id) === 'define.js');
  return define && name !== 'shared' && name !== 'filters' ? basename(dirname(define)) : name;
}

/** Length of a module, without comments and white space, up to which a request of its own costs more than its bytes. */
const MAX_SMALL_MODULE_CHARS = 1_200;
/** What draws filters: every widget with a list needs it, once its first entries are there. */
const FILTERS = ['filters', 'filters.styles', 'disclosure'].map((name) => `element/filters/${name}.js`);
/** A module that every widget with a list needs from the start. */
const FACETS = resolve(SOURCES, 'element/filters/facets.js');
/** Sessions and their days, which the timeline needs from the start and several parts of widgets later: one request. */
const SESSIONS = ['feed/sections/sessions.js', 'dates/amsterdam.js', 'dates/date-span.js'];
const isSame = (one, other) => one.size === other.size && [...one].every((name) => other.has(name));
const COMMENTS = /\/\*[\s\S]*?\*\//g;

/**
 * Rollup's `manualChunks`: what most widgets need from the start is `shared`, and so is any little thing that more than
 * one needs, or that one needs and parts of others may. Only widgets with a list to look through pay for the filters, and for what else only those need. The rest goes with whoever needs it, as
 * Rollup finds out: what the loader imports stays with the loader, and what a widget imports later, when it turns out to
 * be needed, stays apart.
 */
export function sharedByWidgets(id, { getModuleInfo }) {
  const path = relative(SOURCES, id);
  if (FILTERS.includes(path)) return 'filters';
  if (SESSIONS.includes(path)) return 'sessions';
  if (PROVIDER.test(id)) return undefined;
  const widgets = elementsAbove(id, getModuleInfo);
  for (const { folder } of ELEMENTS.filter((element) => !isWidget(element))) widgets.delete(folder);
  if (isSame(widgets, elementsAbove(FACETS, getModuleInfo))) return 'facets';
  const isSmall =
    getModuleInfo(id).code.replace(COMMENTS, '').replace(/\s+/g, ' ').length < MAX_SMALL_MODULE_CHARS;
  const isView = path.startsWith('element/views/');
  return widgets.size > (isView ? 0 : isSmall ? 1 : 2) ? 'shared' : undefined;
}

/** The elements, as the loader knows them, that need a module from the start; by the names of their rooms. */
function elementsAbove(id, getModuleInfo, seen = new Set(), elements = new Set()) {
  if (seen.has(id)) return elements;
  seen.add(id);
  const { importers, dynamicImporters } = getModuleInfo(id);
  if (dynamicImporters.some((importer) => basename(importer) === 'registry.js'))
    elements.add(basename(dirname(id)));
  for (const importer of importers) elementsAbove(importer, getModuleInfo, seen, elements);
  return elements;
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
