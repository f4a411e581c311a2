/** The end of a frame that grows because it has grown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GrowthLimit } from '../../../src/embed/frame/page/growth-limit.js';

/** A frame whose content is always 10 pixels higher; gives how often in so many times it might grow. */
function answer(limit: GrowthLimit, times: number, height = 300): number {
  const allowed = Array.from({ length: times }, (_, index) => limit.allows(10, 600, height + 10 * index));
  return allowed.filter(Boolean).length;
}

describe('a frame that grows', () => {
  it('stops after 30 times in a row of growing with the frame', () =>
    assert.equal(answer(new GrowthLimit(), 100), 31));

  it('stops too where it is measured again in between, without any change', () => {
    const limit = new GrowthLimit();
    const allowed = Array.from({ length: 100 }, (_, index) => {
      const isAllowed = limit.allows(10, 600, 10 * index);
      return limit.allows(0, 600, 10 * index) && isAllowed;
    });
    assert.equal(allowed.filter(Boolean).length, 31);
  });

  it('stops where it grows and shrinks in turn', () => {
    const limit = new GrowthLimit();
    const allowed = Array.from({ length: 100 }, (_, index) => {
      limit.allows(-10, 600, 310);
      return index && limit.allows(10, 600, 300);
    });
    assert.equal(allowed.filter(Boolean).length, 30);
  });

  it('goes on where the content grows by itself', () => {
    const limit = new GrowthLimit();
    for (let times = 0; times < 200; times++) {
      assert.equal(limit.allows(10, 600, 300 + 10 * times), true);
      limit.allows(0, 600, 310 + 10 * times);
    }
    answer(limit, 100);
    assert.equal(limit.allows(10, 600, 300 + 990), true, 'after it was stopped');
  });

  it('goes on at another width, as while a window is drawn narrower', () => {
    const limit = new GrowthLimit();
    for (let times = 0; times < 200; times++) assert.equal(limit.allows(10, 600 - times, 300 + times), true);
  });
});
