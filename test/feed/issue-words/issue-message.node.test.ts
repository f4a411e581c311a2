/** What is wrong with a feed, in words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../../src/feed/issue-words/en.js';
import { nl } from '../../../src/feed/issue-words/nl.js';
import { issueMessage } from '../../../src/feed/issue-words/issue-message.js';
import { LIMITS } from '../../../src/feed/fields.js';
import { BASE, read } from '../../support/node/read.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';

/** A feed in which everything is wrong that can be. */
const { issues } = read({
  language: 'nl_NL',
  themes: [{ id: 'Maken' }, { id: 'a', label: '' }],
  editions: [
    { id: 'a', title: 'A', start: '2027-02-30', end: '2027' },
    { id: 'b', title: 'B', start: '2027-01-01T10:00', end: '2026' },
  ],
  enterprises: [
    {
      id: 'a',
      name: 'x'.repeat(LIMITS.title + 1),
      people: -1,
      tagline: 3,
      status: 'booming',
      edition: 'weg',
    },
    { id: 'a', name: 'A', links: [{ url: 'x:y' }], themes: Array(21).fill('a') },
    Object.defineProperty({ id: 'c' }, 'name', {
      enumerable: true,
      get() {
        throw new Error('from the page');
      },
    }),
  ],
});

describe('the words for issues', () => {
  it('are there for every code, in Dutch and English, with the same figures in them', () => {
    assert.deepEqual(Object.keys(en).toSorted(), Object.keys(nl).toSorted());
    const figures = (words) => [...words.matchAll(/\{\w+\}/g)].map(([it]) => it).toSorted();
    for (const code of Object.keys(nl)) {
      assert.match(nl[code], /^[A-Z].*\.$/);
      assert.match(en[code], /^[A-Z].*\.$/);
      assert.deepEqual(figures(nl[code]), figures(en[code]), code);
    }
  });

  it('are there for no other code than reading gives', () =>
    assert.deepEqual([...new Set(issues.map(({ code }) => code))].toSorted(), Object.keys(nl).toSorted()));

  for (const language of ['nl', 'en'])
    it(`are whole with what reading gives, in ${language}`, () => {
      for (const issue of issues) {
        const said = issueMessage(issue, language);
        assert.doesNotMatch(said, /[{}]|“”|: \.| {2}|undefined/, issue.code);
      }
    });

  it('name what is wrong', () => {
    const [issue] = parseFeed(
      { version: '1.0', id: 'a', enterprises: [{ id: 'a', name: 'A', edition: 'weg' }] },
      BASE,
    ).issues;
    assert.equal(issueMessage(issue, 'nl'), 'Er is geen “weg” in editions.');
    assert.equal(issueMessage(issue, 'en'), 'There is no “weg” in editions.');
  });

  it('are English for any other language', () =>
    assert.equal(issueMessage(issues[0], 'fy'), issueMessage(issues[0], 'en')));
});
