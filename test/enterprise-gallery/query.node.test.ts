/** A query and the address that says it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Sort } from '../../src/enterprise-gallery/catalogue.js';
import { readQuery, writeQuery, type Query } from '../../src/enterprise-gallery/query.js';

const read = (text: string, sort: Sort = 'feed') => readQuery(new URLSearchParams(text), sort);

describe('a query', () => {
  it('is read from an address', () =>
    assert.deepEqual(read('q=soep+%26+brood&theme=eten&theme=groen&status=idea&sort=name'), {
      text: 'soep & brood',
      choices: { theme: ['eten', 'groen'], status: ['idea'] },
      sort: 'name',
    }));

  it('passes over what it does not know', () =>
    assert.deepEqual(read('colour=red&sort=upwards&open=x&__proto__=y', 'newest'), {
      text: '',
      choices: {},
      sort: 'newest',
    }));

  it('has a text of at most 200 characters', () =>
    assert.equal(read(`q=${'x'.repeat(999)}`).text.length, 200));

  it('is written without what is as it was at first', () => {
    const written = (query: Query, sort: Sort) => writeQuery(query, sort).toString();
    assert.equal(written({ text: '', choices: {}, sort: 'name' }, 'name'), '');
    assert.equal(written({ text: '', choices: { theme: [] }, sort: 'feed' }, 'name'), 'sort=feed');
  });

  it('comes back as it was written', () => {
    const some = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 });
    const sort = fc.constantFrom<Sort[]>('feed', 'name', 'newest');
    const query = fc.record({
      text: fc.string({ unit: 'grapheme', maxLength: 60 }),
      choices: fc.record(
        { theme: some, status: some, edition: some, neighbourhood: some },
        { requiredKeys: [] },
      ),
      sort,
    });
    fc.assert(
      fc.property(query, sort, (asked, first) => {
        const back = read(writeQuery(asked, first).toString(), first);
        assert.deepEqual(back, { ...asked, choices: { ...asked.choices } });
      }),
    );
  });
});
