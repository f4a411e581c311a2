/** What the loader needs beside its code: it is small, and runs as a module and as a classic script alike. */

/** An import of a chunk, with the use that Rollup makes of its exports, of which the loader makes none. */
const IMPORT_OF_CHUNK = /import\((["'])\.\/([^"']+)\1\)(?:\.then\(function \(n\) \{ return n\.\w+; \}\))?/g;

/**
 * A Rollup plugin that has the loader import chunks for what they do, not for what they export, and with each all that
 * it imports: a browser would come upon those only when it has read the chunk, one round of the network later.
 */
export const loaderImportsForEffect = () => ({
  name: 'loader-imports-for-effect',
  renderChunk: (code, { isEntry }, _, { chunks }) =>
    isEntry
      ? {
          code: code.replace(IMPORT_OF_CHUNK, (_import, _quote, fileName) => {
            const files = [...importedBy(fileName, chunks), fileName];
            const imports = files.map((file) => `import('./${file}')`);
            return imports[1] ? `Promise.all([${imports.join(', ')}]).then((all) => all.pop())` : imports[0];
          }),
          map: null,
        }
      : null,
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
