/** The end of a frame that grows because it has grown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GrowthLimit } from '../../../src/embed/frame/page/growth-limit.js';

/** Asks so many times, so many milliseconds apart; gives how often the frame might grow. */
const grow = (limit: GrowthLimit, times: number, { every = 16, from = 0, width = 600 } = {}) =>
  Array.from({ length: times }, (_, index) => limit.allows(from + index * every, width)).filter(Boolean)
    .length;

describe('a frame that grows', () => {
  it('stops after 30 times in a second, for good', () => {
    const limit = new GrowthLimit();
    assert.equal(grow(limit, 200), 30);
    assert.equal(grow(limit, 10, { from: 60_000 }), 0);
  });

  it('goes on where it takes its time', () => assert.equal(grow(new GrowthLimit(), 200, { every: 40 }), 200));

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
