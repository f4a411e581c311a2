/** What the form makes of every kind of answer: what is certain, what is not, and which words belong to a field. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { acceptedBy, outcomeOf } from '../../src/signup-form/outcome.js';

const answer = (status, body = '', more = {}) => ({
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  elsewhere: false,
  ...more,
});
const read = (status, body, format = 'json', more) => outcomeOf(answer(status, body, more), format);
const outcome = (...args) => read(...args).outcome;
/** `accepted`, `invalid`, or the reason with a question mark where it may have been stored. */
const short = (...args) => {
  const { kind, reason, sure } = outcome(...args);
  return kind === 'failed' ? reason + (sure ? '' : '?') : kind;
};
const PAGE = '<!doctype html><title>Inloggen</title><h1>Inloggen</h1>';

describe('an answer that takes the entry', () => {
  it('may have a reference', () => {
    assert.deepEqual(outcome(201, { reference: 'A-12' }), {
      kind: 'accepted',
      reference: 'A-12',
      waitingList: false,
    });
    assert.equal(outcome(201, { reference: 12 }).reference, '12');
    assert.equal(outcome(200, { reference: 'x'.repeat(500) }).reference.length, 64);
    for (const body of ['', {}, { reference: '' }, { reference: {} }, [1]])
      assert.deepEqual([outcome(202, body).kind, outcome(202, body).reference], ['accepted', undefined]);
  });

  it('may be for the waiting list', () =>
    assert.equal(outcome(201, { status: 'waiting-list' }).waitingList, true));

  it('of a service is known by its status', () => {
    assert.equal(short(200, { next: 'https://formspree.io/thanks' }, 'form'), 'accepted');
    assert.equal(short(200, PAGE, 'urlencoded'), 'accepted');
    assert.equal(short(200, { message: 'Workflow was started' }, 'form'), 'accepted');
    assert.equal(short(204, '', 'form'), 'accepted');
  });

  it('is none when it only looks like one', () => {
    assert.equal(short(200, PAGE), 'unsure?');
    assert.equal(short(200, '{"reference": "A-'), 'unsure?');
    assert.equal(short(200, PAGE, 'form', { elsewhere: true }), 'unsure?');
    assert.equal(short(200, { success: false, message: 'Invalid access key' }, 'form'), 'refused');
    assert.equal(short(200, { ok: false }), 'refused');
    assert.equal(short(200, { error: 'Spam' }), 'refused');
  });
});

describe('an answer that does not', () => {
  it('is certain or not, by its status', () => {
    const expected = {
      400: 'refused',
      401: 'refused',
      403: 'refused',
      404: 'refused',
      405: 'refused',
      408: 'unsure?',
      409: 'unsure?',
      410: 'gone',
      413: 'too-large',
      415: 'refused',
      422: 'refused',
      425: 'unsure?',
      429: 'too-many',
      500: 'unsure?',
      501: 'unsure?',
      502: 'unsure?',
      503: 'unsure?',
      504: 'unsure?',
    };
    for (const [status, wanted] of Object.entries(expected))
      for (const body of ['', PAGE, {}]) assert.equal(short(Number(status), body), wanted, status);
  });

  it('is tried again by itself only where that may help', () => {
    const statuses = Array.from({ length: 200 }, (_, index) => 400 + index);
    assert.deepEqual(
      statuses.filter((status) => read(status, '').again),
      [408, 409, 425, 429, 502, 503, 504],
    );
  });

  it('tells what happened meanwhile by the type of its problem', () => {
    const problem = (kind) => ({ type: `urn:ceal-widgets:problem:${kind}`, title: 'x', status: 409 });
    assert.equal(short(409, problem('full')), 'full');
    assert.equal(short(409, problem('closed')), 'closed');
    assert.equal(short(409, problem('not-open')), 'closed');
    assert.equal(short(409, problem('in-progress')), 'unsure?');
    assert.equal(read(409, problem('in-progress')).again, true);
    assert.equal(short(409, { ...problem('x'), type: 'https://else.example/problems#full' }), 'full');
    const reused = outcome(422, problem('key-reused'));
    assert.deepEqual([reused.reason, reused.sure, reused.spent], ['unsure', false, true]);
  });

  it('keeps the words of the receiver, but never a page', () => {
    assert.equal(
      outcome(403, { title: 'Forbidden', detail: 'Alleen voor bewoners.' }).message,
      'Alleen voor bewoners.',
    );
    assert.equal(outcome(403, { error: 'Form not active' }).message, 'Form not active');
    assert.equal(outcome(403, { errors: [{ message: 'Blocked' }] }).message, 'Blocked');
    assert.equal(outcome(403, { message: '<b>Nee</b>' }).message, undefined);
    assert.equal(outcome(403, PAGE).message, undefined);
    assert.equal(outcome(503, { message: 'pool exhausted' }).message, undefined);
    assert.equal(outcome(403, { message: 'x'.repeat(9_000) }).message.length, 300);
  });

  it('says how long to wait', () =>
    assert.equal(outcome(429, '', 'json', { retryAfter: 30_000 }).retryAfter, 30_000));
});

describe('what does not fit', () => {
  const complaints = (body, status = 422) => outcome(status, body).complaints;
  const one = (field, text, code) => [{ field, code, text }];

  it('is read from problem details with pointers', () => {
    const errors = [{ pointer: '#/answers/idee', code: 'long', detail: 'Te lang.' }];
    assert.deepEqual(complaints({ type: 'x', errors }), one('answers.idee', 'Te lang.', 'long'));
    assert.deepEqual(complaints({ errors: [{ pointer: '/roles/0', detail: 'Nee.' }] }), one('roles', 'Nee.'));
  });

  it('is read from invalidParams', () => {
    const invalidParams = [{ name: 'email', code: 'invalid', reason: 'Klopt niet.' }];
    assert.deepEqual(complaints({ invalidParams }, 400), one('email', 'Klopt niet.', 'invalid'));
    assert.deepEqual(complaints({ 'invalid-params': [{ name: 'email', reason: 'x' }] }), one('email', 'x'));
  });

  it('is read from a list of errors with a field', () => {
    const errors = [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }];
    assert.deepEqual(complaints({ errors }), one('email', 'should be an email', 'TYPE_EMAIL'));
  });

  it('is read from words by field', () => {
    const errors = { email: ['Required', 'Too short'], 'answers[idee]': 'Te lang' };
    assert.deepEqual(complaints({ errors }), [
      { field: 'email', text: 'Required' },
      { field: 'answers.idee', text: 'Te lang' },
    ]);
  });

  it('is one message where there is no field', () => {
    assert.deepEqual(outcome(400, { error: 'Nee.' }).message, 'Nee.');
    assert.deepEqual(complaints({ errors: ['Zo niet.'] }), [{ text: 'Zo niet.' }]);
  });
});

it('every answer has an outcome, whatever is in it', () => {
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc.jsonValue().map((errors) => JSON.stringify({ errors })),
  );
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), body, (status, text) => {
      const { outcome: made } = read(status, text);
      assert.ok(['accepted', 'invalid', 'failed'].includes(made.kind));
      if (made.kind === 'accepted') assert.ok(status < 300);
      for (const { text: words, field } of made.complaints ?? []) {
        assert.equal(typeof words, 'string');
        assert.ok(field === undefined || typeof field === 'string');
      }
    }),
  );
  for (const value of [undefined, null, 1, 'x', [], {}]) assert.equal(acceptedBy(value).kind, 'accepted');
});
