/**
 * The kits as they are handed out: whole, of this version, and readable for the systems that they are for. PHP's own
 * checks run where there is PHP.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { describe, it } from 'node:test';
import type { KitData } from '../../src/kits/kit-data.js';
import { registry } from '../../src/registry.js';
import { VERSION } from '../../src/version.js';
import { drupal, filesUnder, kitFiles, KITS, php, read, typo3, wordpress, xml, yaml } from './kit-files.js';

const PLACEHOLDER = '0.0.0-source';
const WITHHELD = ['data', 'labels', 'hidden-fields'];

/** Every element that shows something. */
const TAGS = Object.keys(registry).filter((tag) => tag !== 'ceal-feed');

const kits = readdirSync(KITS).flatMap((system) =>
  readdirSync(`${KITS}/${system}`).map((kit) => `${KITS}/${system}/${kit}`),
);

describe('the kits', () => {
  it('are there for WordPress, Drupal and TYPO3', () => {
    assert.deepEqual(kits, [drupal, typo3, wordpress]);
  });

  for (const kit of kits)
    describe(relative(KITS, kit), () => {
      it('has the licence, the loader, the style sheet and every chunk, as they are in dist', () => {
        assert.equal(read(`${kit}/LICENSE`), read('LICENSE'));
        const loader = filesUnder(kit).find((path) => path.endsWith('/widgets/ceal-widgets.js')) ?? '';
        const widgets = dirname(loader);
        const shipped = filesUnder('dist/chunks')
          .filter((path) => path.endsWith('.js'))
          .concat('dist/LICENSES.txt', 'dist/ceal-widgets.css', 'dist/ceal-widgets.js')
          .map((path) => relative('dist', path));
        assert.ok(shipped.length > TAGS.length);
        assert.deepEqual(
          filesUnder(widgets).map((path) => relative(widgets, path)),
          shipped.toSorted(),
        );
        for (const path of shipped) assert.equal(read(`${widgets}/${path}`), read(`dist/${path}`), path);
      });

      it('knows every widget, with its feed first, and offers no option that no field can hold', () => {
        const data = JSON.parse(read(`${kit}/widgets.json`)) as KitData;
        assert.equal(data.version, VERSION);
        assert.deepEqual(
          data.widgets.map(({ name }) => `ceal-${name}`),
          TAGS,
        );
        for (const { name, options } of data.widgets) {
          assert.equal(options[0]?.name, 'src', name);
          assert.deepEqual(
            options.filter((option) => WITHHELD.includes(option.name)),
            [],
          );
        }
      });

      it('has words for every value of an option with a field, and none for what is not there', () => {
        const { widgets, words } = JSON.parse(read(`${kit}/widgets.json`)) as KitData;
        const options = widgets.flatMap((widget) => widget.options);
        const named = options.filter(({ name }) => `option-${name}` in words.nl);
        assert.ok(named.length > 20);
        const values = named.flatMap(({ choices = [] }) => choices.map((choice) => `value-${choice}`));
        const wordsOf = (start: string) => Object.keys(words.nl).filter((key) => key.startsWith(start));
        assert.deepEqual(new Set(wordsOf('value-')), new Set(values));
        assert.deepEqual(
          wordsOf('option-').filter(
            (key) => !options.some(({ name }) => key.replace(/^option-|-help$/g, '') === name),
          ),
          // Drupal has no other place for it.
          ['option-id', 'option-id-help'],
        );
      });

      it('has no place left where the version should stand', () => {
        assert.deepEqual(
          filesUnder(kit).filter((path) => read(path).includes(PLACEHOLDER)),
          [],
        );
      });
    });

  it('say the version of the package wherever their systems ask for one', () => {
    const versions = {
      plugin: /^ \* Version: (.+)$/m.exec(read(`${wordpress}/ceal-widgets.php`))?.[1],
      module: yaml(`${drupal}/ceal_widgets.info.yml`)['version'],
      library: (yaml(`${drupal}/ceal_widgets.libraries.yml`)['widgets'] as { version?: unknown }).version,
      package: (JSON.parse(read(`${typo3}/composer.json`)) as { version?: unknown }).version,
      extension: /'version' => '(.+)'/.exec(read(`${typo3}/ext_emconf.php`))?.[1],
    };
    assert.deepEqual([...new Set(Object.values(versions))], [VERSION]);
  });

  it('have YAML that can be read', () => {
    const files = kitFiles('.yml', '.yaml');
    assert.ok(files.length > 5);
    for (const path of files) assert.ok(Object.keys(yaml(path)).length > 0, path);
  });

  it('have XML that can be read', xml, () => {
    const files = kitFiles('.xml', '.xlf');
    assert.equal(files.length, 5);
    for (const path of files)
      execFileSync('php', ['-r', 'exit(simplexml_load_file($argv[1]) === false ? 1 : 0);', path]);
  });

  it('have PHP that can be read', php, () => {
    const files = kitFiles('.php');
    assert.ok(files.length > 12);
    for (const path of files) execFileSync('php', ['-l', path]);
  });
});
