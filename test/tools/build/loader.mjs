/** What the loader needs beside its code: it is small, and runs as a module and as a classic script alike. */

/** An import of a chunk, with the use that Rollup makes of its exports. */
const IMPORT_OF_CHUNK = /import\((["'])\.\/([^"']+)\1\)(\.then\(function \(n\) \{ return n\.\w+; \}\))?/g;

/**
 * A Rollup plugin that has a chunk import with each other one all that this imports and that is not there yet: a browser
 * would come upon those only when it has read the chunk, one round of the network later. The loader imports chunks for
 * what they do, not for what they export.
 */
export const importsInOneRound = () => ({
  name: 'imports-in-one-round',
  renderChunk: (code, { fileName: importer, isEntry }, _, { chunks }) => {
    const present = importedBy(importer, chunks).add(importer);
    const folder = isEntry ? '' : 'chunks/';
    const withImported = (whole, _quote, name, use = '') => {
      const file = folder + name;
      const files = [...importedBy(file, chunks)].filter((one) => !present.has(one));
      const imports = [...files, file].map((one) => `import('./${one.slice(folder.length)}')`);
      if (!imports[1]) return isEntry ? imports[0] : whole;
      return `Promise.all([${imports.join(', ')}]).then((all) => all.pop())${isEntry ? '' : use}`;
    };
    return { code: code.replace(IMPORT_OF_CHUNK, withImported), map: null };
  },
});

/** The chunks that a chunk needs before it runs, each after those that it needs itself. */
function importedBy(fileName, chunks, found = new Set()) {
  for (const file of chunks[fileName].imports) {
    importedBy(file, chunks, found);
    found.add(file);
  }
  return found;
}

/**
 * The lines around a chunk: a scope of its own for the loader. Consent managers that are not told its type run it as a
 * classic script, where its names would be the page's.
 */
export const scopeOf = ({ isEntry }) => (isEntry ? ['(() => {', '})();'] : ['', '']);
