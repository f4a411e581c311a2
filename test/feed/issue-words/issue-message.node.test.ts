/** The messages of issues. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ISSUE_WORDS, issueMessage } from '../../../src/feed/issue-words/issue-message.js';
import { issueSummary } from '../../../src/feed/issue-words/summary.js';
import { LIMITS } from '../../../src/feed/fields.js';
import type { FeedIssue, IssueCode } from '../../../src/feed/issues.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { LANGUAGES } from '../../../src/i18n/languages.js';
import { BASE, first } from '../../support/node/read.js';
import { readFeed } from '../../support/node/feeds.js';

/** A feed in which everything is wrong that can be. */
const WRONG = {
  version: '1.0',
  id: 'proef',
  language: 'nl_NL',
  themes: [{ id: 'Maken' }, { id: 'a', label: '' }],
  editions: [
    { id: 'a', title: 'A', start: '2027-02-30', end: '2027' },
    { id: 'b', title: 'B', start: '2027-01-01T10:00', end: '2026' },
    { id: 'c', title: 'C', start: '2027-07-01T10:00+01:00', signupFrom: 42370, signupUntil: 1820575800 },
    { id: 'd', title: 'D', start: '2027-09-09T00:00:00Z', signupFrom: '09-09-2027' },
  ],
  enterprises: [
    {
      id: 'a',
      name: 'x'.repeat(LIMITS.title + 1),
      people: -1,
      tagine: 'Soep',
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
};

/** A feed of which a second reading makes something. */
const MEANT = {
  version: '1.0',
  id: 'Proef',
  themes: { '0': { id: 'eten', label: 'Eten &amp; drinken' } },
  documents: [{ title: 'Gids', url: 'www.gids.example' }],
  history: ['2016-06-01T00:00:00Z', 42370, 1820575800, '09-10-2027', '2027-07-23T12:00:00+01:00'].map(
    (date, index) => ({ id: `h${index}`, date, title: 'CafÃ©' }),
  ),
};

function parsed(feed: unknown): readonly FeedIssue[] {
  const result = parseFeed(feed, BASE);
  return result.ok ? result.issues : [];
}

/** A feed whose bytes, keys and figures are hardly meant so. */
const advised = parseFeed(
  Buffer.from(
    JSON.stringify({
      version: '1.0',
      id: 'a',
      title: { nl: 'Café', en: 'Café' },
      kaart: 1,
      editions: [
        { id: 'e', title: { nl: 'E' }, start: '2027', end: '2072', signupUntil: '2026' },
        { id: 'f', title: 'F', start: '2027', end: '2028' },
      ],
      sessions: [
        { id: 's', title: 'S' },
        { id: 't', title: 'T', edition: 'f', start: '2030' },
      ],
      enterprises: [{ '\ufeffid': 'x', name: 'X', image: { src: 'a.jpg' } }],
      signups: [
        {
          id: 'u',
          title: 'U',
          editions: ['e'],
          questions: [{ id: 'q', kind: 'choice', label: 'Q' }],
        },
      ],
    }).replace('\ufeff', '\\ufeff'),
    'latin1',
  ),
  BASE,
  { now: Date.parse('2027-01-01') },
);
assert.ok(advised.ok);

const issues = [...readFeed(WRONG, BASE).issues, ...parsed(MEANT), ...advised.issues, ...advised.advice];

describe('the words for issues', () => {
  const { nl } = ISSUE_WORDS;
  const figures = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([figure]) => figure).toSorted();

  for (const language of LANGUAGES)
    it(`are sentences for every code, with the figures of the Dutch ones in them, in ${language}`, () => {
      const words = ISSUE_WORDS[language];
      assert.deepEqual(Object.keys(words).toSorted(), Object.keys(nl).toSorted());
      for (const code of Object.keys(nl) as IssueCode[]) {
        assert.match(words[code], /^\p{Lu}.*\.$/u, code);
        assert.deepEqual(figures(words[code]), figures(nl[code]), code);
      }
    });

  it('are there for no other code than reading gives', () =>
    assert.deepEqual([...new Set(issues.map(({ code }) => code))].toSorted(), Object.keys(nl).toSorted()));

  for (const language of LANGUAGES)
    it(`are whole with what reading gives, in ${language}`, () => {
      for (const issue of issues) {
        const message = issueMessage(issue, language);
        assert.doesNotMatch(message, /[{}]|“”|: \.| {2}|undefined/, issue.code);
      }
    });

  it('name what is wrong', () => {
    const { issues } = readFeed(
      { version: '1.0', id: 'a', enterprises: [{ id: 'a', name: 'A', edition: 'weg' }] },
      BASE,
    );
    const issue = first(issues);
    assert.equal(issueMessage(issue, 'nl'), 'Er is geen “weg” in editions.');
    assert.equal(issueMessage(issue, 'en'), 'There is no “weg” in editions.');
  });

  it('say what belongs at a place of another kind', () => {
    const wrong = { name: true, people: true, draft: [1, 2], place: true, links: true };
    const { issues } = readFeed(
      { version: '1.0', id: 'a', sessions: true, enterprises: [{ id: 'a', ...wrong }] },
      BASE,
    );
    const told = (language: string) =>
      issues
        .filter(({ code }) => code === 'wrong-type')
        .map((issue) => `${issue.pointer.split('/').at(-1)}: ${issueMessage(issue, language)}`);
    assert.deepEqual(told('nl'), [
      'sessions: Hier hoort iets anders: een lijst, zoals [ … ].',
      'name: Hier hoort iets anders: woorden, zoals "Soep".',
      'people: Hier hoort iets anders: een heel getal van 0 tot en met 100000.',
      'place: Hier hoort iets anders: een groep met name, address, url, lat, lon.',
      'links: Hier hoort iets anders: een lijst, zoals [ … ].',
      'draft: Hier hoort iets anders: true (ja) of false (nee).',
    ]);
    assert.equal(told('en')[1], 'name: Something else belongs here: words, such as "Soup".');
  });

  it('are English for any other language', () =>
    assert.equal(issueMessage(first(issues), 'fy'), issueMessage(first(issues), 'en')));
});

describe('the line in the console', () => {
  const issues = (count: number): readonly FeedIssue[] =>
    Array.from({ length: count }, () => ({ pointer: '/a', code: 'read-as', params: {} }));

  it('counts, and says so where not all is counted', () => {
    assert.match(issueSummary(issues(1)), /^1 value is shown as another\. /);
    assert.match(issueSummary(issues(2)), /^2 values are shown as others\. /);
    assert.match(issueSummary(issues(LIMITS.issues + 1)), /^at least 30001 values are shown as others\. /);
  });
});
