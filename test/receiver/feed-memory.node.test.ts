/** Slips in a feed: what protects somebody goes on as it was read last, and the operator reads what to write. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFeed } from '../../src/feed/document.js';
import { makeMending } from '../../src/feed/mending/make-mending.js';
import { editions } from '../../src/feed/sections/editions.js';
import { signups } from '../../src/feed/sections/signups.js';
import { holdFeed, type FeedMemory } from '../../src/receiver/feed/feed-memory.js';
import { capacityIn } from '../../src/receiver/capacity.js';
import { NOW } from '../support/node/receiver.js';

type Fields = Readonly<Record<string, unknown>>;

const LENTE = {
  id: 'lente',
  title: 'Lente',
  status: 'full',
  capacity: 2,
  signupFrom: '2027-01-01',
  signupUntil: '2027-05-31',
  end: '2027-08-31',
};
const MEEDOEN = {
  id: 'meedoen',
  title: 'Doe mee',
  editions: ['lente'],
  minimumAge: 16,
  retentionMonths: 6,
  contact: 'email',
  questions: [{ id: 'idee', label: 'Idee', required: true }],
};

/** A feed in which keys of the edition and the sign-up are changed; `undefined` takes one away. */
function documentOf(edition: Fields = {}, signup: Fields = {}, more: Fields = {}) {
  const raw = {
    version: '1.0',
    id: 'proef',
    editions: [{ ...LENTE, ...edition }],
    signups: [{ ...MEEDOEN, ...signup }],
    ...more,
  };
  const opened = openFeed(JSON.stringify(raw), 'https://feed.example/', { makeMending });
  assert.ok(opened.ok);
  return opened.document;
}

/** As a database gives it back. */
const stored = (memory: FeedMemory) => JSON.parse(JSON.stringify(memory)) as FeedMemory;
const GOOD = stored(holdFeed(documentOf()).memory);

/** What holds of the edition, the sign-up and its question, and what is told. */
function held(document: ReturnType<typeof documentOf>, memory?: FeedMemory) {
  const result = holdFeed(document, memory);
  const [edition] = result.document.read(editions).values.filter(({ id }) => id === 'lente');
  const [signup] = result.document.read(signups).values.filter(({ id }) => id === 'meedoen');
  assert.ok(edition && signup);
  return { ...result, edition, signup, lines: result.slips.map(({ path, message }) => `${path} ${message}`) };
}

/** Values of the edition that cannot be read. */
const EDITION_SLIPS: readonly (readonly [field: keyof typeof LENTE, slips: readonly Fields[]])[] = [
  [
    'capacity',
    [
      ...[2.5, -1, null, 'twee', '', {}, [], [2, 3], true, 1e9, '2.5', '1.000'].map((capacity) => ({
        capacity,
      })),
      ...['capcity', 'capacitiy', 'Capacity', 'plekken', 'size'].map((key) => ({
        capacity: undefined,
        [key]: 2,
      })),
      { capacity: undefined },
    ],
  ],
  [
    'status',
    [
      ...['voll', null, '', 3, {}].map((status) => ({ status })),
      { status: undefined, statuss: 'full' },
      { status: undefined },
    ],
  ],
  ['signupFrom', [{ signupFrom: 'morgen' }, { signupFrom: undefined, signupForm: '2027-01-01' }]],
  ['signupUntil', [{ signupUntil: '2027-13-45' }, { signupUntil: null }, { signupUntil: undefined }]],
  ['end', [{ end: 'ooit' }, { end: undefined }]],
];

/** Values of the sign-up that cannot be read. */
const SIGNUP_SLIPS: readonly (readonly [field: keyof typeof MEEDOEN, slips: readonly Fields[]])[] = [
  [
    'minimumAge',
    [
      ...['zestien', '16+', -1, 16.5, null].map((minimumAge) => ({ minimumAge })),
      { minimumAge: undefined, minimumage: 16 },
      { minimumAge: undefined },
    ],
  ],
  [
    'retentionMonths',
    [
      { retentionMonths: '1 maand' },
      { retentionMonths: undefined, keepMonths: '1 maand' },
      { retentionMonths: undefined, retentionMonth: 6 },
      { retentionMonths: undefined },
    ],
  ],
  ['contact', [{ contact: 'emial' }, { contact: undefined, contct: 'email' }]],
  [
    'editions',
    [
      ...[['lentee'], 'lentee', [], null, ['lente', 'lentee'], { a: 1 }].map((list) => ({ editions: list })),
      { editions: undefined, edition: ['lente'] },
      { editions: undefined },
    ],
  ],
];

