/** What is taken for a message, from either side. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesUnder } from '#tools/files.mjs';
import { isFrameMessage, isParentMessage, pairsIn, post } from '../../../src/embed/frame/message.js';
import { readText } from '../../support/node/published.js';

const ours = (rest: object) => ({ source: 'ceal-widgets', v: 1, ...rest });
const HUGE = 'x'.repeat(1_000_000);

describe('a message of a frame', () => {
  for (const message of [
    { type: 'ready' },
    { type: 'height', height: 640.5 },
    { type: 'navigate', top: 0 },
    { type: 'fragment', pairs: [] },
    { type: 'fragment', pairs: ['ceal-gallery.q=soep+op%20maat', 'ceal-gallery-eten.open=ex-1'] },
    { type: 'event', event: 'ceal-feed-loaded', fields: { feedId: 'x' } },
  ])
    it(`is ${JSON.stringify(message)}`, () => assert.ok(isFrameMessage(ours(message))));

  for (const [what, data] of Object.entries({
    nothing: undefined,
    null: null,
    text: 'ceal-widgets',
    list: [ours({ type: 'ready' })],
    'another source': { ...ours({ type: 'ready' }), source: 'elsewhere' },
    'another version': { ...ours({ type: 'ready' }), v: 2 },
    'a version as text': { ...ours({ type: 'ready' }), v: '1' },
    'no type': ours({}),
    'the type of the other side': ours({ type: 'ping' }),
    'a type of every object': ours({ type: 'constructor' }),
    'no height': ours({ type: 'height' }),
    NaN: ours({ type: 'height', height: NaN }),
    'an endless height': ours({ type: 'height', height: Infinity }),
    'a height under 0': ours({ type: 'height', height: -100 }),
    'a height of 0': ours({ type: 'height', height: 0 }),
    'a height as text': ours({ type: 'height', height: '500' }),
    'a place that is none': ours({ type: 'navigate', top: NaN }),
    'pairs that are text': ours({ type: 'fragment', pairs: 'ceal-a=b' }),
    'a pair of the page': ours({ type: 'fragment', pairs: ['access_token=x'] }),
    'a pair in a list': ours({ type: 'fragment', pairs: [['ceal-a=b']] }),
    'two pairs in one': ours({ type: 'fragment', pairs: ['ceal-a=b&access_token=x'] }),
    'a pair with another fragment': ours({ type: 'fragment', pairs: ['ceal-a=b#c'] }),
    'a huge pair': ours({ type: 'fragment', pairs: [`ceal-a=${HUGE}`] }),
    'a flood of pairs': ours({ type: 'fragment', pairs: Array(1_000).fill('ceal-a=b') }),
    'an event of the page': ours({ type: 'event', event: 'click', fields: {} }),
    'a huge event': ours({ type: 'event', event: `ceal-${HUGE}ed`, fields: {} }),
    'an event in a list': ours({ type: 'event', event: ['ceal-feed-loaded'], fields: {} }),
    'an event without fields': ours({ type: 'event', event: 'ceal-feed-loaded' }),
    'an event with text for fields': ours({ type: 'event', event: 'ceal-feed-loaded', fields: HUGE }),
  }))
    it(`is not ${what}`, () => assert.ok(!isFrameMessage(data)));
});

/** The types of our events by whether they ask for leave, which a page may refuse. */
const eventTypes = filesUnder('src', (path) => path.endsWith('/events.ts'))
  .flatMap((path) =>
    readText(path)
      .split(/^export class /m)
      .slice(1),
  )
  .map((text) => ({ type: /static readonly type = '(ceal-[^']+)'/.exec(text)?.[1], text }))
  .filter(({ type }) => type !== undefined)
  .map(({ type, text }) => ({ type: type!, asks: text.includes('cancelable: true') }));

describe('an event in a message', () => {
  it('is one of ours', () => {
    assert.ok(eventTypes.some(({ asks }) => asks));
    assert.ok(eventTypes.some(({ asks }) => !asks));
  });

  for (const { type, asks } of eventTypes)
    it(`${asks ? 'is not' : 'may be'} ${type}`, () =>
      assert.equal(isFrameMessage(ours({ type: 'event', event: type, fields: {} })), !asks));
});

describe('a message of a page', () => {
  it('is a ping, or our pairs of its fragment', () => {
    assert.ok(isParentMessage(ours({ type: 'ping' })));
    assert.ok(isParentMessage(ours({ type: 'fragment', pairs: ['ceal-gallery.q=soep'] })));
  });

  for (const data of [
    null,
    'ping',
    ours({ type: 'height', height: 1 }),
    ours({ type: 'fragment' }),
    ours({ type: 'fragment', pairs: { length: 1, 0: 'ceal-a=b' } }),
    ours({ type: '__proto__' }),
  ])
    it(`is not ${JSON.stringify(data)}`, () => assert.ok(!isParentMessage(data)));

  it('is sent as ours, to an origin where there is one', () => {
    const sent: unknown[] = [];
    const to = { postMessage: (...message: unknown[]) => sent.push(message) } as unknown as Window;
    post(to, { type: 'ping' });
    post(to, { type: 'height', height: 1 }, 'https://example.org');
    post(to, { type: 'ready' }, 'null');
    post(null, { type: 'ready' });
    assert.deepEqual(sent, [
      [ours({ type: 'ping' }), '*'],
      [ours({ type: 'height', height: 1 }), 'https://example.org'],
      [ours({ type: 'ready' }), '*'],
    ]);
  });
});

describe('the pairs of a fragment that are passed on', () => {
  for (const [hash, pairs] of [
    ['', []],
    ['#experiment', []],
    ['#access_token=secret&ceal-gallery.q=soep', ['ceal-gallery.q=soep']],
    ['#/route/3?x=1&ceal-timeline.session=s1', ['ceal-timeline.session=s1']],
    ['#my-ceal-gallery.q=soep', []],
  ] as const)
    it(`of “${hash}” are ours alone`, () => assert.deepEqual(pairsIn(hash), pairs));
});
