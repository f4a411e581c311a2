/** Sections as they are read: whole or in slices, with what reaches beyond one field. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openFeed } from '../../src/feed/document.js';
import { SECTIONS } from '../../src/feed/parse-feed.js';
import { BASE, first, read, readEnterprise } from '../support/node/read.js';

const { enterprises } = SECTIONS;
const named = (...ids: string[]) => ids.map((id) => ({ id, name: `Naam ${id}` }));
const open = (sections: object) => {
  const opened = openFeed({ version: '1.0', id: 'proef', ...sections }, BASE);
  assert.ok(opened.ok);
  return opened.document;
};

describe('a repeated id', () => {
  it('leaves the first entry, and is reported for the second', () => {
    const { feed, issues } = read({ enterprises: [...named('a', 'b'), { id: 'a', name: 'Tweede' }] });
    assert.deepEqual(
      feed.enterprises.map(({ name }) => name),
      ['Naam a', 'Naam b'],
    );
    assert.deepEqual(issues, [{ pointer: '/enterprises/2/id', code: 'duplicate-id', params: { id: 'a' } }]);
  });

  it('may be that of an entry that was dropped', () => {
    const { feed } = read({ enterprises: [{ id: 'a' }, { id: 'a', name: 'Tweede' }] });
    assert.equal(first(feed.enterprises).name, 'Tweede');
  });

  it('may be in different lists', () => {
    const { lines } = read({ themes: [{ id: 'a', label: 'Thema' }], enterprises: named('a') });
    assert.deepEqual(lines, []);
  });

  it('is not one where ids are absent', () => {
    const document = { title: 'Gids', url: 'gids.pdf' };
    assert.equal(read({ documents: [document, document] }).feed.documents.length, 2);
  });
});

describe('a reference', () => {
  const themes = [{ id: 'maken', label: 'Maken' }];

  it('stays where there is such an entry, named once', () => {
    const { feed, lines } = read({
      themes,
      editions: [{ id: 'een', title: 'Eerste' }],
      enterprises: [
        { id: 'a', name: 'Naam', themes: ['maken', 'maken'], edition: 'een', successorId: 'b' },
        ...named('b'),
      ],
    });
    const value = first(feed.enterprises);
    assert.deepEqual([value.themes, value.edition, value.successorId], [['maken'], 'een', 'b']);
    assert.deepEqual(lines, []);
  });

  it('is left out where there is none', () => {
    const { value, issues } = readEnterprise({ themes: ['weg'], edition: 'weg' });
    assert.deepEqual(value.themes, []);
    assert.ok(!('edition' in value));
    assert.deepEqual(issues, [
      { pointer: '/edition', code: 'dangling-reference', params: { value: 'weg', list: 'editions' } },
      { pointer: '/themes', code: 'dangling-reference', params: { value: 'weg', list: 'themes' } },
    ]);
  });

  it('is reported at its field, once, also after invalid entries', () => {
    const { lines } = readEnterprise({ themes: ['NIET', 'weg', 'weg', 'ook-weg'] });
    assert.deepEqual(lines, ['/themes/0 bad-id', '/themes dangling-reference', '/themes dangling-reference']);
  });

  it('is left out where it leads to its own entry', () =>
    assert.deepEqual(readEnterprise({ successorId: 'a' }).lines, ['/successorId dangling-reference']));

  it('may lead to a later section', () => {
    const document = open({ enterprises: [{ id: 'a', name: 'Naam', themes: ['maken'] }], themes });
    assert.deepEqual(first(document.read(enterprises).values).themes, ['maken']);
  });
});

describe('a draft', () => {
  it('is read but not shown, and keeps its id', () => {
    const { feed, lines } = read({
      enterprises: [
        { id: 'a', name: 'Concept', draft: true },
        { id: 'b', name: 'Af', draft: false },
        { id: 'a', name: 'Nog eens' },
      ],
    });
    assert.deepEqual(
      feed.enterprises.map(({ name }) => name),
      ['Af'],
    );
    assert.deepEqual(lines, ['/enterprises/2/id duplicate-id']);
  });

  it('has issues like any other', () =>
    assert.deepEqual(readEnterprise({ draft: true, people: -1 }).lines, ['/people out-of-range']));
});

describe('dates of an entry', () => {
  const edition = (fields: object) => {
    const { feed, issues } = read({ editions: [{ id: 'a', title: 'Editie', ...fields }] });
    return { value: first(feed.editions), issues };
  };

  it('leave out an end before the start', () => {
    const { value, issues } = edition({ start: '2027-09-09', end: '2027-09-08' });
    assert.deepEqual([value.start, value.end], ['2027-09-09', undefined]);
    assert.deepEqual(issues, [{ pointer: '/editions/0/end', code: 'end-before-start', params: {} }]);
  });

  it('keep an end on the same day, or a less precise one', () => {
    for (const end of ['2027-09-09', '2027-09', '2027', '2027-09-09T00:30:00+02:00'])
      assert.equal(edition({ start: '2027-09-09', end }).value.end, end);
  });

  it('leave out an impossible date and keep its entry', () => {
    const { value, issues } = edition({ start: '2027-02-29', end: '2027-03-01' });
    assert.deepEqual([value.start, value.end], [undefined, '2027-03-01']);
    assert.equal(first(issues).code, 'bad-date');
  });

  it('keep a time without offset, and report it', () => {
    const { value, issues } = edition({ start: '2027-09-09T13:30' });
    assert.equal(value.start, '2027-09-09T13:30');
    assert.deepEqual(issues, [
      { pointer: '/editions/0/start', code: 'date-without-offset', params: { value: '2027-09-09T13:30' } },
    ]);
  });
});

describe('a list section', () => {
  it('of another type is empty, and reported once', () => {
    for (const list of [{ a: 1 }, 'x', 3])
      assert.deepEqual(read({ themes: list }).lines, ['/themes wrong-type']);
  });

  it('of nothing is absent', () => {
    for (const list of [{}, '', null]) assert.deepEqual(read({ themes: list }).lines, []);
  });

  it('that is absent is empty', () => {
    const { feed, lines } = read({});
    assert.deepEqual(feed.themes, []);
    assert.equal(feed.programme, undefined);
    assert.deepEqual(lines, []);
  });

  it('is read up to its limit', () => {
    const themes = Array.from({ length: 10_002 }, (_, n) => ({ id: `t${n}`, label: 'Thema' }));
    const { feed, issues } = read({
      themes,
      enterprises: [{ id: 'a', name: 'Naam', themes: ['t9999', 't10000'] }],
    });
    assert.equal(feed.themes.length, 10_000);
    assert.deepEqual(first(feed.enterprises).themes, ['t9999']);
    assert.deepEqual(issues, [
      { pointer: '/themes', code: 'too-many', params: { max: 10_000 } },
      {
        pointer: '/enterprises/0/themes',
        code: 'dangling-reference',
        params: { value: 't10000', list: 'themes' },
      },
    ]);
  });

  it('just at its limit has no issue', () => {
    const themes = Array.from({ length: 10_000 }, (_, n) => ({ id: `t${n}`, label: 'Thema' }));
    assert.deepEqual(read({ themes }).lines, []);
  });

  it('has frozen values', () =>
    assert.throws(() => {
      (readEnterprise({}).value as { name: unknown }).name = 'anders';
    }, TypeError));
});

describe('reading bit by bit', () => {
  const entry = fc.oneof(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'D'),
      name: fc.constantFrom('Naam', '', 3),
      draft: fc.boolean(),
    }),
    fc.constantFrom(null, 3, {}),
  );

  it('gives in slices of any size the values and issues of reading at once', () =>
    fc.assert(
      fc.property(fc.array(entry), fc.array(fc.integer({ min: 0, max: 5 })), (entries, slices) => {
        const whole = open({ enterprises: entries }).read(enterprises);
        const document = open({ enterprises: entries });
        const reader = document.reader(enterprises);
        for (const size of slices) reader.readNext(size);
        document.read(enterprises);
        assert.ok(reader.complete);
        assert.deepEqual(reader.values, whole.values);
        assert.deepEqual(reader.issues, whole.issues);
      }),
    ));

  it('stops as soon as enough values are read', () => {
    const reader = open({ enterprises: [{}, ...named('a', 'b', 'c')] }).reader(enterprises);
    assert.equal(reader.size, 4);
    assert.equal(reader.complete, false);
    assert.equal(reader.readAtLeast(2).values.length, 2);
    assert.equal(reader.complete, false);
    assert.equal(reader.readAtLeast(2).values.length, 2);
    assert.equal(reader.readAtLeast(100).complete, true);
    assert.equal(reader.values.length, 3);
  });

  it('is done by one reader for everybody', () => {
    const document = open({ enterprises: named('a') });
    assert.equal(document.reader(enterprises), document.reader(enterprises));
  });
});
