/** The extension for TYPO3, with stand-ins for that where there is PHP; TYPO3 itself is not run here. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import type { KitData } from '../../src/kits/kit-data.js';
import {
  kitFiles,
  OTHER_ADDRESSES,
  OWN_ADDRESSES,
  php,
  read,
  runCase,
  typo3,
  xml,
  type Field,
} from './kit-files.js';

/** A form of TYPO3, as PHP reads it: an empty element as an object without anything in it. */
interface FlexForm {
  readonly T3DataStructure: {
    readonly sheets: { readonly sDEF: { readonly ROOT: { readonly el: FlexFields } } };
  };
}

type FlexFields = Readonly<Record<string, FlexField>>;

interface FlexField {
  readonly label: string;
  readonly description?: string;
  readonly displayCond?: string;
  readonly config: {
    readonly items?: { readonly numIndex: readonly { readonly label: string; readonly value: unknown }[] };
  };
}

interface Typo3Result {
  /** What the files of the extension registered, by the method of TYPO3. */
  readonly calls: Readonly<Record<string, readonly unknown[]>>;
  readonly fields: Field;
  readonly policy: readonly (readonly [
    scope: string,
    changes: { readonly mutations: readonly Mutation[] },
  ])[];
  readonly markup: string;
  readonly assets: Readonly<Record<string, readonly [name: string, file: string, ...rest: object[]]>>;
  readonly items: readonly { readonly label: string; readonly value: string }[];
}

interface Mutation {
  readonly directive: string;
  readonly sources: readonly string[];
}

/** An XML file as PHP reads it, under the name of its root. */
function readXml(path: string): FlexForm {
  const code =
    '$root = simplexml_load_file($argv[1]); echo json_encode([$root->getName() => $root], JSON_THROW_ON_ERROR);';
  return JSON.parse(execFileSync('php', ['-r', code, path], { encoding: 'utf8' })) as FlexForm;
}

