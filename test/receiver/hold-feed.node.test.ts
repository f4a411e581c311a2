/** Slips in a feed: what protects somebody goes on as it was read last, and the operator reads what to write. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFeed } from '../../src/feed/document.js';
import { makeMending } from '../../src/feed/mending/make-mending.js';
import { editions } from '../../src/feed/sections/editions.js';
import { signups } from '../../src/feed/sections/signups.js';
import { holdFeed, type FeedMemory } from '../../src/receiver/feed/hold-feed.js';
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
const GOOD = stored(holdFeed(documentOf(), undefined, NOW).memory);

/** What holds of the edition, the sign-up and its question, and what is told. */
function held(document: ReturnType<typeof documentOf>, memory?: FeedMemory) {
  const result = holdFeed(document, memory, NOW);
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

  it('R21: keeps an edition that is gone for those who have a place, takes no entries for it, and tells it', () => {
    for (const list of [undefined, [], [{ ...LENTE, title: undefined }], { id: 'x' }]) {
      const { edition, memory, document, lines } = held(documentOf({}, {}, { editions: list }), GOOD);
      assert.equal(edition.capacity, 2);
      assert.deepEqual(capacityIn(document, 'lente', NOW), { limit: 2, offers: true, promotes: false });
      assert.match(lines.join('\n'), /"lente" is gone or cannot be read/);
      // It is told for as long as a sign-up names it.
      assert.deepEqual(held(documentOf({}, {}, { editions: list }), stored(memory)).lines, lines);
      const back = held(documentOf(), stored(memory));
      assert.deepEqual([back.edition.signupUntil, back.lines], [LENTE.signupUntil, []]);
    }
  });

  it('R21: tells once that an edition is gone which no sign-up names any more', () => {
    const without = documentOf({ id: 'herfst', title: 'Herfst' }, { editions: ['herfst'] });
    const first = holdFeed(without, GOOD, NOW);
    assert.match(first.slips.map(({ message }) => message).join(), /^"lente" is gone/);
    assert.deepEqual(holdFeed(without, stored(first.memory), NOW).slips, []);
  });

  it('R21, R8: counts on in an edition whose id is mended to another, and takes no entries until it is right', () => {
    for (const id of ['lente (vol)', undefined, 'lente\u200b', 'Lente 2027', 'lente/1', 'l\u0435nte'])
      for (const title of ['Lente', { nl: 'Lente', en: 'Spring' }]) {
        const before = stored(holdFeed(documentOf({ title }), undefined, NOW).memory);
        const slip = documentOf({ id, title, start: '2027-06-01' });
        assert.notEqual(slip.read(editions).values[0]?.id, 'lente');
        const { signup, document, lines, memory } = held(slip, before);
        assert.deepEqual(signup.editions, ['lente'], String(id));
        const expected = { limit: 2, offers: true, promotes: false };
        assert.deepEqual(capacityIn(document, 'lente', NOW), expected);
        assert.equal(lines.length, 1, lines.join());
        assert.match(lines[0]!, /^\/editions\/0\/id "lente" is gone .*Write "id": "lente"/);
        // At the next start too, until it is right.
        assert.deepEqual(held(slip, stored(memory)).lines, lines);
        assert.deepEqual(held(slip, stored(memory)).signup.editions, ['lente']);
        const back = held(documentOf({ title }), stored(memory));
        assert.deepEqual([back.signup.editions, back.edition.signupUntil], [['lente'], LENTE.signupUntil]);
        assert.deepEqual(back.lines, []);
      }
  });

  it('R10: asks for what was required where the questions cannot be read', () => {
    const [question] = MEEDOEN.questions;
    for (const slip of [
      { questions: 'x' },
      { questions: null },
      { questions: undefined },
      { questions: [] },
      { questions: undefined, vragen: MEEDOEN.questions },
      { questions: [{ ...question, label: undefined }] },
      {
        questions: [
          { ...question, label: undefined },
          { id: 'meer', label: 'Meer' },
        ],
      },
      { questions: [{ ...question, required: null }] },
    ]) {
      const { signup, lines, memory } = held(documentOf({}, slip), GOOD);
      const required = signup.questions.filter((one) => one.required).map(({ id }) => id);
      assert.deepEqual(required, ['idee'], JSON.stringify(slip));
      assert.equal(lines.length, 1, lines.join());
      assert.match(lines[0]!, /^\/signups\/0\/(?:questions|vragen).*"idee"|"required": true/);
      assert.equal(held(documentOf({}, slip), stored(memory)).signup.questions[0]?.label !== undefined, true);
      assert.equal(held(documentOf({}, slip), stored(memory)).lines.length, 1);
    }
    // Who writes other questions, or that none is required, means it.
    for (const questions of [[{ id: 'meer', label: 'Meer' }], [{ ...question, required: false }]]) {
      const { signup, lines } = held(documentOf({}, { questions }), GOOD);
      assert.deepEqual([signup.questions.some((one) => one.required), lines], [false, []]);
    }
  });

  it('R10: keeps entries as long as before where nought months would remove everybody', () => {
    for (const [edition, signup, months] of [
      [{}, { retentionMonths: 0 }, 6],
      [{ end: undefined }, { retentionMonths: '0' }, 6],
      [{ end: '2027-05-01', start: '2027-04-01' }, { retentionMonths: 0 }, 0],
      [{}, { retentionMonths: 1 }, 1],
    ] as const) {
      // An end that is gone is remembered: here there was none.
      const before = stored(holdFeed(documentOf(edition), undefined, NOW).memory);
      const result = held(documentOf(edition, signup), before);
      assert.equal(result.signup.retentionMonths, months, JSON.stringify(signup));
      assert.equal(result.lines.length, months === 6 ? 1 : 0, result.lines.join());
      assert.equal(result.memory.signups['meedoen']?.retentionMonths, months);
    }
    const none = stored(holdFeed(documentOf({}, { retentionMonths: 0 }), undefined, NOW).memory);
    const { signup, lines } = held(documentOf({}, { retentionMonths: 0 }), none);
    assert.deepEqual([signup.retentionMonths, lines], [0, []]);
  });

  it('R10: keeps what holds for those below the age', () => {
    const before = stored(holdFeed(documentOf({}, { underAge: 'guardian' }), undefined, NOW).memory);
    for (const slip of [{ underAge: 'gaurdiann?' }, { underAge: null }, { underage: 'x' }, {}]) {
      const { signup, lines } = held(documentOf({}, slip), before);
      assert.equal(signup.underAge, 'guardian', JSON.stringify(slip));
      assert.equal(lines.length, 1, lines.join());
    }
    const { signup, lines } = held(documentOf({}, { underAge: 'refused' }), before);
    assert.deepEqual([signup.underAge, lines], ['refused', []]);
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
    const { closedSignups } = holdFeed(documentOf({ title: undefined }), undefined, NOW);
    assert.deepEqual([...closedSignups], ['meedoen']);
  });

  it('R10: takes an empty value for one that cannot be read', () => {
    for (const nothing of [{}, null, '', [], ' ']) {
      const { edition, lines } = held(documentOf({ status: 'open', capacity: nothing }));
      assert.equal(edition.capacity, 0, JSON.stringify(nothing));
      assert.match(lines.join('\n'), /^\/editions\/0\/capacity .*everybody goes on the waiting list.*$/);
      for (const name of ['status', 'signupFrom', 'signupUntil']) {
        const { document, lines } = held(documentOf({ status: 'open', [name]: nothing }));
        assert.equal(capacityIn(document, 'lente', NOW).promotes, false, name);
        assert.match(lines.join('\n'), /nobody can sign up.*$/);
      }
      for (const name of ['minimumAge', 'editions']) {
        const { closedSignups, lines } = held(documentOf({}, { [name]: nothing }));
        assert.deepEqual([[...closedSignups], lines.length], [['meedoen'], 1], name);
      }
    }
  });

  it('R10, R21: falls to the safe side at Dutch names and other words for what protects somebody', () => {
    for (const name of 'capaciteit max maximum limit seats plaatsen plekken max_deelnemers Groepsgrootte'.split(
      ' ',
    )) {
      const { edition, lines } = held(documentOf({ status: 'open', capacity: undefined, [name]: 2 }));
      assert.deepEqual([edition.capacity, lines.length], [0, 1], name);
      assert.match(lines[0]!, new RegExp(`^/editions/0/${name} .*Write for example "capacity"`));
    }
    for (const name of ['deadline', 'sluitingsdatum', 'aanmelden tot', 'closes']) {
      const { document } = held(documentOf({ status: 'open', signupUntil: undefined, [name]: '2027-05-01' }));
      assert.equal(capacityIn(document, 'lente', NOW).promotes, false, name);
    }
    for (const name of ['leeftijd', 'minimumleeftijd', 'minLeeftijd', 'age']) {
      const { closedSignups, lines } = held(documentOf({}, { minimumAge: undefined, [name]: 16 }));
      assert.deepEqual([closedSignups.size, lines.length], [1, 1], name);
    }
    for (const name of ['bewaartermijn', 'bewaren']) {
      const { lines } = held(documentOf({}, { retentionMonths: undefined, [name]: 'een half jaar' }));
      assert.match(lines.join(), /"retentionMonths"/, name);
    }
    // An edition without an id of its own, too.
    const { edition } = held(documentOf({ id: undefined, capacity: undefined, capaciteit: 2 }));
    assert.equal(edition.capacity, 0);
  });

  it('R10: tells a number or a date under a name that it does not know, and passes it over', () => {
    for (const [changes, name, field] of [
      [{ capacity: undefined, kring: 12 }, 'kring', 'capacity'],
      [{ signupUntil: undefined, slotdag: '2027-05-01' }, 'slotdag', 'signupUntil'],
    ] as const) {
      const { edition, lines } = held(documentOf({ ...changes }));
      assert.equal(edition[field], undefined);
      assert.equal(lines.length, 1, lines.join());
      assert.match(lines[0]!, new RegExp(`^/editions/0/${name} .*"${field}"`));
    }
    const { lines } = held(documentOf({}, { minimumAge: undefined, grens: 16 }));
    assert.match(lines.join('\n'), /^\/signups\/0\/grens .*"minimumAge"\.$/);
    for (const calm of [
      { kring: 12 },
      { capacity: undefined, kring: 'groen' },
      { capacity: undefined, post_id: 3 },
    ])
      assert.deepEqual(held(documentOf(calm)).lines, []);
  });

  it('R10: tells that a first day after the last one lets nobody sign up', () => {
    const { lines } = held(documentOf({ signupFrom: '2027-06-01', signupUntil: '2027-05-31' }));
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /^\/editions\/0\/signupFrom .*nobody can sign up/);
    assert.deepEqual(held(documentOf({ signupFrom: '2027-05-31' })).lines, []);
  });
});
