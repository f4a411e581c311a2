/** The generator of README's reference: it writes its own parts, and removes nothing that a person wrote. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillIn } from '#tools/docs/readme.mjs';
import { readManifestFile, readText } from './support/node/published.js';

const manifest = readManifestFile();
const README = readText('README.md');
const fill = (page: string) => fillIn(page, manifest);
/** The text without its generated parts. */
const written = (page: string) =>
  page
    .replace(/<details>\n<summary>[^]*?<\/details>/g, '')
    .replace(/^\|.*\n/gm, '')
    .replace(/<!-- \/?(api|elements)\b.*-->/g, '')
    .replace(/\s+/g, ' ');

const OPEN = '<!-- api:ceal-feed -->';

describe('README’s generator', () => {
  it('finds nothing to complain of in README', () => assert.deepEqual(fill(README).problems, []));

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

  for (const tag of ['ceal-feed', 'ceal-enterprise-gallery', 'every-widget'])
    it(`keeps every written word where the closing comment of ${tag} is taken out of README`, () => {
      const [before, after = ''] = README.split(`<!-- api:${tag} -->\n`);
      const broken = `${before}<!-- api:${tag} -->\n${after.replace('<!-- /api -->\n', '')}`;
      assert.equal(written(fill(broken).text), written(README));
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

  it('asks for a place for every element, and for the table of all', () => {
    const { problems } = fill('');
    assert.ok(problems.some((problem) => problem.includes('give it a line `<!-- api:ceal-oasis-guide -->`')));
    assert.ok(problems.some((problem) => problem.includes('give it a line `<!-- elements -->`')));
  });
});
