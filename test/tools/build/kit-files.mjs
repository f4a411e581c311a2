/**
 * Writes `dist/kits`: for each system a folder that is put in it as it is, with what it runs from `src/kits`, the scripts
 * and styles of the widgets, their licences, and the list of widgets and options.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kitData } from '../../../out/src/kits/kit-data.js';
import { typo3Files } from '../../../out/src/kits/typo3-files.js';
import { filesUnder } from '../files.mjs';
import { WIDGETS } from '../elements.mjs';

const SOURCES = 'src/kits';
/** What of `dist` a page needs. */
const SHIPPED = ['ceal-widgets.js', 'chunks', 'ceal-widgets.css', 'LICENSES.txt'];
/** Stands for the version in the sources. */
const VERSION = '0.0.0-source';
/** The PHP that all kits have, and the namespace that stands for that of a kit in it. */
const SHARED_PHP = `${SOURCES}/php`;
const SHARED_NAMESPACE = 'Ceal_Kit';

/**
 * The systems: the folder of a kit for its classes, the namespace of those, and the folder from which the system serves
 * files where it does not serve all of it.
 */
const SYSTEMS = {
  drupal: { classes: 'src', namespace: 'Drupal\\ceal_widgets', served: '' },
  typo3: { classes: 'Classes', namespace: 'Ceal\\Widgets', served: 'Resources/Public' },
  wordpress: { classes: '', namespace: 'Ceal_Widgets', served: '' },
};

const [dist] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const manifest = JSON.parse(readFileSync(`${dist}/custom-elements.json`, 'utf8'));
const data = kitData(
  manifest,
  WIDGETS.map(({ tag }) => tag),
  version,
);

for (const [system, { classes, namespace, served }] of Object.entries(SYSTEMS))
  for (const kit of readdirSync(`${SOURCES}/${system}`)) {
    const folder = `${dist}/kits/${system}/${kit}`;
    const widgets = join(folder, served, 'widgets');
    mkdirSync(widgets, { recursive: true });
    cpSync(`${SOURCES}/${system}/${kit}`, folder, { recursive: true });
    for (const name of readdirSync(SHARED_PHP))
      write(
        join(folder, classes, name),
        readFileSync(`${SHARED_PHP}/${name}`, 'utf8').replaceAll(SHARED_NAMESPACE, namespace),
      );
    for (const [path, text] of Object.entries(system === 'typo3' ? typo3Files(data) : {}))
      write(join(folder, path), text);
    for (const file of filesUnder(folder))
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(VERSION, version));
    for (const name of SHIPPED)
      cpSync(`${dist}/${name}`, `${widgets}/${name}`, {
        recursive: true,
        filter: (path) => !path.endsWith('.map'),
      });
    cpSync('LICENSE', `${folder}/LICENSE`);
    write(`${folder}/widgets.json`, `${JSON.stringify(data, null, 2)}\n`);
  }

/** Writes a file, whose folder may be new. */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
