/** The messages to a site's owner about a feed that cannot be loaded. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../src/feed/failure-words/en.js';
import { nl } from '../../src/feed/failure-words/nl.js';
import { formatDiagnostic } from '../../src/feed/failure-words/diagnostic.js';

describe('the words for failures', () => {
  it('are sentences, for the same reasons in Dutch and English', () => {
    assert.deepEqual(Object.keys(nl).toSorted(), Object.keys(en).toSorted());
    for (const words of [...Object.values(nl), ...Object.values(en)]) assert.match(words, /^[A-Z].*[.?]$/);
  });

  it('are followed by the details that are known', () => {
    assert.equal(formatDiagnostic('Niets.', {}), 'Niets.');
    assert.equal(formatDiagnostic('Niets.', { status: 404 }), 'Niets. (HTTP 404)');
    assert.equal(formatDiagnostic('Kapot.', { detail: 'line 3' }), 'Kapot. (line 3)');
  });
});
