/** What the loader needs beside its code: it is small, and runs as a module and as a classic script alike. */

/** The use that Rollup makes of the exports of an imported chunk; the loader makes none. */
const EXPORTS_OF_CHUNK = /\.then\(function \(n\) \{ return n\.\w+; \}\)/g;

/** A Rollup plugin that has the loader import chunks for what they do, not for what they export. */
export const loaderImportsForEffect = () => ({
  name: 'loader-imports-for-effect',
  renderChunk: (code, { isEntry }) =>
    isEntry ? { code: code.replace(EXPORTS_OF_CHUNK, ''), map: null } : null,
});

/**
 * The lines around a chunk: a scope of its own for the loader. Consent managers that are not told its type run it as a
 * classic script, where its names would be the page's.
 */
export const scopeOf = ({ isEntry }) => (isEntry ? ['(() => {', '})();'] : ['', '']);
