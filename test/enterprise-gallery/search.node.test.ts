/** The index finds what a reader finds by looking, and puts the best first. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Catalogue } from '../../src/enterprise-gallery/catalogue.js';
import { fold, searchTerms } from '../../src/enterprise-gallery/fold.js';
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
          terms.every((term) => fold(name).includes(term) || fold(tagline).includes(term)),
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
