/** The module for Drupal, with stand-ins for that where there is PHP; Drupal itself is not run here. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drupal, OTHER_ADDRESSES, OWN_ADDRESSES, php, read, runCase, yaml, type Field } from './kit-files.js';

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