describe('the extension for TYPO3', () => {
  it('has all its labels in English and Dutch', () => {
    const labels = (file: string) => [
      ...read(`${typo3}/Resources/Private/Language/${file}`).matchAll(
        /<trans-unit id="([\w.]+)".*?>\s*<source>(.+?)<\/source>(?:\s*<target>(.+?)<\/target>)?/g,
      ),
    ];
    const english = labels('locallang.xlf');
    const dutch = labels('nl.locallang.xlf');
    assert.deepEqual(
      dutch.map(([, id, source]) => ({ id, source })),
      english.map(([, id, source]) => ({ id, source })),
    );
    assert.ok(dutch.every(([, , source, target]) => target !== undefined && target !== source));
    const used = kitFiles('.php', '.xml', '.tsconfig', '.txt')
      .filter((path) => path.startsWith(typo3))
      .flatMap((path) => [
        ...read(path).matchAll(/(?:locallang\.xlf:|\$labels \. '|\{\$labels\})(?!')([\w.]+)/g),
      ])
      .map(([, id]) => id);
    assert.deepEqual([...new Set(used)].toSorted(), english.map(([, id]) => id).toSorted());
  });

  const run = (options: object) => runCase('typo3', typo3, options) as Typo3Result;

  it('offers every widget, in the language of whoever edits', php, () => {
    assert.deepEqual(
      run({ language: 'nl' }).items.map(({ label }) => label),
      ['Ondernemingen', 'Programma', 'Oasis-gids', 'Aanmelden'],
    );
    assert.deepEqual(run({}).items[0], { label: 'Enterprises', value: 'enterprise-gallery' });
  });

  it('writes the element with the options that it knows, escaped, and the text inside', php, () => {
    const { markup, assets } = run({
      fields: {
        widget: 'enterprise-gallery',
        src: '',
        'enterprise-gallery': {
          'page-size': '6',
          search: '',
          facets: 'none',
          heading: '"><script>',
          onclick: 'alert(1)',
          id: 'a',
        },
        'signup-form': { heading: 'x' },
      },
      fallback: '<p>Zie de lijst.</p><script>alert(1)</script>',
      settings: { feed: '/feed.json', signups: 'https://elsewhere.example/' },
    });
    assert.equal(
      markup,
      '<ceal-enterprise-gallery page-size="6" facets="" heading="&quot;&gt;&lt;script&gt;" id="a" src="/feed.json">' +
        '<!-- < lib.parseFunc_RTE --><p>Zie de lijst.</p>alert(1)</ceal-enterprise-gallery>',
    );
    for (const [, file] of Object.values(assets))
      assert.ok(read(file.replace('EXT:ceal_widgets', typo3)).length > 0);
    assert.deepEqual(assets['addJavaScript']?.slice(2), [{ type: 'module' }, { priority: true }]);
  });

  it('has a form with the fields of the other kits, for the widget that is chosen', xml, () => {
    const { widgets, words } = JSON.parse(read(`${typo3}/widgets.json`)) as KitData;
    const { T3DataStructure } = readXml(`${typo3}/Configuration/FlexForms/Widget.xml`);
    const fields = T3DataStructure.sheets.sDEF.ROOT.el;
    assert.deepEqual(
      Object.keys(fields),
      ['widget', 'src'].concat(
        widgets.flatMap(({ name, options }) =>
          [...options.map((option) => option.name), 'id']
            .filter((option) => `option-${option}` in words.en)
            .map((option) => `${name}.${option}`),
        ),
      ),
    );
    for (const [name, { displayCond }] of Object.entries(fields).slice(2))
      assert.equal(displayCond, `FIELD:widget:=:${name.split('.')[0]}`);
    const { label, description, config } = fields['signup-form.endpoint']!;
    assert.match(`${label} ${description}`, /:option-endpoint .+:ownSiteOnly$/);
    assert.deepEqual(config, { type: 'input', size: '50', max: '2048', eval: 'trim' });
    const items = fields['enterprise-gallery.search']!.config.items!.numIndex;
    assert.deepEqual(
      items.map(({ value, label: word }) => [value, word.split(':').at(-1)]),
      [
        [{}, 'usual-yes'],
        ['true', 'yes'],
        ['false', 'no'],
      ],
    );
  });

  it('has every word of its form in English and Dutch', xml, () => {
    const form = read(`${typo3}/Configuration/FlexForms/Widget.xml`);
    const used = [...form.matchAll(/\/fields\.xlf:([\w-]+)</g)].map(([, key]) => key);
    assert.ok(used.length > 60);
    for (const [file, part, sample] of [
      ['fields.xlf', 'source', 'yes (default)'],
      ['nl.fields.xlf', 'target', 'ja (standaard)'],
    ] as const) {
      const text = read(`${typo3}/Resources/Private/Language/${file}`);
      const units = [
        ...text.matchAll(/<trans-unit id="([\w-]+)".*?<(source|target)>([^<]+)<\/\2><\/trans-unit>/g),
      ];
      assert.ok(units.every(([, , last]) => last === part));
      const words = new Map(units.map(([, id, , word]) => [id, word]));
      assert.deepEqual(
        used.filter((key) => !words.has(key)),
        [],
      );
      assert.equal(words.get('usual-yes'), sample);
    }
  });

  it('has a content element whose form and class are where it says', php, () => {
    const { calls, fields } = run({});
    const [, form = '', type] = calls['addPiFlexFormValue'] as readonly string[];
    const [, , typoScript = ''] = calls['addTypoScript'] as readonly string[];
    const [, , item] = calls['addTcaSelectItem'] as readonly [string, string, Field];
    assert.deepEqual([type, item['value']], ['ceal_widget', 'ceal_widget']);
    assert.match(typoScript, /^tt_content\.ceal_widget =< lib\.contentElement$/m);
    assert.match(String(fields['showitem']), /^\s*pi_flexform,$/m);
    const methods = [
      ...`${typoScript}\n${read(form.replace('FILE:EXT:ceal_widgets', typo3))}`.matchAll(
        /Ceal\\Widgets\\([\w\\]+)->(\w+)/g,
      ),
    ];
    assert.equal(methods.length, 2);
    for (const [, name = '', method] of methods)
      assert.match(
        read(`${typo3}/Classes/${name.replaceAll('\\', '/')}.php`),
        new RegExp(`public function ${method}\\(`),
      );
  });

  it('widens the policy of the frontend by no more than strict sites are told', php, () => {
    const [entry] = run({}).policy;
    assert.equal(entry?.[0], 'frontend');
    assert.deepEqual(
      entry[1].mutations.map(({ directive, sources }) => [directive, ...sources].join(' ')),
      ["script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' https:"],
    );
  });

  it('writes nothing, and puts nothing on the page, where no widget was chosen', php, () => {
    assert.deepEqual(run({ fields: { widget: 'feed' } }), { ...run({}), markup: '', assets: [] });
  });

  it('lets an element send to its own site only, and the settings elsewhere', php, () => {
    const settings = { signups: 'https://elsewhere.example/in' };
    const sends = (endpoint: string, base?: string) =>
      run({
        fields: { widget: 'signup-form', 'signup-form': { endpoint } },
        settings,
        ...(base && { base }),
      }).markup;
    for (const own of OWN_ADDRESSES) assert.ok(sends(own).includes(`endpoint="${own}"`), own);
    for (const other of OTHER_ADDRESSES)
      assert.match(
        sends(other),
        /^<!-- .+ endpoint\. .+ --><ceal-signup-form endpoint="https:\/\/elsewhere\.example\/in"/,
        JSON.stringify(other),
      );
    assert.match(sends('https://example.org/in', '/nl/'), /elsewhere/, 'a site without a host of its own');
  });
});
