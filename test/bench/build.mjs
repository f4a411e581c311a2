/** Makes one script of every implementation, and of what drives them in the page. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

/** The implementations of a kind, by name. */
export const implementations = (kind) => readdirSync(here(kind)).map((file) => file.replace('.mjs', ''));

export async function buildAll() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(`${OUT}impl`, { recursive: true });
  for (const kind of KINDS)
    for (const name of implementations(kind))
      await build({
        ...common,
        entryPoints: [here(`${kind}/${name}.mjs`)],
        outfile: `${OUT}impl/${kind}/${name}.js`,
        format: 'iife',
      });
  await build({
    ...common,
    entryPoints: [here('in-page/drive.mjs')],
    outfile: `${OUT}impl/drive.js`,
    format: 'iife',
    globalName: 'Drive',
  });
  cpSync(here('node_modules/@knight-lab/timelinejs/dist'), `${OUT}peer/tl`, { recursive: true });
  for (const file of ['page.html', 'page.css']) cpSync(here(file), `${OUT}${file}`);
  return OUT;
}

/** Brotli, quality 11: what a visitor downloads of a script. */
export const bytesOf = (path) => brotliCompressSync(readFileSync(path)).length;
