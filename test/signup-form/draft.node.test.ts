/** Drafts of forms that were not sent yet: what is kept, and what never is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Attempts } from '../../src/signup-form/attempts.js';
import { draftKey, readDraft, writeDraft } from '../../src/signup-form/draft.js';

const KEY = '0f8fad5b-d9cb-469f-a165-70867728950e';
const NONE: Attempts = { uncertain: [] };

describe('a draft', () => {
  it('comes back as it was', () => {
    const draft = {
      values: { name: 'Noor', roles: ['student'], 'answers.idee': 'Soep\nen brood' },
      attempts: { last: { key: KEY, fingerprint: 'abc' }, uncertain: [KEY] },
    };
    assert.deepEqual(readDraft(writeDraft(draft)), draft);
  });

  it('never holds a consent, and never gives one', () => {
    const values = { name: 'Noor', consents: ['nieuws'], guardianAgrees: 'yes' };
    const text = writeDraft({ values, attempts: NONE });
    assert.doesNotMatch(text, /consents|guardianAgrees|nieuws/);
    const forged = JSON.stringify({ version: 1, values, attempts: NONE });
    assert.deepEqual(readDraft(forged)?.values, { name: 'Noor' });
  });

  it('is nothing when nothing is filled in', () => {
    assert.equal(writeDraft({ values: { name: '', roles: [], consents: ['nieuws'] }, attempts: NONE }), '');
  });

  it('keeps a key that may have been stored even when nothing else is left', () => {
    const text = writeDraft({ values: {}, attempts: { uncertain: [KEY] } });
    assert.deepEqual(readDraft(text)?.attempts.uncertain, [KEY]);
  });

  it('is nothing where there is none, or none of ours', () => {
    const wrong = [null, '', 'x', '{}', '[]', 'null', '1', '{"version":2,"values":{}}', '{"version":1}'];
    for (const text of [...wrong, JSON.stringify({ version: 1, values: { name: 'x'.repeat(600_000) } })])
      assert.equal(readDraft(text), undefined, String(text).slice(0, 40));
  });

  it('R30: is too old after a week, whatever the clock says meanwhile', () => {
    const DAY_MS = 86_400_000;
    const now = Date.parse('2027-03-10T12:00:00Z');
    const text = writeDraft({ values: { name: 'Noor' }, attempts: NONE }, now);
    for (const [days, isKept] of [
      [0, true],
      [6.9, true],
      [7.1, false],
      [200, false],
      [-1, true],
      [-30, false],
    ] as const)
      assert.equal(readDraft(text, now + days * DAY_MS) !== undefined, isKept, String(days));
    const forged = JSON.stringify({ version: 1, savedAt: {}, values: { name: 'Noor' } });
    assert.equal(readDraft(forged, now), undefined);
  });

  it('leaves out what is no key', () => {
    const attempts = { last: { key: 'evil', fingerprint: 'x' }, uncertain: ['evil', KEY, 3] };
    assert.deepEqual(readDraft(JSON.stringify({ version: 1, values: {}, attempts }))?.attempts, {
      uncertain: [KEY],
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
            assert.ok([value].flat().every((text) => typeof text === 'string'));
        },
      ),
    );
  });
});

it('every feed, sign-up and form has a place of its own', () => {
  const part = fc.string({ unit: 'binary' });
  const parts = fc.tuple(part, part, part);
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const same = one.every((text, index) => text === other[index]);
      assert.equal(draftKey(...one) === draftKey(...other), same);
    }),
  );
});

const wrapped = (values: unknown): string =>
  JSON.stringify({ version: 1, values, attempts: { uncertain: [] } });
