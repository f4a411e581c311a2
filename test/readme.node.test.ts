/** The generator of the pages' reference: it writes its own parts, and removes nothing that a person wrote. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementsOf } from '#tools/docs/manifest.mjs';
import { PAGES } from '#tools/docs/pages.mjs';
import { fillIn, missingParts } from '#tools/docs/readme.mjs';
import { readManifestFile, readText } from './support/node/published.js';

const manifest = readManifestFile();
/** The text of each page, by its path. */
const pages = Object.fromEntries(PAGES.map((path) => [path, readText(path)]));
const fill = (page: string) => fillIn(page, manifest);
/** The text without its generated parts. */
const written = (page: string) =>
  page
    .replace(/<details>\n<summary>[^]*?<\/details>/g, '')
    .replace(/^\|.*\n/gm, '')
    .replace(/<!-- \/?(api|elements)\b.*-->/g, '')
    .replace(/\s+/g, ' ');

const OPEN = '<!-- api:ceal-feed -->';

describe('the generator of the pages’ reference', () => {
  for (const [path, text] of Object.entries(pages))
    it(`finds nothing to complain of in ${path}`, () => assert.deepEqual(fill(text).problems, []));

  it('comes to the same when run again', () => {
    const once = fill(`${OPEN}\n\nWords.\n`).text;
    assert.equal(fill(once).text, once);
  });

  it('adds a closing comment that is missing, and keeps all that follows', () => {
    const { text } = fill(
      `Before.\n\n${OPEN}\n\nAfter.\n\n<!-- api:ceal-oasis-guide -->\n<!-- /api -->\n\nEnd.\n`,
    );
    assert.match(text, /<!-- api:ceal-feed -->\n\n<details>[^]*?<\/details>\n\n<!-- \/api -->\n\nAfter\./);
    assert.equal(written(text), 'Before. After. End. ');
  });

  for (const [path, text] of Object.entries(pages).filter(([, text]) => /^<!-- api:/m.test(text)))
    it(`keeps every written word where the closing comment is taken out of ${path}`, () => {
      const broken = text.replace(/^<!-- \/api -->\n/m, '');
      assert.notEqual(broken, text);
      assert.equal(written(fill(broken).text), written(text));
    });

  it('keeps every written word of a page with two parts, where a closing comment is taken out', () => {
    const page = `Before.\n\n${OPEN}\n<!-- /api -->\n\nBetween.\n\n<!-- api:every-widget -->\n<!-- /api -->\n\nEnd.\n`;
    const broken = fill(page).text.replace('<!-- /api -->\n', '');
    assert.equal(written(fill(broken).text), 'Before. Between. End. ');
  });

  it('keeps what a person wrote between two comments, and says so', () => {
    const { text, problems } = fill(`${OPEN}\n\nWritten by hand.\n\n<!-- /api -->\n`);
    assert.match(text, /Written by hand\./);
    assert.match(problems.join('\n'), /a closing comment has nothing generated before it/);
  });

  it('keeps what a person wrote beside the generated part', () => {
    const stale = '<details>\n<summary>Old</summary>\nOld.\n</details>';
    const { text } = fill(`${OPEN}\n\n${stale}\n\nWritten by hand.\n\n<!-- /api -->\n`);
    assert.match(text, /Written by hand\./);
  });

  it('replaces what it has generated before', () => {
    const stale = '<details>\n<summary>Old</summary>\nOld.\n</details>';
    const { text } = fill(`${OPEN}\n\n${stale}\n\n<!-- /api -->\n`);
    assert.doesNotMatch(text, /Old\./);
  });

  it('leaves comments in the middle of a line alone', () => {
    const page = 'Give it a line `<!-- api:ceal-map -->`.\n';
    assert.equal(fill(page).text, page);
  });

  it('knows the page of every element, of what they share, and of the table of all', () => {
    assert.deepEqual(missingParts(pages), []);
    const asked = missingParts({ ...pages, 'README.md': '', 'src/oasis-guide/README.md': '' });
    assert.deepEqual(asked, [
      'README.md: give it a line `<!-- elements -->`',
      'src/oasis-guide/README.md: give it a line `<!-- api:ceal-oasis-guide -->`',
    ]);
    assert.deepEqual(missingParts({}).length, elementsOf(manifest).length + 2);
  });
});
