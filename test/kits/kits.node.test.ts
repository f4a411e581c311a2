/**
 * The kits as they are handed out: whole, of this version, and readable for the systems that they are for. PHP's own
 * checks, and the code of ours with stand-ins for the systems, run where there is PHP. Drupal and TYPO3 themselves are
 * not run here.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { parseDocument } from 'yaml';
import type { KitData } from '../../src/kits/kit-data.js';
import { registry } from '../../src/registry.js';
import { VERSION } from '../../src/version.js';
import { needs } from '../support/node/needs.js';

const KITS = 'dist/kits';
const PLACEHOLDER = '0.0.0-source';
const WITHHELD = ['data', 'labels', 'hidden-fields'];

/** Every element that shows something. */
const TAGS = Object.keys(registry).filter((tag) => tag !== 'ceal-feed');

const kits = readdirSync(KITS).flatMap((system) =>
  readdirSync(`${KITS}/${system}`).map((kit) => `${KITS}/${system}/${kit}`),
);
const drupal = `${KITS}/drupal/ceal_widgets`;
const typo3 = `${KITS}/typo3/ceal_widgets`;
const read = (path: string) => readFileSync(path, 'utf8');
const filesUnder = (folder: string) =>
  readdirSync(folder, { encoding: 'utf8', recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .toSorted();
const kitFiles = (...ends: readonly string[]) =>
  filesUnder(KITS).filter((path) => ends.some((end) => path.endsWith(end)));

const php = needs('php', '--version');
const xml = needs('php', '-r', 'exit(function_exists("simplexml_load_file") ? 0 : 1);');

describe('the kits', () => {
  it('are there for WordPress, Drupal and TYPO3', () => {
    assert.deepEqual(kits, [drupal, typo3, `${KITS}/wordpress/ceal-widgets`]);
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
      plugin: /^ \* Version: (.+)$/m.exec(read(`${KITS}/wordpress/ceal-widgets/ceal-widgets.php`))?.[1],
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

describe('the plugin for WordPress', () => {
  const plugin = `${KITS}/wordpress/ceal-widgets`;
  const run = (options: object) => runCase('wordpress', plugin, options) as WordPressResult;

  it('lets a page send to its own site only, says so in its source, and the settings elsewhere', php, () => {
    const settings = { ceal_widgets_signups: 'https://elsewhere.example/in' };
    const sends = (endpoint: string) =>
      run({ widget: 'signup-form', given: { endpoint }, settings }).shortcode;
    for (const own of OWN_ADDRESSES)
      assert.equal(sends(own), `<ceal-signup-form endpoint="${own}"></ceal-signup-form>`);
    for (const other of OTHER_ADDRESSES)
      assert.match(sends(other), /^<!-- .+ endpoint\. .+ --><ceal-signup-form endpoint="https:\/\/elsewhere/);
  });

  it('tells no list at all from none given', php, () => {
    const [given, none, empty] = [{ sort: '', facets: '' }, { facets: 'None' }, {}].map((given) =>
      run({ given }),
    );
    assert.equal(given!.shortcode, '<ceal-enterprise-gallery facets=""></ceal-enterprise-gallery>');
    assert.equal(none!.shortcode, given!.shortcode);
    assert.equal(none!.block, `<div >${given!.shortcode}</div>`);
    // Every field of a block is there, and empty.
    assert.equal(empty!.shortcode, '<ceal-enterprise-gallery></ceal-enterprise-gallery>');
    assert.equal(empty!.block, `<div >${empty!.shortcode}</div>`);
  });

  it('puts its style sheet in the head of a page with one of its widgets, a list of posts too', php, () => {
    const isEarly = (...posts: readonly string[]) => run({ posts }).enqueued.length > 0;
    assert.ok(isEarly('words', 'words [ceal_oasis_guide]'));
    assert.ok(isEarly('<!-- wp:ceal-widgets/signup-form /-->'));
    assert.ok(!isEarly('words'));
    assert.ok(!isEarly());
  });

  it('leaves no setting behind on any site, once it is taken away', php, () => {
    const names = ['ceal_widgets_feed', 'ceal_widgets_signups'];
    assert.deepEqual(run({ uninstall: true }).deleted, names);
    assert.deepEqual(
      run({ uninstall: true, sites: [1, 7] }).deleted,
      names.flatMap((name) => [name, `1 ${name}`, `7 ${name}`]),
    );
  });

  it('describes itself in the format of its system, as the plugin itself does', () => {
    const headers = (text: string): Readonly<Record<string, string>> =>
      Object.fromEntries(
        [...text.matchAll(/^(?: \* )?([A-Z][\w ]+): (.+)$/gm)].map(([, key = '', value = '']) => [
          key,
          value,
        ]),
      );
    const readme = read(`${plugin}/readme.txt`);
    const [head = ''] = readme.split(/^== /m);
    const inReadme = headers(head);
    const inPlugin = headers(read(`${plugin}/ceal-widgets.php`));
    assert.match(readme, /^=== CEAL Widgets ===\n/);
    for (const key of ['Requires at least', 'Requires PHP', 'License'])
      assert.equal(inReadme[key], inPlugin[key], key);
    assert.equal(inReadme['Stable tag'], VERSION);
    assert.match(inReadme['Tested up to'] ?? '', /^\d\.\d$/);
    const short = head.trim().split('\n').at(-1) ?? '';
    assert.ok(short.length <= 150 && !short.includes(':'), 'the short description');
  });
});

describe('the module for Drupal', () => {
  it('names files of its own in its library, a module that is not put together with others', () => {
    const { widgets } = yaml(`${drupal}/ceal_widgets.libraries.yml`) as {
      widgets: { js: Record<string, object>; css: { component: Record<string, object> } };
    };
    const { js, css } = widgets;
    for (const path of [...Object.keys(js), ...Object.keys(css.component)])
      assert.ok(read(`${drupal}/${path}`).length > 0, path);
    for (const file of Object.values(js))
      assert.deepEqual(file, { preprocess: false, minified: true, attributes: { type: 'module' } });
  });

  const run = (options: object) => runCase('drupal', drupal, options) as DrupalResult;

  it('has a block for each widget, named in the language of the page', php, () => {
    assert.deepEqual(run({ language: 'nl' }).blocks, [
      'Ondernemingen',
      'Programma',
      'Oasis-gids',
      'Aanmelden',
    ]);
    assert.equal(run({ language: 'de' }).blocks[0], 'Enterprises');
  });

  it('asks for the feed and the text first, and for the other options under “more”', php, () => {
    const { form } = run({});
    assert.deepEqual(Object.keys(form), ['src', 'fallback', 'more']);
    assert.equal(form['more']?.['#type'], 'details');
    assert.equal(form['more']['#open'], undefined);
    assert.deepEqual((form['more']['search'] as Field)['#options'], {
      '': 'yes (default)',
      true: 'yes',
      false: 'no',
    });
    assert.equal((form['more']['page-size'] as Field)['#type'], 'number');
    assert.equal(form['src']?.['#title'], 'Address of the feed');
    assert.match(String(form['src']?.['#description']), /^Where the file with your data is/);
    assert.equal((form['more']['filter'] as Field)['#description'], 'Such as q=soup&theme=food.');
    assert.equal(form['more']['cache'], undefined, 'an option without words');
    assert.deepEqual((form['more']['layout'] as Field)['#options'], {
      '': 'automatic (default)',
      auto: 'automatic',
      grid: 'beside each other',
      list: 'below each other',
    });
    const own = run({ settings: { feed: '/feed.json' } });
    assert.equal(own.form['src']?.['#description'], 'Leave empty to take the feed of the settings.');
  });

  it('writes the options that it knows, and of the settings what is not given', php, () => {
    const { build, attributes } = run({
      configuration: {
        options: { 'page-size': '6', onclick: 'alert(1)', style: 'x', data: '{}', layout: '' },
      },
      settings: { feed: '/feed.json', signups: 'https://elsewhere.example/' },
    });
    assert.deepEqual(attributes, { 'page-size': '6', src: '/feed.json' });
    assert.equal(build['#tag'], 'ceal-enterprise-gallery');
    assert.deepEqual(build['#attached'], { library: ['ceal_widgets/widgets'] });
    assert.deepEqual(build['#cache'], { contexts: ['url.site'], tags: ['config:ceal_widgets.settings'] });
  });

  it('tells no list at all from none given', php, () => {
    const facets = (value: string) => run({ configuration: { options: { facets: value } } }).attributes;
    assert.deepEqual(facets('none'), { facets: '' });
    const { saved } = run({ values: { more: { facets: '' } } });
    assert.deepEqual(Object.keys(saved['options'] as object), []);
  });

  it('lets a block send to its own site only, and the settings elsewhere', php, () => {
    const settings = { signups: 'https://elsewhere.example/in' };
    const sends = (endpoint: string) =>
      run({ widget: 'signup-form', configuration: { options: { endpoint } }, settings }).attributes[
        'endpoint'
      ];
    for (const own of OWN_ADDRESSES) assert.equal(sends(own), own);
    for (const other of OTHER_ADDRESSES) assert.equal(sends(other), settings.signups, JSON.stringify(other));
    const more = { endpoint: 'https://elsewhere.example/', availability: '/places' };
    const { errors } = run({ widget: 'signup-form', values: { more } });
    assert.deepEqual(Object.keys(errors), ['Another address for sign-ups']);
  });

  it('keeps what was chosen, and the text with its format', php, () => {
    const fallback = { value: '<p>Zie de lijst.</p>', format: 'basic_html' };
    const { saved } = run({
      values: { src: ' /feed.json ', more: { search: 'false', sort: '' }, fallback },
    });
    assert.deepEqual(saved, {
      label_display: false,
      options: { src: '/feed.json', search: 'false' },
      fallback,
    });
    const { build, dependencies } = run({ configuration: { fallback } });
    assert.deepEqual(build['fallback'], {
      '#type': 'processed_text',
      '#text': fallback.value,
      '#format': fallback.format,
    });
    assert.deepEqual(dependencies, { config: ['filter.format.basic_html'] });
  });

  it('has a form for both settings', php, () => {
    const targets = Object.values(run({}).settingsForm).map((field) => field['#config_target']);
    assert.deepEqual(targets, ['ceal_widgets.settings:feed', 'ceal_widgets.settings:signups']);
  });
});

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

/** Addresses of https://example.org. */
const OWN_ADDRESSES = [
  '/in',
  'in',
  '?in',
  'https://example.org/in',
  'HTTPS://EXAMPLE.org/in',
  '//example.org/in',
  'https://example.org:443/in',
  '//example.org:443/in',
];
const OTHER_ADDRESSES = [
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '\ufeff//elsewhere.example/',
  '\u00a0https://elsewhere.example/',
  'https://somebody@example.org/in',
  'http://example.org/in',
  '/\\elsewhere.example/',
  '\u0001//elsewhere.example/',
  '/\t/elsewhere.example/',
  'https:elsewhere.example',
  'https:///elsewhere.example',
  'https://example.org@elsewhere.example/',
  'https://example.org:8443/in',
  'https://example.org:80/in',
  'http://example.org:443/in',
  'https://example.org.elsewhere.example/',
  'javascript:alert(1)',
  'data:,x',
];

type Field = Readonly<Record<string, unknown>>;

interface DrupalResult {
  readonly blocks: readonly string[];
  readonly form: Readonly<Record<string, Field>>;
  readonly errors: Field;
  readonly build: Field;
  readonly attributes: Field;
  readonly saved: Field;
  readonly dependencies: Field;
  readonly settingsForm: Readonly<Record<string, Field>>;
}

interface WordPressResult {
  /** The markup of a widget by its shortcode, and by its block. */
  readonly shortcode: string;
  readonly block: string;
  /** What is put in the head before the posts are reached. */
  readonly enqueued: readonly string[];
  /** The options that were deleted, after the site where it is named. */
  readonly deleted: readonly string[];
}

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

/** Runs the PHP of a kit with stand-ins for its system. */
function runCase(system: string, kit: string, input: object): unknown {
  const output = execFileSync(
    'php',
    ['-d', 'error_reporting=-1', '-d', 'display_errors=stderr', `test/kits/stand-ins/${system}.php`, kit],
    { input: JSON.stringify(input), encoding: 'utf8' },
  );
  return JSON.parse(output);
}

/** An XML file as PHP reads it, under the name of its root. */
function readXml(path: string): FlexForm {
  const code =
    '$root = simplexml_load_file($argv[1]); echo json_encode([$root->getName() => $root], JSON_THROW_ON_ERROR);';
  return JSON.parse(execFileSync('php', ['-r', code, path], { encoding: 'utf8' })) as FlexForm;
}

/** A YAML file, which holds a mapping. */
function yaml(path: string): Readonly<Record<string, unknown>> {
  const document = parseDocument(read(path));
  assert.deepEqual([...document.errors, ...document.warnings], [], basename(path));
  return document.toJS() as Readonly<Record<string, unknown>>;
}
