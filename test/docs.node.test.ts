/** The pages of the documentation: short at first, whole further on, and without a dead link wherever they are read. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { flatten } from '#tools/docs/doc-files.mjs';
import { PAGES, USER_PAGES, flatName } from '#tools/docs/pages.mjs';
import { filesUnder } from '#tools/files.mjs';
import { deadLinks, linksOf } from './support/node/pages.js';
import { readText } from './support/node/published.js';

const README = readText('README.md');
/** What an editor's site may be made with, in README's words. */
const SYSTEMS = [
  'plain HTML',
  'WordPress',
  'Drupal',
  'Wix',
  'SharePoint',
  'Squarespace',
  'TYPO3',
  'Joomla',
  'Google Tag Manager',
  'a frame',
  'npm',
];
/** Two minutes, at a calm pace. */
const WORDS_TO_SNIPPET = 450;
/** The lines that a screen shows before anybody scrolls. */
const FIRST_SCREEN_LINES = 20;

describe('README.md', () => {
  it('has fewer than 250 lines', () => assert.ok(README.split('\n').length <= 250));

  it('comes to a snippet that works, and to what it looks like, in two minutes of reading', () => {
    const [before = ''] = README.split('**3. Look.**');
    assert.match(before, /^!\[/m);
    assert.match(before, /^```html$/m);
    // Tables are looked into, and addresses and what a picture has for words are not read.
    const read = before.replace(/^(?:\||!\[|<!--).*$/gm, '').replace(/\]\([^)]*\)/g, '');
    assert.ok((read.match(/\w+/g) ?? []).length < WORDS_TO_SNIPPET);
  });

  for (const system of SYSTEMS)
    it(`says in its first screen where to read on with ${system}`, () => {
      const screen = README.split('\n').slice(0, FIRST_SCREEN_LINES);
      const row = screen.find((line) => line.startsWith('|') && line.includes(system));
      assert.equal(linksOf(row ?? '').length, 1, row);
    });

  it('leads to every other page, by way of any', () => {
    const reached = new Set(['README.md']);
    for (const page of reached)
      for (const link of linksOf(readText(page))) {
        const { pathname } = new URL(link, `https://example.org/${page}`);
        if (PAGES.includes(pathname.slice(1))) reached.add(pathname.slice(1));
      }
    assert.deepEqual(
      PAGES.filter((page) => !reached.has(page)),
      [],
    );
  });
});

describe('the pages', () => {
  for (const page of PAGES) it(`${page} has no dead link`, () => assert.deepEqual(deadLinks(page), []));

  it('have names that differ in a flat folder', () => {
    const names = USER_PAGES.map(flatName);
    assert.deepEqual(names, [...new Set(names)]);
  });
});

describe('Storybook', () => {
  for (const page of USER_PAGES)
    it(`shows ${page} under its first heading`, () => {
      const name = flatName(page);
      const [, heading = ''] = /^# (.+)$/m.exec(readText(page)) ?? [];
      const story = readText(`stories/docs/${name}x`);
      assert.ok(story.includes(`<Meta title="Docs/${heading.replace(/[`<>]/g, '')}" />`), heading);
      assert.ok(story.includes(`documentOf('${name}')`));
    });
});

describe('dist/docs', () => {
  for (const page of USER_PAGES)
    it(`has ${page} as ${flatName(page)}, without a dead link or a comment`, () => {
      const copy = `dist/docs/${flatName(page)}`;
      assert.deepEqual(deadLinks(copy), []);
      // An include of a server, in a snippet, is written as one.
      assert.doesNotMatch(readText(copy).replace(/^```[^]*?^```$/gm, ''), /<!--/);
    });

  it('has no page beside these', () =>
    assert.deepEqual(
      filesUnder('dist/docs', (path) => path.endsWith('.md')),
      USER_PAGES.map((page) => `dist/docs/${flatName(page)}`).sort(),
    ));

  it('needs nothing outside dist', () => {
    for (const page of USER_PAGES)
      for (const link of linksOf(readText(`dist/docs/${flatName(page)}`))) {
        const { pathname } = new URL(link, 'https://example.org/a/dist/docs/');
        assert.match(pathname, /^\/a\/dist\//, link);
        assert.ok(existsSync(`dist/${pathname.slice('/a/dist/'.length)}`), link);
      }
  });
});

describe('a page in the flat folder', () => {
  const find = (path: string) => ({ 'src/feed/README.md': 'feed.md', 'src/a.ts': '../modules/a.js' })[path];
  const flat = (text: string) => flatten('src/map/README.md', text, find);

  it('leads to the copies of others, with their headings', () =>
    assert.equal(
      flat('[The `[feed]`](../feed/README.md#write-it), [a](../a.ts)'),
      '[The `[feed]`](feed.md#write-it), [a](../modules/a.js)',
    ));

  it('keeps links to the web and to its own headings', () => {
    const text = '[a](https://example.org/#a), [b](#b), [c](mailto:a@example.org)';
    assert.equal(flat(text), text);
  });

  it('has the words of a link to what is not there', () =>
    assert.equal(flat('See [the `tests`](../../test/README.md).'), 'See the `tests`.'));

  it('leaves code alone', () => {
    const text = '`[a](../a.ts)`\n\n```js\nx[0](../a.ts)\n```\n';
    assert.equal(flat(text), text);
  });

  it('has no comments of the generator', () =>
    assert.equal(
      flat('Words.\n\n<!-- api:ceal-map -->\n\nReference.\n\n<!-- /api -->\n'),
      'Words.\n\nReference.\n\n',
    ));
});
