/** The tile of an enterprise is always the same one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hash, tile } from '../../src/enterprise-gallery/tile.js';

const looks = (id: string, theme?: string) => tile(id, theme).values;
/** Positions of these among the values of the template. */
const PALETTE = 0;
const MOTIF = [1, 2, 3, 4];
const motif = (id: string, theme?: string) => MOTIF.map((index) => looks(id, theme)[index]).join();

describe('the hash of a text', () => {
  it('is FNV-1a', () => {
    const KNOWN = { '': 0x811c9dc5, a: 0xe40c292c, b: 0xe70c2de5, foobar: 0xbf9cf968 };
    for (const [text, number] of Object.entries(KNOWN)) assert.equal(hash(text), number);
  });

  it('is whole, and not negative', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const number = hash(text);
        assert.ok(Number.isInteger(number) && number >= 0 && number < 2 ** 32);
      }),
    ));
});

describe('a tile', () => {
  it('has its motif from the id and its colours from the theme', () => {
    const ids = ['ex-soep', 'ex-repair', 'ex-tuin', 'ex-ijs'];
    for (const id of ids) assert.equal(motif(id, 'eten'), motif(id, 'groen'));
    assert.equal(new Set(ids.map((id) => looks(id, 'eten')[PALETTE])).size, 1);
    assert.equal(typeof looks('ex-soep', undefined)[PALETTE], 'number');
  });

  it('comes in five motifs and four palettes, all of them in use', () => {
    const many = Array.from({ length: 200 }, (_, at) => `ex-${at}`);
    assert.equal(new Set(many.map((id) => motif(id))).size, 5);
    assert.deepEqual([...new Set(many.map((id) => looks('x', id)[PALETTE]))].sort(), [0, 1, 2, 3]);
  });
});
