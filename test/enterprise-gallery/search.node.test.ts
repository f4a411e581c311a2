/** The index finds what a reader finds by looking, and puts the best first. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Catalogue } from '../../src/enterprise-gallery/catalogue.js';
import { foldForSearch, searchTerms, spellings } from '../../src/enterprise-gallery/fold.js';
import { SearchIndex } from '../../src/enterprise-gallery/search.js';
import type { Enterprise } from '../../src/feed/sections/enterprises.js';

const DUTCH = { locale: 'nl', feedLanguage: 'nl' };
const enterprise = (id: string, rest: Partial<Enterprise> = {}): Enterprise => ({
  id,
  name: id,
  alternateNames: [],
  themes: [],
  status: 'unknown',
  links: [],
  sources: [],
  ...rest,
});
const catalogue = (enterprises: readonly Enterprise[]): Catalogue => ({
  enterprises,
  labels: {
    theme: new Map([['eten', 'Koken']]),
    edition: new Map([['een', 'Lente']]),
    neighbourhood: new Map([['noord', { nl: 'Noordkant', en: 'North side' }]]),
  },
  editionStarts: new Map(),
});
const find = (enterprises: readonly Enterprise[], text: string, localeContext = DUTCH) =>
  new SearchIndex(catalogue(enterprises), localeContext).find(text).map(({ id }) => id);

describe('a search', () => {
  it('gives everything for no words, in the order of the feed', () => {
    const list = ['b', 'a', 'c'].map((id) => enterprise(id));
    for (const query of ['', '  ', '…']) assert.deepEqual(find(list, query), ['b', 'a', 'c']);
  });

  it('looks at names, tagline, description, place, and the names of themes, edition and neighbourhood', () => {
    const full = enterprise('x', {
      name: 'naam',
      alternateNames: ['bijnaam'],
      tagline: 'regel',
      description: 'verhaal',
      place: { name: 'plek', address: 'straat' },
      themes: ['eten', 'weg'],
      edition: 'een',
      neighbourhood: 'noord',
    });
    for (const word of ['naam', 'bijnaam', 'regel', 'verhaal', 'plek', 'koken', 'lente', 'noordkant'])
      assert.deepEqual(find([full], word), ['x'], word);
    for (const word of ['straat', 'eten', 'weg', 'undefined', 'north'])
      assert.deepEqual(find([full], word), []);
    assert.deepEqual(find([full], 'north', { locale: 'en', feedLanguage: 'nl' }), ['x']);
  });

  it('does not run words of different texts together', () => {
    const list = [
      enterprise('x', { name: 'een', tagline: 'twee', description: 'drie', place: { name: 'vier' } }),
    ];
    for (const query of ['eentwee', 'drievier', 'tweedrie']) assert.deepEqual(find(list, query), []);
  });

  it('ranks name, tagline, rest; the start of a word before its middle; more words before fewer', () => {
    const list = [
      enterprise('rest', { description: 'soep' }),
      enterprise('tagline', { tagline: 'soep' }),
      enterprise('inside', { name: 'linzensoep' }),
      enterprise('start', { name: 'de soepkar' }),
    ];
    assert.deepEqual(find(list, 'soep'), ['start', 'inside', 'tagline', 'rest']);
  });

  it('keeps the order of the feed among equals', () => {
    const list = ['c', 'a', 'b'].map((id) => enterprise(id, { tagline: 'soep' }));
    assert.deepEqual(find(list, 'soep'), ['c', 'a', 'b']);
  });

  it('can be prepared bit by bit, with the same outcome', () => {
    const list = ['a', 'b', 'c'].map((id) => enterprise(id, { tagline: 'soep' }));
    const index = new SearchIndex(catalogue(list), DUTCH);
    assert.deepEqual([index.prepare(2), index.prepare(2), index.prepare(2)], [false, true, true]);
    assert.equal(index.find('soep').length, 3);
  });

  describe('E28: finds a name however it is typed', () => {
    const ARABIC_CAFE = 'مقهى الشاي';
    const SPELLINGS: Record<string, readonly string[]> = {
      "Foto's van vroeger": ['foto’s', 'fotos', 'foto´s', 'foto`s', 'fotoʼs', 'foto', 'FOTO′S'],
      'Oma’s keuken': ["oma's", 'omas', 'oma'],
      'ĳssalon De Pinguïn': ['ijssalon', 'IJSSALON', 'ĳssalon', 'pinguin'],
      Straßencafé: ['strassencafe', 'STRASSENCAFÉ', 'straßencafe\u0301'],
      'İstanbul Lokantası': ['istanbul', 'ISTANBUL', 'ıstanbul', 'lokantasi', 'lokantası'],
      'Buurt\u00adonder\u00adneming Noord': ['buurtonderneming', 'onderneming', 'buurt'],
      'e-bike werkplaats': ['ebike', 'e bike', 'e-bike', 'e–bike', 'E‑BIKE', 'bike'],
      'E bike verhuur': ['e-bike', 'e bike'],
      'Oud\u2011Zuilen ontmoet': ['oud-zuilen', 'oud zuilen', 'oudzuilen', 'zuilen'],
      'De ﬁetsenmaker': ['fietsenmaker', 'fiets', 'ﬁets'],
      'ＳＯＵＰ club': ['soup', 'SOUP', 'ｓｏｕｐ'],
      'مطبخ أم علي': ['علی', 'على', 'علي', 'مـطبخ', 'مَطبَخ', 'ام'],
      [ARABIC_CAFE]: ['مقهي', 'مقهی', 'الشای'],
      کتاب‌خانه: ['كتاب', 'کتابخانه'],
      'Naald & Draad': ['naald en draad', 'naald & draad', 'naald and draad'],
      'Ko\u200bffie\u200bbar': ['koffiebar', 'koffie'],
      'Voor- en naschoolse opvang': ['voor- en', 'naschoolse'],
      '3D‑printhuis': ['3d-print', '3dprint', '3d print', '３ｄ'],
      'A.B.C. Taalles B.V.': ['abc', 'a.b.c.', 'A.B.C', 'bv', 'b.v.'],
      'Straat ٣': ['straat 3'],
    };
    for (const [name, queries] of Object.entries(SPELLINGS))
      for (const query of queries)
        it(`${query} finds ${name}`, () => assert.deepEqual(find([enterprise('x', { name })], query), ['x']));

    it('and puts the word behind a dash with those at the start', () => {
      const list = [
        enterprise('inside', { name: 'Overzuilen' }),
        enterprise('start', { name: 'Oud-Zuilen' }),
      ];
      assert.deepEqual(find(list, 'zuilen'), ['start', 'inside']);
    });

    it('and nothing else', () => {
      const list = [enterprise('x', { name: 'Een bike, e en bike' }), enterprise('y', { name: 'Fotograaf' })];
      for (const query of ['e-bike', 'ebike', 'foto’s']) assert.deepEqual(find(list, query), [], query);
    });
  });

  it('is answered from what is there when time is up', () => {
    const list = ['a', 'b', 'c'].map((id) => enterprise(id, { tagline: 'soep' }));
    const index = new SearchIndex(catalogue(list), DUTCH);
    index.prepare(2);
    assert.deepEqual(
      index.find('soep', -1).map(({ id }) => id),
      ['a', 'b'],
    );
    assert.equal(index.complete, false);
    assert.equal(index.find('soep').length, 3);
    assert.equal(index.complete, true);
  });

  it('finds exactly what has every word somewhere', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', 'B', ' ', 'ß', '-'), maxLength: 8 });
    const entries = fc.array(fc.record({ name: text, tagline: fc.option(text, { nil: undefined }) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(entries, text, (given, query) => {
        const list = given.map((rest, index) => ({ id: `e${index}`, ...rest }));
        const terms = searchTerms(query);
        const expected = list.filter(({ name, tagline = '' }) =>
          terms.every((term) =>
            spellings(term).some(
              (spelling) =>
                foldForSearch(name).includes(spelling) || foldForSearch(tagline).includes(spelling),
            ),
          ),
        );
        const found = find(
          list.map(({ id, ...rest }) => enterprise(id, rest)),
          query,
        );
        assert.deepEqual(found.toSorted(), expected.map(({ id }) => id).toSorted());
      }),
    );
  });
});
