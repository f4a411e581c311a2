import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { toJson } from '../../src/feed/json.js';

const plain = fc.jsonValue({ maxDepth: 4 });

describe('toJson', () => {
  const holders = [Array.prototype, Object.prototype, String.prototype, Number.prototype, Boolean.prototype];
  afterEach(() => {
    for (const holder of holders) Reflect.deleteProperty(holder, 'toJSON');
  });

  it('writes what JSON.stringify writes', () =>
    fc.assert(fc.property(plain, (value) => assert.equal(toJson(value), JSON.stringify(value)))));

  it('leaves out members without a value, and writes null for such an item', () =>
    assert.equal(toJson({ a: undefined, b: [undefined, 'x'] }), '{"b":[null,"x"]}'));

  it('E15: is reached by no toJSON that an old library has put on everything', () => {
    const entry = { roles: ['student', 'buur'], consents: [], answers: { q: 'ja "echt"' }, n: 2, yes: true };
    const expected = JSON.stringify(entry);
    for (const holder of holders)
      Object.defineProperty(holder, 'toJSON', { value: () => 'taken', configurable: true });
    assert.equal(toJson(entry), expected);
  });
});
