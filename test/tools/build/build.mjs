/** `npm run build`: everything in `dist/`, from the sources, in one go. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { relative } from 'node:path';
import { rollup } from 'rollup';
import { rollupConfigs } from '../../../rollup.config.mjs';
import { writeDocs } from '../docs/doc-files.mjs';
import { writeEditorFiles } from '../docs/editors.mjs';
import { readManifest } from '../docs/manifest.mjs';
import { filesUnder } from '../files.mjs';
import { isMain, node } from '../process.mjs';
import { compile } from './compile.mjs';
import { forEveryWidget } from './every-element.mjs';
import { integrityOf } from './integrity.mjs';
import { licencesOf } from './licences.mjs';
import { sizeTable } from './size.mjs';

/**
 * Makes `dist/` from `out/`. It is made aside and put in place at the end, so that a server or a test never sees half
 * of it, and a build that fails leaves the last good one.
 * @param {{ quick?: boolean }} options `quick` leaves out the manifest, the slowest part, when rebuilding on a change.
 */
export async function bundle({ quick = false } = {}) {
  const aside = `out/dist-${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  try {
    writeFileSync(`${aside}/LICENSES.txt`, licencesOf(await runRollup(aside)));
    copyModules(aside);
    writeFileSync(
      `${aside}/ceal-widgets.css`,
      forEveryWidget(readFileSync('src/embed/ceal-widgets.css', 'utf8')),
    );
    cpSync('src/receiver/openapi.yaml', `${aside}/openapi.yaml`);
    await writeFilesBy('test/tools/docs/feed-files.mjs', aside);
    await writeFilesBy('test/tools/build/style-files.mjs', aside);
    await writeFilesBy('test/tools/build/frame-files.mjs', aside);
    writeJson(`${aside}/integrity.json`, integrityOf(aside));
    if (quick) keepLast(aside, ...DESCRIPTIONS);
    else await writeDescriptions(aside);
    await writeFilesBy('test/tools/build/kit-files.mjs', aside);
    writeDocs(aside);
    putInPlace(aside);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The manifest, and the files that are made from it. */
const DESCRIPTIONS = ['custom-elements.json', 'editors'];

async function writeDescriptions(dist) {
  const manifest = readManifest();
  writeJson(`${dist}/custom-elements.json`, manifest);
  await writeEditorFiles(`${dist}/editors`, manifest);
}

/** Copies files of the last build. */
function keepLast(aside, ...names) {
  for (const name of names.filter((name) => existsSync(`dist/${name}`)))
    cpSync(`dist/${name}`, `${aside}/${name}`, { recursive: true });
}

/**
 * Builds both at once: most of the time goes into minifying, which has threads of its own.
 * @returns {Promise<string[]>} The modules of which something is in the scripts.
 */
async function runRollup(dist) {
  const written = await Promise.all(
    rollupConfigs(dist).map(async ({ output, ...input }) => {
      const built = await rollup(input);
      const result = await built.write(output);
      await built.close();
      return result.output;
    }),
  );
  return written
    .flat()
    .flatMap(({ modules = {} }) => Object.keys(modules).filter((id) => modules[id].renderedLength > 0));
}

/** The npm modules: what `tsc` emitted, with its types; `lit` and the others stay imports. */
function copyModules(dist) {
  for (const file of filesUnder('out/src')) cpSync(file, `${dist}/modules/${relative('out/src', file)}`);
  chmodSync(`${dist}/modules/cli/ceal-widgets.js`, 0o755);
}

/** Makes files by the code of `out/`, in a process of its own: when rebuilding, this one would still hold older code. */
async function writeFilesBy(script, dist) {
  const { code, output } = await node([script, dist]);
  if (code !== 0) throw new Error(`${script} could not make its files:\n${output}`);
}

const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

function putInPlace(aside) {
  const old = `${aside}-old`;
  if (existsSync('dist')) renameSync('dist', old);
  renameSync(aside, 'dist');
  rmSync(old, { recursive: true, force: true });
}

if (isMain(import.meta.url)) {
  const { ok, output } = await compile();
  process.stdout.write(output);
  await bundle();
  console.log(sizeTable());
  if (!ok) process.exitCode = 1;
}
