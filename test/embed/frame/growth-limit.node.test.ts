/** The end of a frame that grows because it has grown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GrowthLimit } from '../../../src/embed/frame/page/growth-limit.js';

/** Asks so many times, so many milliseconds apart; gives how often the frame might grow. */
const grow = (limit: GrowthLimit, times: number, { every = 16, from = 0, width = 600 } = {}) =>
  Array.from({ length: times }, (_, index) => limit.allows(from + index * every, width)).filter(Boolean)
    .length;

describe('a frame that grows', () => {
  it('stops after 30 times in a row, however slow the machine', () => {
    for (const every of [1, 16, 33, 200])
      assert.equal(grow(new GrowthLimit(), 31, { every, from: 5_000 }), 30, `every ${every} ms`);
  });

  it('has ten chances more, a second apart, for what is only long', () => {
    const limit = new GrowthLimit();
    assert.equal(grow(limit, 60), 30);
    assert.equal(grow(limit, 600, { from: 2_000, every: 100 }), 10);
    assert.equal(grow(limit, 10, { from: 600_000, every: 2_000 }), 0);
  });

  it('goes on where it takes its time', () =>
    assert.equal(grow(new GrowthLimit(), 200, { every: 300 }), 200));

  it('goes on at another width, as while a window is drawn narrower', () => {
    const limit = new GrowthLimit();
    assert.equal(grow(limit, 40), 30);
    assert.equal(grow(limit, 10, { width: 590 }), 10);
  });

  it('goes on when the visitor does something', () => {
    const limit = new GrowthLimit();
    grow(limit, 40);
    limit.reset();
    assert.equal(grow(limit, 40), 30);
  });
});
