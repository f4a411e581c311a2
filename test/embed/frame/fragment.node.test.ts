/** The fragment of a page whose frame takes part in it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergedFragment } from '../../../src/embed/frame/fragment.js';

describe('the fragment of a page after a change in the frame', () => {
  for (const [what, hash, before, after, expected] of [
    ['begins with what is added', '', [], ['ceal-gallery.q=soep'], '#ceal-gallery.q=soep'],
    ['keeps what is the page’s, to the letter', '#a=%20b&c', [], ['ceal-x.q=1'], '#a=%20b&c&ceal-x.q=1'],
    ['loses what is taken away', '#a=1&ceal-x.q=1', ['ceal-x.q=1'], [], '#a=1'],
    ['is none when nothing is left', '#ceal-x.q=1', ['ceal-x.q=1'], [], ''],
    ['has another value in place of one', '#ceal-x.q=1', ['ceal-x.q=1'], ['ceal-x.q=2'], '#ceal-x.q=2'],
    ['keeps what another frame has added', '#ceal-y.q=1', [], ['ceal-x.q=2'], '#ceal-y.q=1&ceal-x.q=2'],
    ['stays as it is without a change', '#ceal-x.q=1&a=2', ['ceal-x.q=1'], ['ceal-x.q=1'], '#ceal-x.q=1&a=2'],
    [
      'has nothing back that has gone from it since',
      '#ceal-timeline.k=2',
      ['ceal-timeline.k=1'],
      ['ceal-timeline.k=1', 'ceal-gallery.q=a'],
      '#ceal-timeline.k=2&ceal-gallery.q=a',
    ],
    ['stays empty where everything has gone', '', ['ceal-x.q=1'], ['ceal-x.q=1'], ''],
    ['is left alone where it is an anchor', '#experiment', [], ['ceal-x.q=1'], '#experiment'],
    ['is left alone where it is a route', '#/route?a=1', [], ['ceal-x.q=1'], '#/route?a=1'],
    ['is left alone where it is an older route', '#!a=1', [], ['ceal-x.q=1'], '#!a=1'],
  ] as const)
    it(what, () => assert.equal(mergedFragment(hash, before, after), expected));
});
