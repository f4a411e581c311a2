/**
 * The scripts for a partner's site: `ceal-widgets.js`, a loader with a chunk per widget, and `ceal-widgets.bundle.js`,
 * everything in one classic script; `ceal-frame.js`, for a page with frames, and the script of the pages in them. Works
 * on the JavaScript that `tsc` has put in `out/`.
 */
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { chunkFolder, loaderStaysAlone, sharedByWidgets } from './test/tools/build/chunks.mjs';
import { EVERY_ELEMENT, everyElement } from './test/tools/build/every-element.mjs';
import { importsInOneRound, scopeOf } from './test/tools/build/loader.mjs';
import { minifyLiterals } from './test/tools/build/minify-literals.mjs';
import { ownTrustedTypesPolicy } from './test/tools/build/trusted-types.mjs';

/**
 * The plugins of everything that is shipped.
 * @param {object} format More of what terser takes for how a script is written.
 */
export const plugins = (format = {}) => [
  // Without `production` Lit's development build, with its warnings, would be taken.
  resolve({ exportConditions: ['browser', 'production', 'module', 'import', 'default'] }),
  // The one change to a dependency: Lit lets nobody name its policy, and a second Lit under the same name dies on import.
  ownTrustedTypesPolicy('ceal-widgets'),
  minifyLiterals('out/src'),
  terser({
    ecma: 2022,
    module: true,
    // TypeScript's helper for decorators does without what the pages that have it put in `Reflect`.
    compress: { passes: 3, ecma: 2022, global_defs: { '@Reflect.decorate': 'undefined' } },
    format: { comments: false, ecma: 2022, ...format },
  }),
];

/** The configuration of a script that is whole in itself, and runs as a classic script and as a module alike. */
const classicScript = (dist, name, input) => ({
  input: { [name]: input },
  plugins: plugins({ ascii_only: true }),
  output: {
    dir: dist,
    format: 'iife',
    generatedCode: { preset: 'es2015', symbols: false },
    sourcemap: true,
    entryFileNames: '[name].js',
  },
});

/**
 * One configuration for each of the builds.
 * @param {string} dist The output folder; another one while a build is under way, so that nobody is served half of it.
 */
export const rollupConfigs = (dist = 'dist') => [
  {
    input: { 'ceal-widgets': 'out/src/embed/loader.js' },
    plugins: [importsInOneRound(), ...plugins(), loaderStaysAlone()],
    output: {
      dir: dist,
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: (chunk) => `chunks/${chunkFolder(chunk)}-[hash].js`,
      manualChunks: sharedByWidgets,
      onlyExplicitManualChunks: true,
      banner: (chunk) => scopeOf(chunk)[0],
      footer: (chunk) => scopeOf(chunk)[1],
    },
  },
  {
    input: { 'ceal-widgets.bundle': EVERY_ELEMENT },
    // A classic script is read in the encoding of its page, which need not be UTF-8.
    plugins: [everyElement(), ...plugins({ ascii_only: true })],
    output: {
      dir: dist,
      format: 'iife',
      // Arrow functions, and plain objects of what is imported later: fewer bytes.
      generatedCode: { preset: 'es2015', symbols: false },
      freeze: false,
      sourcemap: true,
      entryFileNames: '[name].js',
      inlineDynamicImports: true,
    },
  },
  classicScript(dist, 'ceal-frame', 'out/src/embed/frame/parent/ceal-frame.js'),
  classicScript(dist, 'embed/frame-page', 'out/src/embed/frame/page/frame-page.js'),
];

export default rollupConfigs();
