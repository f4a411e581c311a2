/** The package sanitize-html leaves the fallback by its defaults; with `data-*` allowed on <div> it leaves everything. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sanitizeHtml from 'sanitize-html';
import { ELEMENT, FALLBACK, FEED_AROUND, GALLERY, HOSTILE } from './snippets.js';

const { allowedAttributes } = sanitizeHtml.defaults;
const ALLOWED = { allowedAttributes: { ...allowedAttributes, div: ['id', 'data-*'] } };

describe('sanitize-html', () => {
  for (const snippet of [GALLERY, FEED_AROUND, ELEMENT, HOSTILE])
    it(`leaves no placeholder by its defaults, but the words: ${snippet.slice(0, 50)}`, () => {
      const left = sanitizeHtml(snippet);
      assert.doesNotMatch(left, /ceal-/);
      assert.match(left, new RegExp(`<a[^>]*>${FALLBACK}</a>`));
    });

  for (const snippet of [GALLERY, FEED_AROUND])
    it(`leaves placeholders whole with data-* allowed: ${snippet.slice(0, 50)}`, () =>
      assert.equal(sanitizeHtml(snippet, ALLOWED), snippet));

  it('takes out what runs even then', () => {
    const left = sanitizeHtml(HOSTILE, ALLOWED);
    assert.match(left, /data-ceal-widget/);
    assert.doesNotMatch(left, / onclick|javascript:/);
  });
});
