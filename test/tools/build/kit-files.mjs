/**
 * Writes `dist/kits`: for each system a folder that is put in it as it is, with what it runs from `src/kits`, the scripts
 * and styles of the widgets, their licences, and the list of widgets and options.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kitData } from '../../../out/src/kits/kit-data.js';
import { filesUnder } from '../files.mjs';
import { WIDGETS } from '../elements.mjs';

const SOURCES = 'src/kits';
/** What of `dist` a page needs. */
const SHIPPED = ['ceal-widgets.js', 'chunks', 'ceal-widgets.css', 'LICENSES.txt'];
/** The folder of a kit from which a system serves files, for those that do not serve all of it. */
const PUBLIC_FOLDERS = { typo3: 'Resources/Public' };
/** Stands for the version in the sources. */
const VERSION = '0.0.0-source';

const [dist] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const manifest = JSON.parse(readFileSync(`${dist}/custom-elements.json`, 'utf8'));
const data = kitData(
  manifest,
  WIDGETS.map(({ tag }) => tag),
  version,
);

/** The systems, by the folder that holds what goes in them: `wordpress/ceal-widgets`. */
const systems = readdirSync(SOURCES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'locales')
  .flatMap(({ name }) => readdirSync(`${SOURCES}/${name}`).map((kit) => `${name}/${kit}`));

for (const system of systems) {
  const folder = `${dist}/kits/${system}`;
  const widgets = join(folder, PUBLIC_FOLDERS[dirname(system)] ?? '', 'widgets');
  mkdirSync(widgets, { recursive: true });
  cpSync(`${SOURCES}/${system}`, folder, { recursive: true });
  for (const file of filesUnder(folder))
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(VERSION, version));
  for (const name of SHIPPED)
    cpSync(`${dist}/${name}`, `${widgets}/${name}`, {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
  cpSync('LICENSE', `${folder}/LICENSE`);
  writeFileSync(`${folder}/widgets.json`, `${JSON.stringify(data, null, 2)}\n`);
}
