/** The messages to a site's owner about a feed that cannot be loaded. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDiagnostic } from '../../src/feed/failure-words/diagnostic.js';
import { FAILURE_WORDS } from '../../src/feed/failure-words/index.js';
import { LANGUAGES } from '../../src/i18n/languages.js';

describe('the words for failures', () => {
  for (const language of LANGUAGES)
    it(`are sentences, for the same reasons as in Dutch, in ${language}`, () => {
      const words = FAILURE_WORDS[language];
      assert.deepEqual(Object.keys(words).toSorted(), Object.keys(FAILURE_WORDS.nl).toSorted());
      for (const [key, sentence] of Object.entries(words)) assert.match(sentence, /^\p{Lu}.*[.?]$/u, key);
    });

  it('are followed by the details that are known', () => {
    assert.equal(formatDiagnostic('Niets.', {}), 'Niets.');
    assert.equal(formatDiagnostic('Niets.', { status: 404 }), 'Niets. (HTTP 404)');
    assert.equal(formatDiagnostic('Kapot.', { detail: 'line 3' }), 'Kapot. (line 3)');
  });
});
