/** A module of a widget that is loaded when it is needed. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { ReactiveControllerHost } from 'lit';
import { LazyModule } from '../../../src/element/controllers/lazy-module.js';

/** A host that needs the module with every update, as widgets do, and a module that loads when a test says so. */
function lazyModule({ loads }: { loads: boolean }) {
  const state = { loads, imports: 0 };
  const host: ReactiveControllerHost = {
    requestUpdate: () => lazy.loadOnce(),
    addController() {},
    removeController() {},
    updateComplete: Promise.resolve(true),
  };
  const lazy: LazyModule<string> = new LazyModule(host, () => {
    state.imports++;
    return state.loads ? Promise.resolve('code') : Promise.reject(new Error('gone'));
  });
  return { lazy, state };
}

describe('a lazy module', () => {
  it('is imported once, however often it is needed', async () => {
    const { lazy, state } = lazyModule({ loads: true });
    lazy.loadOnce();
    lazy.loadOnce();
    await lazy.pending;
    lazy.load();
    assert.equal(lazy.module, 'code');
    assert.equal(lazy.pending, undefined);
    assert.equal(state.imports, 1);
  });

  it('that could not be loaded is imported again for a visitor, not for every update', async () => {
    const report = mock.method(console, 'error', () => {});
    const { lazy, state } = lazyModule({ loads: false });
    lazy.loadOnce();
    await lazy.pending;
    lazy.loadOnce();
    assert.equal(state.imports, 1);
    assert.equal(lazy.failed, true);
    assert.equal(report.mock.callCount(), 1);
    state.loads = true;
    lazy.load();
    await lazy.pending;
    assert.equal(lazy.module, 'code');
    assert.equal(lazy.failed, false);
    report.mock.restore();
  });
});
