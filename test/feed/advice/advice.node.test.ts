/** Keys that nobody reads, and what is read as it stands but hardly meant so. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { issueMessage } from '../../../src/feed/issue-words/issue-message.js';
import { slipsBetween, suggestLanguage, suggestName } from '../../../src/feed/advice/suggest.js';
import { EXAMPLE } from '../../../src/feed/format/example.js';
import { parseFeed, type ParseOptions } from '../../../src/feed/parse-feed.js';
import { BASE } from '../../support/node/read.js';

/** The keys that nobody reads and the advice on a feed with these sections, as `pointer code` lines. */
function adviceOn(sections: object, options: ParseOptions = {}): string[] {
  const parsed = parseFeed({ version: '1.0', id: 'a', ...sections }, BASE, options);
  assert.ok(parsed.ok);
  return [...parsed.issues, ...parsed.advice].map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('keys that nobody reads', () => {
  for (const [name, sections, pointer, suggestion] of [
    ['a section', { enterprizes: [] }, '/enterprizes', 'enterprises'],
    ['a section in Dutch', { ondernemingen: [] }, '/ondernemingen', 'enterprises'],
    ['a field', { enterprises: [{ id: 'a', name: 'A', tagine: 'x' }] }, '/enterprises/0/tagine', 'tagline'],
    [
      'a field with other case',
      { editions: [{ id: 'a', title: 'A', signup_until: '2027' }] },
      '/editions/0/signup_until',
      'signupUntil',
    ],
    [
      'a field in Dutch',
      { themes: [{ id: 'a', label: 'A', Samenvatting: 'x' }] },
      '/themes/0/Samenvatting',
      'summary',
    ],
    [
      'a field with a synonym of its name',
      { enterprises: [{ id: 'a', name: 'A', slogan: 'b' }] },
      '/enterprises/0/slogan',
      'tagline',
    ],
    ['a language by its name', { title: { nl: 'x', engels: 'y' } }, '/title/engels', 'en'],
    ['a language with an underscore', { title: { nl: 'x', en_GB: 'y' } }, '/title/en_GB', 'en-GB'],
    [
      'deep inside',
      { oasis: { title: 'O', steps: [{ id: 'a', name: 'A', tip: [] }] } },
      '/oasis/steps/0/tip',
      'tips',
    ],
  ] as const)
    it(`are told with "did you mean": ${name}`, () => {
      const parsed = parseFeed({ version: '1.0', id: 'a', ...sections }, BASE);
      assert.ok(parsed.ok);
      const [issue, ...others] = parsed.issues;
      assert.deepEqual(others, []);
      assert.deepEqual(
        [issue?.pointer, issue?.code, issue?.params['suggestion']],
        [pointer, 'unknown-key', suggestion],
      );
      assert.match(issueMessage(issue!, 'en'), new RegExp(`Perhaps you mean “${suggestion}”\\.$`));
    });

  it('are advice where they are like none', () =>
    assert.deepEqual(
      adviceOn({ kaart: {}, enterprises: [{ id: 'a', name: 'A', mood: 1 }] }),
      ['/enterprises/0/mood extra-key', '/kaart extra-key'].toSorted().reverse(),
    ));

  it('are the author’s own where they say so', () =>
    assert.deepEqual(adviceOn({ $schema: 'x', _comment: 'x', '//': 'x', 'x-own': 1, opmerking: 'x' }), []));

  it('are told once for all entries of a list', () => {
    const enterprises = ['a', 'b', 'c'].map((id) => ({ id, name: id, tagine: 'x' }));
    assert.deepEqual(adviceOn({ enterprises }), ['/enterprises/0/tagine unknown-key']);
  });

  it('may be many, and may throw', () => {
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
    assert.equal(adviceOn({ ...keys }).length > 0, true);
    const thrower = Object.defineProperty({}, 'x', {
      enumerable: true,
      get() {
        throw new Error('from the page');
      },
    });
    assert.ok(adviceOn({ enterprises: [thrower] }).length > 0);
  });
});

describe('advice', () => {
  const edition = { id: 'e', title: 'E', status: 'planned', start: '2027-09', end: '2027-12' };
  const session = { id: 's', title: 'S', edition: 'e', start: '2027-10-01' };
  const question = { id: 'q', label: 'Q', kind: 'choice', options: [{ id: 'a', label: 'A' }] };
  const signup = { id: 'u', title: 'U', editions: ['e'], questions: [question], retentionMonths: 1 };
  const title = { nl: 'Wijk', en: 'District' };
  const programme = (changes: { edition?: object; session?: object; signup?: object }) => ({
    editions: [{ ...edition, ...changes.edition }],
    sessions: [{ ...session, ...changes.session }],
    signups: [{ ...signup, ...changes.signup }],
  });

  it('is found in one go, however many entries there are', () => {
    let reads = 0;
    const sessions = Array.from({ length: 2_000 }, (_, index) => ({
      get id() {
        reads += 1;
        return `s${index}`;
      },
      title: 'S',
    }));
    const found = adviceOn({ editions: [edition], sessions });
    assert.equal(found.filter((line) => line.endsWith('no-edition')).length, 2_000);
    assert.ok(reads < 40_000, String(reads));
  });

  it('is not given on the example of the format', () => {
    const parsed = parseFeed(EXAMPLE, BASE);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.advice, []);
  });

  for (const [name, sections, expected] of [
    ['nothing', programme({}), []],
    ['a session without edition', programme({ session: { edition: undefined } }), ['/sessions/0 no-edition']],
    [
      'a session after its edition',
      programme({ session: { start: '2028-10-01' } }),
      ['/sessions/0/start outside-edition'],
    ],
    [
      'a session before its edition',
      programme({ session: { start: '2026-10-01' } }),
      ['/sessions/0/start outside-edition'],
    ],
    ['an edition that ends far away', programme({ edition: { end: '2072' } }), ['/editions/0/end far-end']],
    [
      'an edition of a sign-up without status',
      programme({ edition: { status: undefined } }),
      ['/editions/0 no-status'],
    ],
    [
      'a choice without options',
      programme({ signup: { questions: [{ ...question, options: [] }] } }),
      ['/signups/0/questions/0/options no-options'],
    ],
    [
      'a sign-up without term',
      programme({ signup: { retentionMonths: undefined } }),
      ['/signups/0 no-retention'],
    ],
    [
      'a picture without alt',
      { enterprises: [{ id: 'a', name: 'A', image: { src: 'a.jpg' } }] },
      ['/enterprises/0/image no-alt'],
    ],
    [
      'a picture that decorates',
      { enterprises: [{ id: 'a', name: 'A', image: { src: 'a.jpg', alt: { nl: 'Tafel' } } }] },
      [],
    ],
    [
      'a text that lacks a language',
      { title, programme: { title: { nl: 'Programma' } } },
      ['/programme/title no-translation'],
    ],
    [
      'a name in another language',
      { title, oasis: { title: { nl: 'O', en: 'O' }, steps: [{ id: 'a', name: { pt: 'Olhar' } }] } },
      [],
    ],
  ] as const)
    it(`on ${name}`, () => assert.deepEqual(adviceOn(sections), expected));

  it('on a sign-up that is over, where the present is given', () => {
    const sections = programme({ edition: { signupUntil: '2026-08-31' } });
    assert.deepEqual(adviceOn(sections), []);
    assert.deepEqual(adviceOn(sections, { now: Date.parse('2026-08-31T12:00Z') }), []);
    assert.deepEqual(adviceOn(sections, { now: Date.parse('2026-09-01T12:00Z') }), [
      '/editions/0/signupUntil signup-over',
    ]);
  });
});

describe('a name that is near another', () => {
  const known = ['enterprises', 'editions', 'end', 'id', 'title'];

  it('has few slips of the pen', () => {
    assert.equal(slipsBetween('tagline', 'tagline'), 0);
    assert.equal(slipsBetween('tagine', 'tagline'), 1);
    assert.equal(slipsBetween('tgaline', 'tagline'), 1);
    assert.equal(slipsBetween('taglines', 'tagline'), 1);
    assert.equal(suggestName('Enterprices ', known), 'enterprises');
  });

  it('is not just any short one', () => {
    for (const name of ['is', 'and', 'x', '', 'mood', 'y'.repeat(1_000)])
      assert.equal(suggestName(name, known), undefined);
  });

  it('is a language in its own words too', () => {
    const names = {
      Nederlands: 'nl',
      ENGLISH: 'en',
      Türkçe: 'tr',
      العربية: 'ar',
      Duits: 'de',
      nl_NL: 'nl-NL',
    };
    for (const [name, tag] of Object.entries(names)) assert.equal(suggestLanguage(name), tag);
    assert.equal(suggestLanguage('klingon'), undefined);
  });
});
