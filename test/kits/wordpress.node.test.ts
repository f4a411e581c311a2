/** The plugin for WordPress, with stand-ins for it where there is PHP; `npm run test:kits` runs it in WordPress itself. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VERSION } from '../../src/version.js';
import { OTHER_ADDRESSES, OWN_ADDRESSES, php, read, runCase, wordpress } from './kit-files.js';

interface WordPressResult {
  /** The markup of a widget by its shortcode, and by its block. */
  readonly shortcode: string;
  readonly block: string;
  /** What is put in the head before the posts are reached. */
  readonly enqueued: readonly string[];
  /** The options that were deleted, after the site where it is named. */
  readonly deleted: readonly string[];
}

describe('the plugin for WordPress', () => {
  const run = (options: object) => runCase('wordpress', wordpress, options) as WordPressResult;

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
    const readme = read(`${wordpress}/readme.txt`);
    const [head = ''] = readme.split(/^== /m);
    const inReadme = headers(head);
    const inPlugin = headers(read(`${wordpress}/ceal-widgets.php`));
    assert.match(readme, /^=== CEAL Widgets ===\n/);
    for (const key of ['Requires at least', 'Requires PHP', 'License'])
      assert.equal(inReadme[key], inPlugin[key], key);
    assert.equal(inReadme['Stable tag'], VERSION);
    assert.match(inReadme['Tested up to'] ?? '', /^\d\.\d$/);
    const short = head.trim().split('\n').at(-1) ?? '';
    assert.ok(short.length <= 150 && !short.includes(':'), 'the short description');
  });
});
