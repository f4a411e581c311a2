/** Outcomes of responses: what is certain, what is not, and which texts belong to a field. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Format } from '../../src/signup/contract.js';
import { acceptedBy, outcomeOf, type Outcome, type ReceiverResponse } from '../../src/signup-form/outcome.js';
import { ofKind } from '../support/node/signup.js';

type Body = string | object;

const outcome = (
  status: number,
  body: Body = '',
  format: Format = 'json',
  more: Partial<ReceiverResponse> = {},
): Outcome => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return outcomeOf({ status, body: text, isElsewhere: false, ...more }, format);
};
const isRetryable = (made: Outcome) => made.kind === 'failed' && made.retryable === true;
const accepted = (...args: Parameters<typeof outcome>) => ofKind('accepted', outcome(...args));
const failure = (...args: Parameters<typeof outcome>) => ofKind('failed', outcome(...args));
/** `accepted`, `invalid`, or the reason with a question mark where it may have been stored. */
const short = (...args: Parameters<typeof outcome>): string => {
  const made = outcome(...args);
  return made.kind === 'failed' ? made.reason + (made.certain ? '' : '?') : made.kind;
};
const PAGE = '<!doctype html><title>Inloggen</title><h1>Inloggen</h1>';

describe('an answer that takes the entry', () => {
  it('may have a reference', () => {
    assert.deepEqual(outcome(201, { reference: 'A-12' }), {
      kind: 'accepted',
      reference: 'A-12',
      waitingList: false,
      confirmHours: undefined,
    });
    assert.equal(accepted(201, { reference: 12 }).reference, '12');
    assert.equal(accepted(200, { reference: 'x'.repeat(500) }).reference?.length, 64);
    for (const body of ['', {}, { reference: '' }, { reference: {} }, [1]])
      assert.equal(accepted(202, body).reference, undefined);
  });

  it('may be for the waiting list', () =>
    assert.equal(accepted(201, { status: 'waiting-list' }).waitingList, true));

  it('may ask that the e-mail address is confirmed', () => {
    assert.equal(accepted(201, { confirmHours: 24 }).confirmHours, 24);
    for (const confirmHours of [0, -1, '24', null, {}])
      assert.equal(accepted(201, { confirmHours }).confirmHours, undefined);
  });

  it('of a service is known by its status', () => {
    assert.equal(short(200, { next: 'https://formspree.io/thanks' }, 'form'), 'accepted');
    assert.equal(short(200, PAGE, 'urlencoded'), 'accepted');
    assert.equal(short(200, { message: 'Workflow was started' }, 'form'), 'accepted');
    assert.equal(short(204, '', 'form'), 'accepted');
  });

  it('is none when it only looks like one', () => {
    assert.equal(short(200, PAGE), 'uncertain?');
    assert.equal(short(200, '{"reference": "A-'), 'uncertain?');
    assert.equal(short(200, PAGE, 'form', { isElsewhere: true }), 'uncertain?');
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
      408: 'uncertain?',
      409: 'uncertain?',
      410: 'gone',
      413: 'too-large',
      415: 'refused',
      422: 'refused',
      425: 'uncertain?',
      429: 'too-many',
      500: 'uncertain?',
      501: 'uncertain?',
      502: 'uncertain?',
      503: 'uncertain?',
      504: 'uncertain?',
    };
    for (const [status, wanted] of Object.entries(expected))
      for (const body of ['', PAGE, {}]) assert.equal(short(Number(status), body), wanted, String(status));
  });

  it('is tried again by itself only where that may help', () => {
    const statuses = Array.from({ length: 200 }, (_, index) => 400 + index);
    assert.deepEqual(
      statuses.filter((status) => isRetryable(outcome(status))),
      [408, 409, 425, 429, 502, 503, 504],
    );
  });

  it('tells what happened meanwhile by the type of its problem', () => {
    const problem = (kind: string) => ({ type: `urn:ceal-widgets:problem:${kind}`, title: 'x', status: 409 });
    assert.equal(short(409, problem('full')), 'full');
    assert.equal(short(409, problem('closed')), 'closed');
    assert.equal(short(409, problem('not-open')), 'closed');
    assert.equal(short(409, problem('in-progress')), 'uncertain?');
    assert.equal(isRetryable(outcome(409, problem('in-progress'))), true);
    assert.equal(short(409, { ...problem('x'), type: 'https://else.example/problems#full' }), 'full');
    const reused = failure(422, problem('key-reused'));
    assert.deepEqual([reused.reason, reused.certain, reused.keyRejected], ['uncertain', false, true]);
  });

  it('keeps the words of the receiver, but never a page', () => {
    assert.equal(
      failure(403, { title: 'Forbidden', detail: 'Alleen voor bewoners.' }).message,
      'Alleen voor bewoners.',
    );
    assert.equal(failure(403, { error: 'Form not active' }).message, 'Form not active');
    assert.equal(failure(403, { errors: [{ message: 'Blocked' }] }).message, 'Blocked');
    assert.equal(failure(403, { message: '<b>Nee</b>' }).message, undefined);
    assert.equal(failure(403, PAGE).message, undefined);
    assert.equal(failure(503, { message: 'pool exhausted' }).message, undefined);
    assert.equal(failure(403, { message: 'x'.repeat(9_000) }).message?.length, 300);
  });

  it('says how long to wait', () =>
    assert.equal(failure(429, '', 'json', { retryAfterMs: 30_000 }).retryAfterMs, 30_000));
});

