/** Further ways of people and systems to write the kinds of the rows, and what only looks like them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isMojibake } from '../../../src/feed/mending/mojibake.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { BASE, linesOf } from '../../support/node/read.js';

function read(sections: object) {
  const parsed = parseFeed({ version: '1.0', id: 'proef', language: 'nl', ...sections }, BASE);
  assert.ok(parsed.ok);
  return { ...parsed.feed, lines: linesOf(parsed.issues) };
}
const sessionOf = (fields: object) => read({ sessions: [{ id: 'a', title: 'A', ...fields }] }).sessions[0];
const enterpriseOf = (fields: object) => read({ enterprises: [{ id: 'a', name: 'A', ...fields }] });

type Cases = readonly (readonly [written: unknown, meant: unknown])[];

function suite(name: string, valueOf: (written: unknown) => unknown, cases: Cases) {
  describe(name, () => {
    for (const [written, meant] of cases)
      it(`${JSON.stringify(written)} is ${JSON.stringify(meant)}`, () =>
        assert.deepEqual(valueOf(written), meant));
  });
}

suite('01: a draft', (draft) => enterpriseOf({ draft }).enterprises.length === 0, [
  ['"false"', false],
  ['=ONWAAR()', false],
  ['false,', false],
  ['‘nee’', false],
  ['niet', false],
  ['null', false],
  ['"true"', true],
  ['=WAAR()', true],
  ['concept', true],
]);

describe('01: a key with a capital is not passed over', () => {
  it('of a draft', () => assert.deepEqual(enterpriseOf({ Draft: true }).enterprises, []));
  for (const name of ['DRAFT', 'draft_', 'isDraft', 'is_draft', 'concept', ' draft'])
    it(`of a draft: ${name}`, () => assert.deepEqual(enterpriseOf({ [name]: 'ja' }).enterprises, []));
  for (const name of ['EXAMPLE', 'isExample', 'voorbeeld'])
    it(`of an example: ${name}`, () =>
      assert.equal(enterpriseOf({ [name]: 1 }).enterprises[0]?.example, true));
  it('of an example', () => assert.equal(enterpriseOf({ Example: 'ja' }).enterprises[0]?.example, true));
  it('02: of a status', () => assert.equal(sessionOf({ Status: 'cancelled' })?.status, 'cancelled'));
});

suite('02: a status', (status) => sessionOf({ status })?.status, [
  ['gaat door?', 'unknown'],
  ['scheduled (?)', 'unknown'],
  ['scheduled…', 'unknown'],
  ['!scheduled', 'unknown'],
  ['❌ gepland', 'unknown'],
  ['~~scheduled~~', 'unknown'],
  ['cancelled: nee', 'unknown'],
  ['❌ cancelled', 'cancelled'],
  ['komt te vervallen', 'cancelled'],
  ['STATUS:CANCELLED', 'cancelled'],
  ['Gaat door!', 'scheduled'],
  [' ', 'scheduled'],
  [{ value: '' }, 'scheduled'],
]);

suite('03: midnight', (start) => sessionOf({ start })?.start, [
  ['2027-09-08T22:00:00+00:00', '2027-09-09'],
  ['2027-12-08T23:00:00.000+00:00', '2027-12-09'],
  ['2027-09-09T00:00:00-00:00', '2027-09-09'],
]);

suite(
  '03: the last midnight to sign up',
  (signupUntil) =>
    read({ editions: [{ id: 'e', title: 'E', start: '2027-09-09', signupUntil }] }).editions[0]?.signupUntil,
  [
    ['2027-08-31T00:00:00.000Z', '2027-08-31'],
    ['2027-08-30T22:00:00Z', '2027-08-31'],
    ['2027-09-01T00:00:00+02:00', '2027-09-01T00:00:00+02:00'],
  ],
);

suite('04: a start', (start) => sessionOf({ start })?.start, [
  ['2027-09-09;', '2027-09-09'],
  ['2027-09-09 13:30 AM', 'XXXX'],
  ['20270909T1330-05:00', '2027-09-09T13:30-05:00'],
]);

suite(
  '05: a capacity',
  (capacity) => read({ editions: [{ id: 'e', title: 'E', capacity }] }).editions[0]?.capacity,
  [
    ['25 pers.', 25],
    ['25 plekken.', 25],
    ['25;', 25],
    ['20-25', undefined],
    ['25?', undefined],
  ],
);

describe('06: references', () => {
  it('to a whole number with a decimal find it', () => {
    const { sessions } = read({
      editions: [{ id: 254, title: 'E' }],
      sessions: [{ id: 'a', title: 'A', edition: '254.0' }],
    });
    assert.equal(sessions[0]?.edition, '254');
  });
  const themesOf = (written: unknown) =>
    read({
      themes: [
        { id: 'eten', label: 'Eten' },
        { id: 'zorg', label: 'Zorg en welzijn' },
      ],
      enterprises: [{ id: 'a', name: 'A', themes: written }],
    }).enterprises[0]?.themes;
  for (const written of ['Eten / zorg', 'Eten • Zorg'])
    it(`${written} are two`, () => assert.deepEqual(themesOf(written), ['eten', 'zorg']));
  it('a name with a word between is one', () => assert.deepEqual(themesOf('Zorg en welzijn'), ['zorg']));
});

it('08: entries under their names are a list, and one group is not', () => {
  const links = { website: { url: 'https://a.nl/' }, video: { url: 'https://b.nl/' } };
  assert.equal(enterpriseOf({ links }).enterprises[0]?.links.length, 2);
  assert.deepEqual(enterpriseOf({ sources: { label: { nl: 'DUB' } } }).enterprises[0]?.sources, [
    { label: { nl: 'DUB' } },
  ]);
});

suite('09: a text', (description) => enterpriseOf({ description }).enterprises[0]?.description, [
  ['5 m&sup2; &plusmn; 1', '5 m² ± 1'],
  ['C:\\map 1\\nieuw\\oud', 'C:\\map 1\\nieuw\\oud'],
  ['AC\\nova', 'AC\\nova'],
]);

describe('10b: no mojibake', () => {
  for (const text of ['“Olé…”', 'een café”…', '« voilà\u00a0»'])
    it(text, () => assert.equal(isMojibake(text), false));
});

suite('11: a date', (date) => read({ history: [{ id: 'h', title: 'H', date }] }).history[0]?.date, [
  ['201?', '201X'],
  ['199u', '199X'],
  ['2016-??-??', '2016-XX-XX'],
  ['2016-06-uu', '2016-06-XX'],
  ['2014?', '2014?'],
]);

suite('16: an address', (url) => enterpriseOf({ links: [{ url }] }).enterprises[0]?.links[0]?.url, [
  ['index.php?id=3', 'https://feeds.example/wijk/index.php?id=3'],
  ['foto@2x.png', 'https://feeds.example/wijk/foto@2x.png'],
  ['foto 1.jpg', 'https://feeds.example/wijk/foto%201.jpg'],
  ['over-ons', 'https://feeds.example/wijk/over-ons'],
  ['soep.amsterdam', 'https://soep.amsterdam/'],
  ['zie www.soep.nl', 'https://www.soep.nl/'],
  ['https://soep.nl,', 'https://soep.nl/'],
  ['https://soep.nl/?a,b,', 'https://soep.nl/?a,b,'],
  ['@soep', undefined],
  ['mo@x', undefined],
  ['mo@x.nl, jan@x.nl', undefined],
  ['link volgt', undefined],
  ['Zoom', undefined],
  ['www x nl', undefined],
]);

it('17: a source that is an address is linked by it; addresses of the web in one text are several', () => {
  const { enterprises } = enterpriseOf({
    sources: ['https://a.nl', { url: 'https://b.nl' }, 'DUB, 12 mei'],
    links: 'a.nl; b.nl',
  });
  assert.deepEqual(enterprises[0]?.sources, [
    { label: 'https://a.nl', url: 'https://a.nl/' },
    { label: 'https://b.nl', url: 'https://b.nl/' },
    { label: 'DUB, 12 mei' },
  ]);
  assert.deepEqual(
    enterprises[0].links.map(({ url }) => url),
    ['https://a.nl/', 'https://b.nl/'],
  );
});

it('18: steps that are words, or stand under their ids, are steps', () => {
  const stepsOf = (steps: unknown) =>
    read({ oasis: { title: 'O', steps } }).oasis?.steps.map(({ id, name, number }) => [id, name, number]);
  assert.deepEqual(stepsOf(['Kijken', { name: 'Raken', number: 'Stap 2.' }]), [
    ['kijken', 'Kijken', undefined],
    ['raken', 'Raken', 2],
  ]);
  assert.deepEqual(stepsOf({ een: { name: 'Kijken' }, twee: { name: 'Raken' } }), [
    ['een', 'Kijken', undefined],
    ['twee', 'Raken', undefined],
  ]);
});
