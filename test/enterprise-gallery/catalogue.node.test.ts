/** Names, order, families and pages that a gallery makes of a feed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openFeed, type FeedDocument } from '../../src/feed/document.js';
import { enterprises } from '../../src/feed/sections/enterprises.js';
import {
  catalogueOf,
  ownPage,
  sorted,
  type Catalogue,
  type Sort,
} from '../../src/enterprise-gallery/catalogue.js';
import { relatives } from '../../src/enterprise-gallery/detail/relatives.js';

const DUTCH = { locale: 'nl', feedLanguage: 'nl' };

function documentOf(list: readonly object[], rest = {}): FeedDocument {
  const opened = openFeed({ version: '1.0', id: 'x', enterprises: list, ...rest }, 'https://example.org/');
  assert.ok(opened.ok);
  return opened.document;
}

function catalogueFrom(list: readonly object[], rest = {}): Catalogue {
  const document = documentOf(list, rest);
  document.read(enterprises);
  return catalogueOf(document);
}

const order = (list: readonly object[], sort: Sort, rest = {}, localeContext = DUTCH): string[] => {
  const catalogue = catalogueFrom(list, rest);
  return sorted(catalogue.enterprises, sort, catalogue, localeContext).map(({ id }) => id);
};

describe('a catalogue', () => {
  it('knows what everything is called', () => {
    const { labels, editionStarts } = catalogueFrom([], {
      themes: [{ id: 'eten', label: 'Eten' }],
      editions: [
        { id: 'een', title: 'Eerste', start: '2024-01' },
        { id: 'twee', title: 'Tweede' },
      ],
      neighbourhoods: [{ id: 'noord', label: { nl: 'Noord' } }],
    });
    assert.deepEqual([...labels.theme], [['eten', 'Eten']]);
    assert.deepEqual(
      [...labels.edition],
      [
        ['een', 'Eerste'],
        ['twee', 'Tweede'],
      ],
    );
    assert.deepEqual([...labels.neighbourhood], [['noord', { nl: 'Noord' }]]);
    assert.deepEqual([...editionStarts], [['een', '2024-01']]);
  });

  it('holds as much as has been read', () => {
    const list = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
    const document = documentOf(list);
    document.reader(enterprises).readAtLeast(2);
    assert.equal(catalogueOf(document).enterprises.length, 2);
  });
});

describe('the order', () => {
  it('of the feed is the list itself', () => {
    const catalogue = catalogueFrom([
      { id: 'b', name: 'B' },
      { id: 'a', name: 'A' },
    ]);
    assert.equal(sorted(catalogue.enterprises, 'feed', catalogue, DUTCH), catalogue.enterprises);
  });

  it('by name is that of the reader’s language', () => {
    const list = ['z', 'ä', 'a', 'ö'].map((name, at) => ({ id: `e${at}`, name }));
    assert.deepEqual(order(list, 'name'), ['e2', 'e1', 'e3', 'e0']);
    assert.deepEqual(order(list, 'name', {}, { locale: 'sv', feedLanguage: 'sv' }), ['e2', 'e0', 'e1', 'e3']);
  });

  it('by name is that of the names which the reader sees', () => {
    const list = [
      { id: 'x', name: { nl: 'Zout', en: 'Salt' } },
      { id: 'y', name: { nl: 'Tuin', en: 'Garden' } },
      { id: 'z', name: { nl: 'Appel', en: 'Tomato' } },
    ];
    assert.deepEqual(order(list, 'name'), ['z', 'y', 'x']);
    assert.deepEqual(order(list, 'name', {}, { locale: 'en', feedLanguage: 'nl' }), ['y', 'x', 'z']);
  });

  it('by newest takes the foundation before the edition, and no date for the oldest', () => {
    const list = [
      { id: 'none', name: 'A' },
      { id: 'edition', name: 'B', edition: 'e' },
      { id: 'both', name: 'C', edition: 'e', founded: '2019-05-04' },
      { id: 'season', name: 'D', founded: '2019-23' },
      { id: 'also-none', name: 'E', edition: 'bare' },
    ];
    const editions = [
      { id: 'e', title: 'E', start: '2020' },
      { id: 'bare', title: 'Bare' },
    ];
    assert.deepEqual(order(list, 'newest', { editions }), ['edition', 'season', 'both', 'none', 'also-none']);
  });

  it('keeps equals as they were, and loses nobody', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ name: fc.constantFrom('a', 'b', 'B'), founded: fc.constantFrom('2020', '2021') }),
        ),
        fc.constantFrom('name' as const, 'newest' as const),
        (given, sort) => {
          const list = given.map((rest, index) => ({ id: `e${String(index).padStart(3, '0')}`, ...rest }));
          const key = sort === 'name' ? 'name' : 'founded';
          const ids = order(list, sort);
          assert.deepEqual(
            ids.toSorted(),
            list.map(({ id }) => id),
          );
          const valueOf = new Map(list.map((enterprise) => [enterprise.id, enterprise[key]]));
          for (const [index, id] of ids.entries()) {
            const previous = ids[index - 1];
            if (previous && valueOf.get(id) === valueOf.get(previous)) assert.ok(id > previous);
          }
        },
      ),
    ));
});

describe('a family', () => {
  const catalogue = catalogueFrom([
    { id: 'a', name: 'A', successorId: 'c' },
    { id: 'b', name: 'B', successorId: 'c' },
    { id: 'c', name: 'C' },
    { id: 'd', name: 'D', successorId: 'nobody' },
    { id: 'e', name: 'E', successorId: 'f' },
    { id: 'f', name: 'F', successorId: 'e' },
  ]);
  const family = (id: string) => {
    const { successor, predecessors } = relatives(
      catalogue,
      catalogue.enterprises.find((enterprise) => enterprise.id === id)!,
    );
    return [successor?.id, predecessors.map((predecessor) => predecessor.id)];
  };

  it('is known from both sides', () => {
    assert.deepEqual(family('a'), ['c', []]);
    assert.deepEqual(family('c'), [undefined, ['a', 'b']]);
  });

  it('may go round, or nowhere', () => {
    assert.deepEqual(family('d'), [undefined, []]);
    assert.deepEqual(family('e'), ['f', ['f']]);
  });
});

describe('the own page of an enterprise', () => {
  const page = (links: readonly object[]) =>
    ownPage(catalogueFrom([{ id: 'a', name: 'A', links }]).enterprises[0]!);

  it('is its website, else its first link, else none', () => {
    assert.equal(
      page([{ url: 'https://a.example/' }, { url: 'https://b.example/', kind: 'website' }]),
      'https://b.example/',
    );
    assert.equal(page([{ url: 'https://a.example/' }, { url: 'https://b.example/' }]), 'https://a.example/');
    assert.equal(page([]), undefined);
    assert.equal(page([{ url: 'javascript:alert(1)', kind: 'website' }]), undefined);
  });
});
