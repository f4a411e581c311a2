/** What is remembered of networks: not for longer than it says, also where nobody comes any more. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { NetworkMap } from '../../src/receiver/network-map.js';

const [ONE, OTHER] = ['192.0.2.1', '192.0.2.2'];

describe('what is known of a network', () => {
  let now: number;
  let timers: { readonly at: number; readonly run: () => void }[];
  beforeEach(() => {
    now = 0;
    timers = [];
    mock.method(performance, 'now', () => now);
    mock.method(globalThis, 'setTimeout', (run: () => void, ms: number) => {
      timers.push({ at: now + ms, run });
      return { unref: () => ({}) };
    });
  });
  afterEach(() => mock.restoreAll());
  const pass = (ms: number) => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) run();
  };

  it('is forgotten after its rest, though nobody asks', () => {
    const map = new NetworkMap<string>(1_000);
    map.update(ONE, () => 'een');
    pass(600);
    map.update(OTHER, () => 'twee');
    pass(399);
    assert.deepEqual([map.get(ONE), map.get(OTHER)], ['een', 'twee']);
    pass(1);
    assert.deepEqual([map.get(ONE), map.get(OTHER)], [undefined, 'twee']);
    pass(600);
    assert.equal(map.get(OTHER), undefined);
  });

  it('stays while it is used, and for good where there is no rest', () => {
    const map = new NetworkMap<number>(1_000);
    const lasting = new NetworkMap<number>();
    lasting.update(ONE, () => 0);
    for (let n = 0; n < 5; n++) {
      map.update(ONE, () => n);
      pass(900);
      assert.equal(map.get(ONE), n);
    }
    assert.equal(lasting.get(ONE), 0);
    lasting.delete(ONE);
    assert.equal(lasting.get(ONE), undefined);
  });
});
