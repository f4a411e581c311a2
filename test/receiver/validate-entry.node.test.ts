/** An entry held against the feed: its errors where it does not fit, and what is kept of it where it does. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { digestOf, isRandomKey, keysFor, type FormKeyParts } from '../../src/receiver/submission-key.js';
import { parseEntry } from '../../src/receiver/entry.js';
import { validateEntry } from '../../src/receiver/validate-entry.js';
import { entryOf, feedOf, NOW, parsed, times, type FeedChanges } from '../support/node/receiver.js';

type Changes = Readonly<Record<string, unknown>>;

const validate = (changes: Changes = {}, feed: FeedChanges = {}, instant = NOW) =>
  validateEntry(parsed(entryOf(changes)), feedOf(feed), instant);

/** The outcome for an entry that is valid. */
function validated(changes: Changes = {}, feed: FeedChanges = {}) {
  const validation = validate(changes, feed);
  assert.ok(validation.kind === 'valid', JSON.stringify(validation));
  return validation;
}

/** The errors of an entry, as `pointer code`; none where it is valid. */
const errorsOf = (changes: Changes, feed?: FeedChanges) => {
  const validation = validate(changes, feed);
  const errors = validation.kind === 'invalid' ? validation.errors : [];
  return errors.map(({ path, code }) => `${path.join('/')} ${code}`);
};

describe('an entry that does not fit', () => {
  const INVALID: Readonly<Record<string, readonly [changes: Changes, errors: readonly string[]]>> = {
    'no name': [{ name: ' ' }, ['name empty']],
    'a name that is left out': [{ name: undefined }, ['name empty']],
    'a name that is too long': [{ name: 'x'.repeat(201) }, ['name long']],
    'nothing to reach somebody by': [{ email: undefined }, ['email contact']],
    'an address without an @': [{ email: 'noor.example.org' }, ['email email']],
    'a number of three digits': [{ email: undefined, phone: '112' }, ['phone phone']],
    'E3: two addresses': [{ email: 'a@b.nl, c@d.nl' }, ['email email']],
    'E3: an address with a blank': [{ email: 'noor @example.org' }, ['email email']],
    'E5: a number with words': [{ email: undefined, phone: '06 12345678 tst 1' }, ['phone phone']],
    'receiver.md 11: an address that a command takes for an option': [
      { email: '-oProxyCommand=x@example.org' },
      ['email email-dash'],
    ],
    'no role': [{ roles: [] }, ['roles choose']],
    'an unknown role': [{ roles: ['bewoner', 'koning'] }, ['roles unknown']],
    'an unknown choice': [{ answers: { taal: 'xx' } }, ['answers/taal unknown']],
    'two where one is asked': [{ answers: { taal: ['nl', 'tr'] } }, ['answers/taal type']],
    'an answer that is too long': [{ answers: { idee: 'x'.repeat(5_001) } }, ['answers/idee long']],
    'an unknown consent': [{ consents: ['alles'] }, ['consents unknown']],
    'an edition that does not exist': [{ edition: 'winter' }, ['edition unknown']],
    'no edition where there are several': [{ edition: undefined }, ['edition choose']],
    'a sign-up that does not exist': [{ signup: 'weg' }, ['signup unknown']],
    'no sign-up': [{ signup: undefined }, ['signup empty']],
    'another feed': [{ feed: 'ander' }, ['feed other-feed']],
    'numbers where text belongs': [{ name: 5, email: {} }, ['name type', 'email type']],
    'a text where a list belongs': [{ roles: 'bewoner' }, ['roles type']],
    'an answer of the wrong type': [{ answers: { idee: 5 } }, ['answers/idee type']],
    'a field of its own that is no text': [{ onbekend: { a: 1 } }, ['onbekend type']],
    'several things at once': [
      { name: '', roles: ['x'], answers: { taal: 'x' } },
      ['name empty', 'roles unknown', 'answers/taal unknown'],
    ],
  };
  for (const [name, [changes, errors]] of Object.entries(INVALID))
    it(`is told of ${name}`, () => assert.deepEqual(errorsOf(changes), errors));

  it('is told of who is too young, or of the guardian who is missing', () => {
    assert.deepEqual(errorsOf({}, { signup: { minimumAge: 16 } }), ['oldEnough choose']);
    assert.deepEqual(errorsOf({ oldEnough: 'no' }, { signup: { minimumAge: 16 } }), ['oldEnough too-young']);
    const guardian = { signup: { minimumAge: 16, underAge: 'guardian' } };
    assert.deepEqual(errorsOf({ oldEnough: 'no' }, guardian), ['guardian empty', 'guardianAgrees tick']);
    assert.equal(
      validate({ oldEnough: 'no', guardian: 'Ouder', guardianAgrees: 'yes' }, guardian).kind,
      'valid',
    );
  });

  it('is told of an edition that is not open yet, closed or cancelled', () => {
    assert.deepEqual(validate({ edition: 'later' }), { kind: 'not-open' });
    assert.deepEqual(validate({ edition: 'voorbij' }), { kind: 'closed' });
    assert.deepEqual(validate({ edition: 'vervallen' }), { kind: 'closed' });
    const closing = { editions: { herfst: { signupUntil: '2027-05-10' } } };
    assert.equal(validate({}, closing, Date.parse('2027-05-10T21:59:00Z')).kind, 'valid');
    assert.equal(validate({}, closing, Date.parse('2027-05-10T22:01:00Z')).kind, 'closed');
  });
});

