/** Code of a widget that comes when it is needed. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { LazyModule } from '../../../src/element/controllers/lazy-module.js';

/** A host that needs the code with every update, as widgets do, and code that comes when a test says so. */
function situation({ comes }) {
  const asked = [];
  const state = { comes };
  const lazy = new LazyModule({ requestUpdate: () => lazy.loadOnce() }, () => {
    asked.push(asked.length);
    return state.comes ? Promise.resolve('code') : Promise.reject(new Error('gone'));
  });
  return { lazy, asked, state };
}

describe('code that comes later', () => {
  it('is asked for once, however often it is needed', async () => {
    const { lazy, asked } = situation({ comes: true });
    lazy.loadOnce();
    lazy.loadOnce();
    await lazy.pending;
    lazy.load();
    assert.equal(lazy.module, 'code');
    assert.equal(lazy.pending, undefined);
    assert.equal(asked.length, 1);
  });

  it('that did not come is asked for again by a visitor, not by every update', async () => {
    const told = mock.method(console, 'error', () => {});
    const { lazy, asked, state } = situation({ comes: false });
    lazy.loadOnce();
    await lazy.pending;
    lazy.loadOnce();
    assert.equal(asked.length, 1);
    assert.equal(lazy.failed, true);
    assert.equal(told.mock.callCount(), 1);
    state.comes = true;
    lazy.load();
    await lazy.pending;
    assert.equal(lazy.module, 'code');
    assert.equal(lazy.failed, false);
    told.mock.restore();
  });
});