describe('a feed that was read before', () => {
  it('R8: is as it was written where all of it can be read, and nothing is told', () => {
    const { document, slips, closedSignups, edition } = held(
      documentOf({ capacity: '3', status: 'vol' }, { minimumAge: '18' }),
      GOOD,
    );
    assert.deepEqual([slips, closedSignups.size, edition.capacity, edition.status], [[], 0, 3, 'full']);
    assert.equal(document.read(signups).values[0]?.minimumAge, 18);
  });

  for (const [field, slips] of EDITION_SLIPS)
    it(`R8, R21: keeps the "${field}" of an edition that cannot be read or is gone`, () => {
      for (const slip of slips) {
        const { edition, lines, memory } = held(documentOf(slip), GOOD);
        assert.equal(edition[field], LENTE[field], JSON.stringify(slip));
        assert.equal(lines.length, 1, JSON.stringify(slip));
        assert.match(lines[0]!, new RegExp(`^/editions/0/\\w+ .*Write for example "${field}": `));
        // It holds at the next start too.
        assert.equal(held(documentOf(slip), stored(memory)).edition[field], LENTE[field]);
      }
    });

  for (const [field, slips] of SIGNUP_SLIPS)
    it(`R10: keeps the "${field}" of a sign-up that cannot be read or is gone`, () => {
      for (const slip of slips) {
        const { signup, lines, memory, closedSignups } = held(documentOf({}, slip), GOOD);
        assert.deepEqual(signup[field], MEEDOEN[field], JSON.stringify(slip));
        assert.equal(lines.length, 1, JSON.stringify(slip));
        assert.match(lines[0]!, new RegExp(`^/signups/0/\\w+ .*Write for example "${field}": `));
        assert.equal(closedSignups.size, 0);
        assert.deepEqual(held(documentOf({}, slip), stored(memory)).signup[field], MEEDOEN[field]);
      }
    });

  it('R10: goes on asking for an answer that was required', () => {
    for (const slip of [{ required: 'zeker' }, { requird: true }]) {
      const { signup, lines } = held(
        documentOf({}, { questions: [{ id: 'idee', label: 'Idee', ...slip }] }),
        GOOD,
      );
      assert.equal(signup.questions[0]?.required, true);
      assert.match(lines.join(), /^\/signups\/0\/questions\/0\/requi?r\w+ .*"required": true/);
    }
    const free = held(documentOf({}, { questions: [{ id: 'idee', label: 'Idee' }] }), GOOD);
    assert.deepEqual([free.signup.questions[0]?.required, free.lines], [undefined, []]);
  });

  it('R8: lets what can be read replace what held', () => {
    const slip = held(documentOf({ capacity: 'twee' }, { minimumAge: '?' }), GOOD);
    const mended = held(documentOf({ capacity: 5 }, { minimumAge: 0 }), stored(slip.memory));
    assert.deepEqual([mended.edition.capacity, mended.signup.minimumAge, mended.slips], [5, 0, []]);
  });

  it('R21: keeps an edition that is gone for those who have a place, takes no entries for it, and tells it once', () => {
    for (const list of [undefined, [], [{ ...LENTE, title: undefined }], { id: 'x' }]) {
      const { edition, memory, document, lines } = held(documentOf({}, {}, { editions: list }), GOOD);
      assert.equal(edition.capacity, 2);
      assert.deepEqual(capacityIn(document, 'lente', NOW), { limit: 2, offers: true, promotes: false });
      assert.match(lines.join('\n'), /"lente" is gone or cannot be read/);
      assert.doesNotMatch(
        held(documentOf({}, {}, { editions: list }), stored(memory)).lines.join('\n'),
        /"lente" is gone/,
      );
      const back = held(documentOf(), stored(memory));
      assert.deepEqual([back.edition.signupUntil, back.lines], [LENTE.signupUntil, []]);
    }
  });

  it('R21: keeps how long the entries of a sign-up that is gone are kept, and takes none for it', () => {
    const { signup, closedSignups } = held(documentOf({}, {}, { signups: [] }), GOOD);
    assert.equal(signup.retentionMonths, 6);
    assert.deepEqual([...closedSignups], ['meedoen']);
  });
});

describe('a feed that was never read before', () => {
  it('R8: is taken as it is where nothing is wrong, without a limit too', () => {
    const { edition, slips } = held(documentOf({ capacity: undefined, status: undefined, color: 'red' }));
    assert.deepEqual([edition.capacity, edition.status, slips], [undefined, 'unknown', []]);
  });

  it('R8: has a waiting list for everybody where its places cannot be read, until they can', () => {
    for (const slip of [{ capacity: 'twee' }, { capacity: undefined, capcity: 2 }]) {
      const first = held(documentOf({ status: 'open', ...slip }));
      assert.equal(first.edition.capacity, 0);
      assert.match(first.lines.join(), /everybody goes on the waiting list/);
      assert.equal(held(documentOf(slip), stored(first.memory)).edition.capacity, 0);
      assert.equal(
        held(documentOf({ capacity: undefined }), stored(first.memory)).edition.capacity,
        undefined,
      );
    }
  });

  it('R10: takes nobody where a status or a date cannot be read', () => {
    for (const slip of [{ status: 'voll' }, { signupFrom: 'morgen' }, { signupUntil: 'ooit' }]) {
      const { document, lines } = held(documentOf({ status: 'open', signupUntil: undefined, ...slip }));
      assert.equal(capacityIn(document, 'lente', NOW).promotes, false);
      assert.match(lines.join(), /nobody can sign up/);
    }
  });

  it('R10: is closed where the age or the editions of a sign-up cannot be read', () => {
    for (const slip of [
      { minimumAge: 'zestien' },
      { minimumAge: undefined, minimumage: 16 },
      { editions: ['lentee'] },
      { editions: undefined, editons: ['lente'] },
    ]) {
      const { closedSignups, lines, memory } = held(documentOf({}, slip));
      assert.deepEqual([...closedSignups], ['meedoen'], JSON.stringify(slip));
      assert.match(lines.join(), /nobody can sign up/);
      assert.equal(held(documentOf({}, slip), stored(memory)).closedSignups.size, 1);
      assert.equal(held(documentOf(), stored(memory)).closedSignups.size, 0);
    }
    // An edition that does not fit: nobody is stored without edition and limit.
    const { closedSignups } = holdFeed(documentOf({ title: undefined }));
    assert.deepEqual([...closedSignups], ['meedoen']);
  });
});