describe('an entry as it is kept', () => {
  it('is cleaned of what a file or a reader could choke on, and of nothing else', () => {
    const { kept } = validated({
      name: '  A\u0000\u202eb  \u0301c ',
      answers: { idee: ' een\r\ntwee \u0007\n<script>=1+1</script> ', tijden: ['dag', 'dag'] },
    });
    assert.equal(kept.name, 'Ab \u0301c'.normalize('NFC'));
    assert.equal(kept.answers['idee'], 'een\ntwee \n<script>=1+1</script>');
    assert.deepEqual(kept.answers['tijden'], ['dag']);
  });

  it('has the words that were agreed to, in the language in which they were read', () => {
    assert.deepEqual(validated({ consents: ['nieuws'] }).kept.consentWords, {
      nieuws: 'Ja, stuur mij nieuws',
    });
    assert.deepEqual(validated({ consents: ['nieuws'], language: 'en' }).kept.consentWords, {
      nieuws: 'Yes, send me news',
    });
    assert.equal(validated().kept.consentWords, undefined);
  });

  it('has what the feed no longer asks, apart and marked', () => {
    const { kept } = validated({ answers: { weg: 'Toch belangrijk', ook: ['a', 'b'] }, part: 'deel-1' });
    assert.deepEqual(kept.unasked, {
      part: 'deel-1',
      'answers.weg': 'Toch belangrijk',
      'answers.ook': ['a', 'b'],
    });
    assert.deepEqual(kept.answers, {});
    assert.deepEqual(kept.review, ['unasked']);
  });

  it('has what the contract does not name with the fields of the page', () => {
    assert.deepEqual(validated({ dossier: 'A-1', fields: { bron: 'nieuwsbrief' } }).kept.fields, {
      dossier: 'A-1',
      bron: 'nieuwsbrief',
    });
  });

  it('has why somebody should look, and only reasons that we know', () =>
    assert.deepEqual(validated({ review: ['tooFast', 'x', 'honeypot'] }).kept.review, [
      'honeypot',
      'tooFast',
    ]));

  it('has no challenge', () =>
    assert.doesNotMatch(JSON.stringify(validated({ challenge: { a: 'b' } }).kept), /"b"/));

  it('is for the only edition that is open, where none is named', () => {
    const { edition } = validated({ edition: undefined }, { editions: { lente: { status: 'finished' } } });
    assert.equal(edition?.id, 'herfst');
  });
});