describe('what does not fit', () => {
  const errorsIn = (body: object, status = 422) => ofKind('invalid', outcome(status, body)).errors;
  const one = (field: string, text: string, code?: string) => [{ field, code, text }];

  it('is read from problem details with pointers', () => {
    const errors = [{ pointer: '#/answers/idee', code: 'long', detail: 'Te lang.' }];
    assert.deepEqual(errorsIn({ type: 'x', errors }), one('answers.idee', 'Te lang.', 'long'));
    assert.deepEqual(errorsIn({ errors: [{ pointer: '/roles/0', detail: 'Nee.' }] }), one('roles', 'Nee.'));
  });

  it('E1: is read from pointers with escapes, and with a number for a name', () => {
    const errors = [
      { pointer: '#/answers/caf%C3%A9~1bar~0x', detail: 'a' },
      { pointer: '#/answers/2024/0', detail: 'b' },
    ];
    assert.deepEqual(
      errorsIn({ errors }).map(({ field }) => field),
      ['answers.café/bar~x', 'answers.2024'],
    );
    assert.equal(errorsIn({ errors: [{ pointer: '#/%E0%A4%A', detail: 'a' }] })[0]?.text, 'a');
  });

  it('is read from invalidParams', () => {
    const invalidParams = [{ name: 'email', code: 'invalid', reason: 'Klopt niet.' }];
    assert.deepEqual(errorsIn({ invalidParams }, 400), one('email', 'Klopt niet.', 'invalid'));
    assert.deepEqual(errorsIn({ 'invalid-params': [{ name: 'email', reason: 'x' }] }), one('email', 'x'));
  });

  it('is read from a list of errors with a field', () => {
    const errors = [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }];
    assert.deepEqual(errorsIn({ errors }), one('email', 'should be an email', 'TYPE_EMAIL'));
  });

  it('is read from words by field', () => {
    const errors = { email: ['Required', 'Too short'], 'answers[idee]': 'Te lang' };
    assert.deepEqual(errorsIn({ errors }), [
      { field: 'email', text: 'Required' },
      { field: 'answers.idee', text: 'Te lang' },
    ]);
  });

  it('E1: is read from texts by field to any depth, and from lists by themselves', () => {
    for (const body of [
      { errors: { answers: { idee: 'Nee.' } } },
      { errors: { answers: [{ idee: ['Nee.'] }] } },
      { answers: { idee: ['Nee.'] }, idee: ['Nee.'] },
      { errors: [{ pointer: '#/answers/idee', detail: ['Nee.', 'Echt niet.'] }] },
      { violations: [{ propertyPath: 'answers[idee]', message: 'Nee.', title: 'x' }] },
      [{ field: 'answers.idee', message: 'Nee.' }],
      { errors: { answers: { idee: { message: 'Nee.' } } } },
    ])
      assert.ok(
        errorsIn(body).some(({ field, text }) => /idee$/.test(field ?? '') && text === 'Nee.'),
        JSON.stringify(body),
      );
    for (const body of [{ errors: 'Nee.' }, { error: { message: 'Nee.' } }])
      assert.equal(failure(422, body).message, 'Nee.');
    assert.deepEqual(errorsIn({ statusCode: 400, message: ['Nee.'] }, 400), [{ text: 'Nee.' }]);
    assert.equal(short(422, `{"errors":${'['.repeat(9_000)}${']'.repeat(9_000)}}`), 'refused');
  });

  it('is one message where there is no field', () => {
    assert.deepEqual(failure(400, { error: 'Nee.' }).message, 'Nee.');
    assert.deepEqual(errorsIn({ errors: ['Zo niet.'] }), [{ text: 'Zo niet.' }]);
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
      const made = outcome(status, text);
      assert.ok(['accepted', 'invalid', 'failed'].includes(made.kind));
      if (made.kind === 'accepted') assert.ok(status < 300);
      for (const { text: words, field } of made.kind === 'invalid' ? made.errors : []) {
        assert.equal(typeof words, 'string');
        assert.ok(field === undefined || typeof field === 'string');
      }
    }),
  );
  for (const value of [undefined, null, 1, 'x', [], {}]) assert.equal(acceptedBy(value).kind, 'accepted');
});
