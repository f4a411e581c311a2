/** What is kept of a form that was not sent yet, and what never is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { draftKey, readDraft, writeDraft } from '../../src/signup-form/draft.js';

const KEY = '0f8fad5b-d9cb-469f-a165-70867728950e';
const NONE = { unsure: [] };

describe('a draft', () => {
  it('comes back as it was', () => {
    const draft = {
      values: { name: 'Noor', roles: ['student'], 'answers.idee': 'Soep\nen brood' },
      attempts: { last: { key: KEY, mark: 'abc' }, unsure: [KEY] },
    };
    assert.deepEqual(readDraft(writeDraft(draft)), draft);
  });

  it('never holds a consent, and never gives one', () => {
    const values = { name: 'Noor', consents: ['nieuws'], guardianAgrees: 'yes' };
    const text = writeDraft({ values, attempts: NONE });
    assert.doesNotMatch(text, /consents|guardianAgrees|nieuws/);
    const forged = JSON.stringify({ version: 1, values, attempts: NONE });
    assert.deepEqual(readDraft(forged).values, { name: 'Noor' });
  });

  it('is nothing when nothing is filled in', () => {
    assert.equal(writeDraft({ values: { name: '', roles: [], consents: ['nieuws'] }, attempts: NONE }), '');
  });

  it('keeps a key that may have been stored even when nothing else is left', () => {
    const text = writeDraft({ values: {}, attempts: { uncertain: [KEY] } });
    assert.deepEqual(readDraft(text).attempts.uncertain, [KEY]);
  });

  it('is nothing where there is none, or none of ours', () => {
    const wrong = [null, '', 'x', '{}', '[]', 'null', '1', '{"version":2,"values":{}}', '{"version":1}'];
    for (const text of [...wrong, JSON.stringify({ version: 1, values: { name: 'x'.repeat(600_000) } })])
      assert.equal(readDraft(text), undefined, String(text).slice(0, 40));
  });

  it('leaves out what is no key', () => {
    const attempts = { last: { key: 'evil', mark: 'x' }, unsure: ['evil', KEY, 3] };
    assert.deepEqual(readDraft(JSON.stringify({ version: 1, values: {}, attempts })).attempts, {
      unsure: [KEY],
    });
  });

  it('is read without a fault, whatever lies in its place', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string(), fc.dictionary(fc.string(), fc.jsonValue()).map(wrapped)),
        (text) => {
          const draft = readDraft(text);
          if (!draft) return;
          for (const value of Object.values(draft.values))
            assert.ok([value].flat().every((each) => typeof each === 'string'));
        },
      ),
    );
  });
});

it('every feed, sign-up and form has a place of its own', () => {
  const parts = fc.tuple(...[1, 2, 3].map(() => fc.string({ unit: 'binary' })));
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const same = one.every((part, at) => part === other[at]);
      assert.equal(draftKey(...one) === draftKey(...other), same);
    }),
  );
});

const wrapped = (values) => JSON.stringify({ version: 1, values, attempts: { unsure: [] } });
