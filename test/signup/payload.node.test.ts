/** Entries as they are written, in the three formats. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Format, SignupEntry } from '../../src/signup/contract.js';
import type { Field, Values } from '../../src/signup/fields.js';
import { comparable, contentOf, encode, type Content, type EntryContext } from '../../src/signup/payload.js';
import { fields, GOOD } from '../support/node/signup.js';

const KEY = '0f8fad5b-d9cb-469f-a165-70867728950e';
const CONTEXT: EntryContext = {
  feed: 'overvecht',
  signup: 'meedoen',
  edition: 'najaar',
  language: 'nl',
  review: [],
  challenge: {},
  hidden: {},
};
const VALUES: Values = { ...GOOD, 'answers.idee': 'Soep', consents: ['nieuws'] };
const content = (context: Partial<EntryContext> = {}, values = VALUES): Content =>
  contentOf(fields(), values, { ...CONTEXT, ...context });
const entry = (context?: Partial<EntryContext>): SignupEntry => ({
  submissionId: KEY,
  replaces: ['old'],
  ...content(context),
});

describe('the content of an entry', () => {
  it('holds what was filled in, each in its place, and nothing that was left empty', () =>
    assert.deepEqual(content(), {
      feed: 'overvecht',
      signup: 'meedoen',
      edition: 'najaar',
      name: 'Noor',
      email: 'noor@example.org',
      roles: ['student'],
      answers: { org: 'Buurthuis', idee: 'Soep' },
      consents: ['nieuws'],
      language: 'nl',
    }));

  it('always says which consents were given, also none', () =>
    assert.deepEqual(content({}, GOOD).consents, []));

  it('carries doubts, a challenge and the page’s own fields', () => {
    const more = content({ review: ['tooFast'], challenge: { altcha: 'x' }, hidden: { ref: 'y' } });
    assert.deepEqual(
      [more.review, more.challenge, more.fields],
      [['tooFast'], { altcha: 'x' }, { ref: 'y' }],
    );
  });

  it('prefers the edition that was chosen', () => {
    const edition: Field = { name: 'edition', kind: 'choice', required: true, options: [] };
    const all = [edition, ...fields()];
    assert.equal(contentOf(all, { ...VALUES, edition: 'voorjaar' }, CONTEXT).edition, 'voorjaar');
  });

  it('is the same content with another challenge and a faster hand, not with another answer or consent', () => {
    const same = comparable(content());
    assert.equal(comparable(content({ review: ['tooFast'], challenge: { altcha: 'x' } })), same);
    assert.notEqual(comparable(content({}, { ...VALUES, name: 'Nora' })), same);
    assert.notEqual(comparable(content({}, { ...VALUES, consents: [] })), same);
  });
});

describe('a request', () => {
  it('as JSON carries the key in quotes as well', () => {
    const { body, headers } = encode(entry(), 'json');
    assert.deepEqual(JSON.parse(body as string), entry());
    assert.equal(new Headers(headers).get('Idempotency-Key'), `"${KEY}"`);
    assert.equal(new Headers(headers).get('content-type'), 'application/json');
  });

  const bodies: readonly (readonly [Format, typeof FormData | typeof URLSearchParams])[] = [
    ['form', FormData],
    ['urlencoded', URLSearchParams],
  ];
  for (const [format, type] of bodies)
    it(`as ${format} holds the same by name, and asks no leave for headers`, () => {
      const { body, headers } = encode(
        entry({ challenge: { altcha: 'x' }, hidden: { 'form-name': 'y' } }),
        format,
      );
      assert.ok(body instanceof type);
      assert.deepEqual([...new Headers(headers).keys()], ['accept']);
      assert.equal(body.get('submissionId'), KEY);
      assert.equal(body.get('email'), 'noor@example.org');
      assert.equal(body.get('answers.idee'), 'Soep');
      assert.deepEqual(body.getAll('consents'), ['nieuws']);
      assert.deepEqual([body.get('altcha'), body.get('form-name')], ['x', 'y']);
    });
});
