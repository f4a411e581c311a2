/** The rules by which places are given out, without a database, on any order of events. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { editions, type Edition } from '../../src/feed/sections/editions.js';
import { signups, type Signup } from '../../src/feed/sections/signups.js';
import {
  allocatePlaces,
  type Allocation,
  type AllocationContext,
  type PlaceCount,
  type SignupStatus,
  type StoredSignup,
  type Submission,
} from '../../src/receiver/allocate-places.js';
import type { EntryValidation } from '../../src/receiver/validate-entry.js';
import { feedOf, times } from '../support/node/receiver.js';

const feed = feedOf();
const [feedSignup] = feed.read(signups).values as [Signup];
const [feedEdition] = feed.read(editions).values as [Edition];

/** A valid entry for an edition, or for none. */
const valid = (edition: string | null = 'a', waitingOnly = false): EntryValidation => ({
  kind: 'valid',
  signup: feedSignup,
  edition: edition === null ? undefined : { ...feedEdition, id: edition },
  waitingOnly,
  kept: { name: 'Noor', answers: {}, consents: [], language: 'nl' },
});

const submission = (id: string, changes: Partial<Submission> = {}): Submission => ({
  id,
  replaces: [],
  digest: `of ${id}`,
  validation: valid(),
  ...changes,
});

interface ContextChanges {
  readonly limit?: number;
  readonly stored?: readonly StoredSignup[];
  readonly counts?: Readonly<Record<string, PlaceCount>>;
  readonly promotes?: boolean;
  readonly hasWaitingList?: boolean;
}

function contextOf({
  limit = 2,
  stored = [],
  counts = {},
  promotes = true,
  hasWaitingList = true,
}: ContextChanges = {}): AllocationContext {
  let n = 0;
  return {
    stored: new Map(stored.map((signup) => [signup.id, signup])),
    counts: new Map(Object.entries(counts)),
    capacityOf: () => ({ limit, offers: true, promotes }),
    hasWaitingList,
    newReference: () => `R${(n += 1)}`,
  };
}

const storedSignup = (
  id: string,
  status: SignupStatus,
  edition: string | null = 'a',
  seq = 1,
): StoredSignup => ({
  id,
  status,
  edition,
  seq,
  digest: `of ${id}`,
  reference: `ref ${id}`,
});

/** The status of each result; `undefined` where it has none. */
const statusesOf = ({ results }: Allocation) =>
  results.map((result) => ('status' in result ? result.status : undefined));

describe('a place', () => {
  it('is given while there are some; then people wait', () => {
    const submissions = ['1', '2', '3'].map((id) => submission(id));
    const allocation = allocatePlaces(submissions, contextOf());
    assert.deepEqual(statusesOf(allocation), ['accepted', 'accepted', 'waiting-list']);
  });

  it('has no limit where there is no edition', () => {
    const many = times(9, (index) => submission(`${index}`, { validation: valid(null) }));
    const allocation = allocatePlaces(many, contextOf({ limit: 0 }));
    assert.ok(statusesOf(allocation).every((status) => status === 'accepted'));
  });

  it('goes first to who waits', () => {
    const allocation = allocatePlaces(
      [submission('1')],
      contextOf({ limit: 3, counts: { a: { taken: 1, waiting: 3 } } }),
    );
    assert.deepEqual(statusesOf(allocation), ['waiting-list']);
    assert.deepEqual([...allocation.offers], [['a', 2]]);
  });

  it('is not asked for by an entry that is wrong, closed or known', () => {
    const { results, rows } = allocatePlaces(
      [
        submission('1', { validation: { kind: 'closed' } }),
        submission('2', { validation: { kind: 'invalid', errors: [] } }),
        submission('3'),
        submission('4', { digest: 'else' }),
        submission('5', { validation: { kind: 'closed' } }),
      ],
      contextOf({
        stored: [
          storedSignup('3', 'waiting-list'),
          storedSignup('4', 'accepted'),
          storedSignup('5', 'erased'),
        ],
      }),
    );
    assert.deepEqual(
      results.map(({ kind }) => kind),
      ['closed', 'invalid', 'replayed', 'key-reused', 'withdrawn'],
    );
    assert.deepEqual(rows, []);
  });

  it('is known under the other key of a form that has none', () => {
    const { results } = allocatePlaces(
      [submission('new', { alsoKnownAs: ['old'], digest: 'of old' })],
      contextOf({ stored: [storedSignup('old', 'accepted')] }),
    );
    assert.deepEqual(results, [{ kind: 'replayed', reference: 'ref old', status: 'accepted' }]);
  });

  it('passes on to what replaces it, with its number', () => {
    const allocation = allocatePlaces(
      [submission('2', { replaces: ['1', 'never seen'] })],
      contextOf({
        stored: [storedSignup('1', 'waiting-list', 'a', 7)],
        counts: { a: { taken: 2, waiting: 4 } },
      }),
    );
    const { rows, replaced, offers } = allocation;
    assert.deepEqual(statusesOf(allocation), ['waiting-list']);
    assert.equal(rows[0]?.seq, 7);
    assert.deepEqual(replaced, [
      { id: '1', by: '2' },
      { id: 'never seen', by: '2' },
    ]);
    assert.equal(offers.size, 0);
  });

  it('is kept where the replacement is refused', () => {
    const { replaced } = allocatePlaces(
      [submission('2', { replaces: ['1'], validation: { kind: 'closed' } })],
      contextOf({ stored: [storedSignup('1', 'accepted')] }),
    );
    assert.deepEqual(replaced, []);
  });

  it('is not freed twice by an entry that replaces what was replaced before', () => {
    const { offers } = allocatePlaces(
      [submission('2', { replaces: ['1'], validation: valid('b') })],
      contextOf({
        stored: [storedSignup('1', 'replaced')],
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
        (batches, limit) => {
          const stored = new Map<string, StoredSignup & { seq: number }>();
          let seq = 0;
          for (const batch of batches) {
            const counts: Record<string, PlaceCount> = {};
            for (const { status, edition } of stored.values()) {
              if (!edition || !['accepted', 'waiting-list'].includes(status)) continue;
              const count = (counts[edition] ??= { taken: 0, waiting: 0 });
              count[status === 'accepted' ? 'taken' : 'waiting'] += 1;
            }
            const allocation = allocatePlaces(
              batch.map(({ id, edition, replaces }) =>
                submission(id, { replaces, validation: valid(edition) }),
              ),
              contextOf({ limit, stored: [...stored.values()], counts }),
            );
            // Applies the allocation as the database does.
            for (const row of allocation.rows)
              stored.set(row.id, { ...row, edition: row.edition ?? null, seq: row.seq ?? (seq += 1) });
            for (const { id } of allocation.replaced)
              stored.set(id, {
                ...(stored.get(id) ?? storedSignup(id, 'replaced', null)),
                seq: stored.get(id)?.seq ?? 0,
                status: 'replaced',
              });
            for (const [edition, n] of allocation.offers)
              [...stored.values()]
                .filter((row) => row.edition === edition && row.status === 'waiting-list')
                .sort((one, two) => one.seq - two.seq)
                .slice(0, n)
                .forEach((row) => stored.set(row.id, { ...row, status: 'accepted' }));

            for (const edition of ['a', 'b']) {
              const of = (status: SignupStatus) =>
                [...stored.values()].filter((row) => row.edition === edition && row.status === status);
              assert.ok(of('accepted').length <= limit, 'never too many');
              if (of('waiting-list').length > 0)
                assert.equal(of('accepted').length, limit, 'nobody waits for nothing');
            }
          }
        },
      ),
    );
  });
});