describe('any entry', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'name',
      'email',
      'phone',
      'roles',
      'answers',
      'consents',
      'fields',
      'edition',
      'review',
      '__proto__',
      'constructor',
      'toString',
    ),
    fc.string(),
  );
  const changed = fc.dictionary(key, fc.jsonValue(), { maxKeys: 6 });

  it('is validated without a throw, and nothing is kept that it did not say', () =>
    fc.assert(
      fc.property(changed, (changes) => {
        const validation = validate(changes);
        if (validation.kind !== 'valid') return;
        const text = JSON.stringify(validation.kept);
        assert.doesNotMatch(text, /\\u0000|\\ud[89a-f]/);
        assert.equal(Object.getPrototypeOf(validation.kept), Object.prototype);
      }),
    ));

  it('of any kind is read without a throw', () =>
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (value) => {
        const entry = parseEntry(value);
        if (entry) validateEntry(entry, feedOf(), NOW);
      }),
    ));

  it('with too many names is refused', () => {
    const many = Object.fromEntries(times(101, (index) => [`x${index}`, 'x']));
    assert.ok(errorsOf(many).includes(' too-many'));
    const answers = Object.fromEntries(times(60, (index) => [`x${index}`, 'x']));
    assert.deepEqual(errorsOf({ answers }), ['answers too-many']);
    assert.deepEqual(errorsOf({ fields: answers }), ['fields too-many']);
    assert.deepEqual(errorsOf({ fields: { x: 'x'.repeat(5_001) } }), ['fields/x long']);
    assert.deepEqual(errorsOf({ fields: { ['x'.repeat(5_101)]: 'x' } }), [`fields/${'x'.repeat(100)} long`]);
  });
});

const SECRET = Buffer.alloc(32, 'geheim (voorbeeld)');

describe('the digest of an entry', () => {
  const digest = (entry: unknown) => digestOf(parsed(entry).entry);
  const entry = entryOf();

  it('is the same for another attempt at the same', () => {
    const again = {
      ...Object.fromEntries(Object.entries(entry).reverse()),
      review: ['tooFast'],
      challenge: { a: 'b' },
      replaces: [entryOf().submissionId],
      submissionId: entryOf().submissionId,
      name: ` ${entry.name.normalize('NFD')}`,
    };
    assert.equal(digest(again), digest(entry));
  });

  it('is another for anything else', () => {
    for (const changes of [
      { name: 'x' },
      { roles: [] },
      { consents: ['nieuws'] },
      { edition: 'lente' },
      { language: 'en' },
    ])
      assert.notEqual(digest({ ...entry, ...changes }), digest(entry), JSON.stringify(changes));
  });

  it('gives a form without a key the same one within the hour, and knows the one before', () => {
    const hour = 3_600_000;
    const keys = (changes: Partial<FormKeyParts> = {}) =>
      keysFor({ digest: 'x', network: '192.0.2.1', instant: 10 * hour, secret: SECRET, ...changes });
    const [now, earlier] = keys();
    assert.match(now, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(keys({ instant: 11 * hour - 1 })[0], now);
    assert.deepEqual(keys({ instant: 11 * hour })[1], now);
    assert.notEqual(earlier, now);
    assert.notEqual(keys({ digest: 'y' })[0], now);
  });

  it('R2: gives a form a key that nobody can compute who has not its secret, or sits elsewhere', () => {
    const parts = { digest: 'x', network: '192.0.2.1', instant: 0, secret: SECRET };
    const [key] = keysFor(parts);
    assert.notEqual(keysFor({ ...parts, secret: Buffer.alloc(32, 'ander') })[0], key);
    assert.notEqual(keysFor({ ...parts, network: '192.0.2.2' })[0], key);
    assert.equal(isRandomKey(key), false);
    assert.equal(isRandomKey(entry.submissionId), true);
  });
});
