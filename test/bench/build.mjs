/** Makes one script of every implementation, and of what drives them in the page. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const OUT = new URL('../../out/bench/', import.meta.url).pathname;
const here = (path) => new URL(path, import.meta.url).pathname;
const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  platform: 'browser',
};

export const KINDS = ['gallery', 'timeline'];
const TIMELINEJS = 'node_modules/@knight-lab/timelinejs/dist';
/** A script that is no module stands before what uses it. */
const GLOBAL = { timelinejs: `${TIMELINEJS}/js/timeline.js` };

/** The implementations of a kind, by name. */
export const implementations = (kind) => readdirSync(here(kind)).map((file) => file.replace('.mjs', ''));

/** Builds ours as it is shipped into one script like the others; lazy chunks come from `dist`. */
const fromDist = (dist) => ({
  name: 'from-dist',
  setup({ onResolve }) {
    const chunks = readdirSync(`${dist}/chunks`).filter((file) => file.endsWith('.js'));
    onResolve({ filter: /^dist:/ }, ({ path }) => ({
      path: `${dist}/chunks/${chunks.find((file) => file.startsWith(`${path.slice(5)}-`))}`,
    }));
    onResolve({ filter: /^\.{1,2}\// }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `/dist/chunks/${basename(path)}`, external: true } : undefined,
    );
  },
});

export async function buildAll(dist) {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(`${OUT}impl`, { recursive: true });
  for (const kind of KINDS)
    for (const name of implementations(kind))
      await build({
        ...common,
        entryPoints: [here(`${kind}/${name}.mjs`)],
        outfile: `${OUT}impl/${kind}/${name}.js`,
        format: 'iife',
        plugins: [fromDist(dist)],
        banner: { js: GLOBAL[name] ? readFileSync(here(GLOBAL[name]), 'utf8') : '' },
      });
  await buildScript(here('in-page/drive.mjs'), `${OUT}impl/drive.js`, { globalName: 'Drive' });
  cpSync(here(TIMELINEJS), `${OUT}peer/tl`, { recursive: true });
  for (const file of ['page.html', 'page.css']) cpSync(here(file), `${OUT}${file}`);
  return OUT;
}

/** Builds one classic script of a module and what it imports. */
export const buildScript = (entry, outfile, options = {}) =>
  build({ ...common, entryPoints: [entry], outfile, format: 'iife', ...options });

/** Brotli, quality 11: what a visitor downloads of a script. */
export const bytesOf = (path) => brotliCompressSync(readFileSync(path)).length;
