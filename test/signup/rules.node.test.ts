/** Rules that a filled-in form is held to: the same in the form and in the receiver. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check, cleanText, cleanValues } from '../../src/signup/rules.js';
import type { FieldOption, Values } from '../../src/signup/fields.js';
import { fields, GOOD, signup } from '../support/node/signup.js';

/** Findings as `field code`, for a good form with some changes. */
function findings(values: Values, changes: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const all = fields(changes, { ...GOOD, ...values });
  return check(all, cleanValues(all, { ...GOOD, ...values })).map(({ field, code }) => `${field} ${code}`);
}

describe('the fields of a sign-up', () => {
  const names = (...args: Parameters<typeof fields>) => fields(...args).map(({ name }) => name);
  const two: readonly [FieldOption, FieldOption] = [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ];

  it('come in the order in which they are asked', () =>
    assert.deepEqual(names({ minimumAge: 16 }, {}, { editions: two, parts: two }), [
      ...['edition', 'name', 'email', 'phone', 'roles', 'part'],
      ...['answers.idee', 'answers.org', 'answers.taal', 'answers.tijd', 'oldEnough', 'consents'],
    ]));

  it('leave out what there is nothing to choose from', () =>
    assert.deepEqual(
      names({ roles: [], questions: [], consents: [] }, {}, { editions: [two[0]], parts: [two[0]] }),
      ['name', 'email', 'phone'],
    ));

  it('ask only the contact that is wanted, and then need it', () => {
    for (const contact of ['email', 'phone']) {
      const [name, field, ...rest] = fields({ contact, roles: [], questions: [], consents: [] });
      assert.equal(name?.name, 'name');
      assert.deepEqual([field?.name, field?.required, rest.length], [contact, true, 0]);
    }
  });

  it('ask for a guardian only where one may give leave and somebody is too young', () => {
    const guarded = { minimumAge: 16, underAge: 'guardian' };
    assert.ok(names(guarded, { oldEnough: 'no' }).includes('guardian'));
    assert.ok(names(guarded, { oldEnough: 'no' }).includes('guardianAgrees'));
    assert.ok(!names(guarded, { oldEnough: 'yes' }).includes('guardian'));
    assert.ok(!names({ minimumAge: 16 }, { oldEnough: 'no' }).includes('guardian'));
    assert.ok(!names({ underAge: 'guardian' }, { oldEnough: 'no' }).includes('guardian'));
  });
});

describe('a filled-in form', () => {
  it('is good as it is', () => assert.deepEqual(findings({}), []));

  it('needs what is required, and says so in the order of the fields', () =>
    assert.deepEqual(findings({ name: ' ', email: '', roles: [], 'answers.org': '' }), [
      'name empty',
      'email contact',
      'roles choose',
      'answers.org empty',
    ]));

  it('needs one of two ways to reach somebody', () => {
    assert.deepEqual(findings({ email: '', phone: '030 286 00 00' }), []);
    assert.deepEqual(findings({ email: 'noor@example.org', phone: '030 286 00 00' }), []);
    assert.deepEqual(findings({ email: '' }), ['email contact']);
  });

  it('is told once what is wrong with a contact that does not fit', () =>
    assert.deepEqual(findings({ email: 'noor' }), ['email email']));

  it('does not let a bad e-mail address pass beside a good telephone number', () =>
    assert.deepEqual(findings({ email: 'noor', phone: '0302860000' }), ['email email']));

  it('knows only the options that there are', () => {
    assert.deepEqual(findings({ roles: ['student', 'koning'] }), ['roles unknown']);
    assert.deepEqual(findings({ 'answers.taal': 'la' }), ['answers.taal unknown']);
    assert.deepEqual(findings({ 'answers.tijd': 'perhaps' }), ['answers.tijd unknown']);
    assert.deepEqual(findings({ 'answers.taal': 'tr', 'answers.tijd': 'no', consents: ['nieuws'] }), []);
  });

  it('has room for long answers, not for endless ones', () => {
    assert.deepEqual(findings({ name: 'x'.repeat(200), 'answers.idee': 'x'.repeat(5_000) }), []);
    assert.deepEqual(findings({ name: 'x'.repeat(201), 'answers.idee': 'x'.repeat(1_000_000) }), [
      'name long',
      'answers.idee long',
    ]);
  });

  it('says how long is too long', () => {
    const all = fields();
    const [finding] = check(all, { ...GOOD, name: 'x'.repeat(300) });
    assert.deepEqual(finding?.params, { max: 200, length: 300 });
  });

  it('refuses who is too young, or asks for the guardian', () => {
    assert.deepEqual(findings({ oldEnough: '' }, { minimumAge: 16 }), ['oldEnough choose']);
    assert.deepEqual(findings({ oldEnough: 'no' }, { minimumAge: 16 }), ['oldEnough too-young']);
    assert.deepEqual(findings({ oldEnough: 'yes' }, { minimumAge: 16 }), []);
    const guarded = { minimumAge: 16, underAge: 'guardian' };
    assert.deepEqual(findings({ oldEnough: 'no' }, guarded), ['guardian empty', 'guardianAgrees tick']);
    assert.deepEqual(findings({ oldEnough: 'no', guardian: 'Ada', guardianAgrees: 'yes' }, guarded), []);
  });

  it('never needs a consent', () => {
    const consent = fields().find(({ name }) => name === 'consents');
    assert.equal(consent?.required, false);
  });
});

