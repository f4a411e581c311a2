/** Who gets a place: the rules without a database, on any order of events. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { place } from '../../src/receiver/allocate-places.js';

const good = (edition = 'a', waitingOnly = false) => ({
  kind: 'good',
  signup: { id: 'meedoen' },
  edition: edition && { id: edition },
  waitingOnly,
  kept: {},
});

const submission = (id, changes = {}) => ({
  id,
  replaces: [],
  digest: `of ${id}`,
  judgement: good(),
  ...changes,
});

function situation({ capacity = 2, held = [], counts = {}, movesUp = true, hasWaitingList = true } = {}) {
  let n = 0;
  return {
    held: new Map(held.map((each) => [each.id, each])),
    counts: new Map(Object.entries(counts)),
    roomOf: () => ({ capacity, offers: true, movesUp }),
    hasWaitingList,
    newReference: () => `R${(n += 1)}`,
  };
}

const held = (id, status, edition = 'a', seq = 1) => ({
  id,
  status,
  edition,
  seq,
  digest: `of ${id}`,
  reference: `ref ${id}`,
});

describe('a place', () => {
  it('is given while there are some; then people wait', () => {
    const { answers } = place(
      ['1', '2', '3'].map((id) => submission(id)),
      situation(),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      ['accepted', 'accepted', 'waiting-list'],
    );
  });

  it('has no limit where there is no edition', () => {
    const many = Array.from({ length: 9 }, (_, at) => submission(`${at}`, { judgement: good(null) }));
    const { answers } = place(many, situation({ capacity: 0 }));
    assert.ok(answers.every(({ status }) => status === 'accepted'));
  });

  it('goes first to who waits', () => {
    const { answers, offers } = place(
      [submission('1')],
      situation({ capacity: 3, counts: { a: { taken: 1, waiting: 3 } } }),
    );
    assert.equal(answers[0].status, 'waiting-list');
    assert.deepEqual([...offers], [['a', 2]]);
  });

  it('is not asked for by an entry that is wrong, closed or known', () => {
    const { answers, rows } = place(
      [
        submission('1', { judgement: { kind: 'closed' } }),
        submission('2', { judgement: { kind: 'wrong', complaints: [] } }),
        submission('3'),
        submission('4', { digest: 'else' }),
        submission('5', { judgement: { kind: 'closed' } }),
      ],
      situation({ held: [held('3', 'waiting-list'), held('4', 'accepted'), held('5', 'erased')] }),
    );
    assert.deepEqual(
      answers.map(({ kind }) => kind),
      ['closed', 'wrong', 'replayed', 'key-reused', 'withdrawn'],
    );
    assert.deepEqual(rows, []);
  });

  it('is known under the other key of a form that has none', () => {
    const { answers } = place(
      [submission('new', { alsoKnownAs: ['old'], digest: 'of old' })],
      situation({ held: [held('old', 'accepted')] }),
    );
    assert.deepEqual(answers, [{ kind: 'replayed', reference: 'ref old', status: 'accepted' }]);
  });

  it('passes on to what replaces it, with its number', () => {
    const { answers, rows, replaced, offers } = place(
      [submission('2', { replaces: ['1', 'never seen'] })],
      situation({ held: [held('1', 'waiting-list', 'a', 7)], counts: { a: { taken: 2, waiting: 4 } } }),
    );
    assert.equal(answers[0].status, 'waiting-list');
    assert.equal(rows[0].seq, 7);
    assert.deepEqual(replaced, [
      { id: '1', by: '2' },
      { id: 'never seen', by: '2' },
    ]);
    assert.equal(offers.size, 0);
  });

  it('is kept where the replacement is refused', () => {
    const { replaced } = place(
      [submission('2', { replaces: ['1'], judgement: { kind: 'closed' } })],
      situation({ held: [held('1', 'accepted')] }),
    );
    assert.deepEqual(replaced, []);
  });

  it('is not freed twice by an entry that replaces what was replaced before', () => {
    const { offers } = place(
      [submission('2', { replaces: ['1'], judgement: good('b') })],
      situation({
        held: [held('1', 'replaced')],
        counts: { a: { taken: 2, waiting: 1 } },
      }),
    );
    assert.equal(offers.size, 0);
  });

  it('is never given to more than there are, in any order of events', () => {
    const event = fc.record({
      id: fc.integer({ min: 0, max: 15 }).map(String),
      edition: fc.constantFrom('a', 'b', null),
      replaces: fc.array(fc.integer({ min: 0, max: 15 }).map(String), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(event, { maxLength: 8 }), { maxLength: 12 }),
        fc.nat(4),
        (batches, capacity) => {
          const stored = new Map();
          let seq = 0;
          for (const batch of batches) {
            const counts = {};
            for (const { status, edition } of stored.values()) {
              if (!edition || !['accepted', 'waiting-list'].includes(status)) continue;
              counts[edition] ??= { taken: 0, waiting: 0 };
              counts[edition][status === 'accepted' ? 'taken' : 'waiting'] += 1;
            }
            const placed = place(
              batch.map(({ id, edition, replaces }) =>
                submission(id, { replaces, judgement: good(edition) }),
              ),
              situation({ capacity, held: [...stored.values()], counts }),
            );
            // What the database does with it.
            for (const row of placed.rows)
              stored.set(row.id, { ...row, edition: row.edition ?? null, seq: row.seq ?? (seq += 1) });
            for (const { id } of placed.replaced)
              stored.set(id, { ...(stored.get(id) ?? held(id, 'replaced', null, 0)), status: 'replaced' });
            for (const [edition, n] of placed.offers)
              [...stored.values()]
                .filter((row) => row.edition === edition && row.status === 'waiting-list')
                .sort((one, two) => one.seq - two.seq)
                .slice(0, n)
                .forEach((row) => (row.status = 'accepted'));

            for (const edition of ['a', 'b']) {
              const of = (status) =>
                [...stored.values()].filter((row) => row.edition === edition && row.status === status);
              assert.ok(of('accepted').length <= capacity, 'never too many');
              if (of('waiting-list').length > 0)
                assert.equal(of('accepted').length, capacity, 'nobody waits for nothing');
            }
          }
        },
      ),
    );
  });
});