describe('an e-mail address', () => {
  const fits = (email: string) => findings({ email }).length === 0;
  for (const email of [
    'a@b.nl',
    "o'neill+nieuws@mail.example.org",
    '"twee woorden"@example.org',
    'naam@[192.0.2.1]',
    'gebruiker@bücher.example',
    '用户@例子.公司',
    'x@a.b.c.d.example',
    ' spatie.eromheen@example.org ',
    // The full stop of a sentence is no part of it.
    'naam@example.org.',
  ])
    it(`may be ${email}`, () => assert.ok(fits(email)));
  for (const email of [
    'naam',
    'naam@',
    '@example.org',
    'naam@example',
    'naam@@example.org',
    'twee woorden@example.org',
    'naam@example..org',
    'naam@.example.org',
    'a@b.nl, c@d.nl',
    `${'x'.repeat(250)}@example.org`,
  ])
    it(`may not be ${email.slice(0, 40)}`, () => assert.ok(!fits(email)));

  it('takes no time to judge, however odd', () => {
    const start = performance.now();
    for (const odd of ['@'.repeat(250), 'a.'.repeat(125), `a@${'a.'.repeat(120)}@`, '"'.repeat(250)])
      fits(odd);
    assert.ok(performance.now() - start < 200);
  });
});

describe('a telephone number', () => {
  const fits = (phone: string) => findings({ email: '', phone }).length === 0;
  for (const phone of ['030 286 00 00', '+31 (0)30-286.00.00', '0031302860000', '112233', '٠٣٠٢٨٦٠٠٠٠'])
    it(`may be ${phone}`, () => assert.ok(fits(phone)));
  for (const phone of ['12345', 'bel me maar', '1234567890123456', '+', '06-12 of 06-34'])
    it(`may not be ${phone}`, () => assert.ok(!fits(phone)));
});

describe('cleaning', () => {
  it('keeps names of every script as they are written', () => {
    for (const name of [
      'Noor',
      'محمد',
      '李雷',
      'Мария',
      'नेहा',
      'Tamaziɣt',
      'Ånna-Lîse d’Arc',
      '👩🏽‍🌾',
      'می‌خواهم',
    ])
      assert.equal(cleanText(name), name.normalize('NFC'));
  });

  it('takes away what no reader sees and what breaks files and databases', () => {
    assert.equal(cleanText('a\u0000b\u001b\u202ec\ufeff'), 'abc');
    assert.equal(cleanText('e\u200b\u0301'), '\u00e9');
    assert.equal(cleanText('half \ud800 char'), 'half \ufffd char');
    assert.equal(cleanText(' \u200d\u00a0\n '), '');
    assert.equal(cleanText('twee\nregels\t hier'), 'twee regels hier');
    assert.equal(cleanText('twee\r\nregels\rhier ', { multiline: true }), 'twee\nregels\nhier');
  });

  it('is done once and for all, and leaves nothing harmful, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, lines) => {
        const clean = cleanText(text, { multiline: lines });
        assert.equal(cleanText(clean, { multiline: lines }), clean);
        assert.doesNotMatch(clean, /\p{Cs}/u);
        assert.doesNotMatch(clean, /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('keeps only what is asked, in its own kind', () => {
    const all = fields();
    const values = { ...GOOD, phone: '  ', roles: ['student', 'student'], consents: 'nieuws', other: 'x' };
    assert.deepEqual(cleanValues(all, values), GOOD);
  });
});

it('never throws, and passes only what fits, whatever is filled in', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()));
  const all = fields({ minimumAge: 16 });
  const names = fc.constantFrom(...all.map(({ name }) => name), '__proto__', 'constructor');
  fc.assert(
    fc.property(fc.dictionary(names, value), (values) => {
      const clean = cleanValues(all, values);
      const found = check(all, clean);
      const wrong = found.map(({ field }) => field);
      assert.equal(new Set(wrong).size, wrong.length);
      for (const { name, required } of all) if (required) assert.ok(wrong.includes(name) || clean[name]);
      if (found.length === 0) assert.ok(clean['email'] || clean['phone']);
    }),
  );
});

it('reads a sign-up that names no controller', () => {
  assert.equal(signup({ controller: undefined }).controller, undefined);
  assert.equal(signup({ controller: { name: 'X' } }).controller, undefined);
});
