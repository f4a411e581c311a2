/** Anything at all given as a feed: it brings a message or the rest of the feed, and never an exception. */
import { expect } from '@open-wc/testing';
import type { Raw } from '../support/browser/feed.js';
import { collectConsole } from '../support/browser/quiet.js';
import { all, count, textOf } from '../support/browser/tree.js';
import { idle, put, renamed, WORDS, type Subject, type Widget } from './subject.js';

const throwing = (): object =>
  Object.defineProperty({}, 'id', {
    enumerable: true,
    get() {
      throw new Error('a getter of the page');
    },
  });

const forbidding = (): object =>
  new Proxy(
    {},
    Object.fromEntries(
      ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'].map((trap) => [
        trap,
        () => {
          throw new Error('a trap of the page');
        },
      ]),
    ),
  );

function deep(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let at: unknown = 'in de diepte';
  for (let level = 0; level < levels; level++) at = wrap(at);
  return at;
}

function circular(): Raw {
  const self: Raw = { version: '1.0', id: 'rond' };
  self['enterprises'] = self['self'] = self;
  return self;
}

/** Values that are no feed at all. */
const NO_FEEDS: readonly (readonly [name: string, make: () => unknown])[] = [
  ['an array', () => []],
  ['an array of feeds', () => [{ version: '1.0', id: 'x' }]],
  ['a number', () => 42],
  ['not a number', () => NaN],
  ['true', () => true],
  ['a symbol', () => Symbol('feed')],
  ['a function', () => () => ({})],
  ['text that is no JSON', () => 'geen feed'],
  ['half a feed', () => '{"version":"1.0","id":"half","enterpri'],
  ['a web page', () => '<!doctype html><title>Niet gevonden</title>'],
  ['the word null', () => 'null'],
  ['a later version', () => ({ version: '2.0', id: 'later' })],
  ['an object that throws', forbidding],
  ['text of 10,000 arrays in each other', () => '['.repeat(10_000) + ']'.repeat(10_000)],
];

/** Values of every kind, for places where another kind belongs. */
const WRONG: readonly (readonly [name: string, make: () => unknown])[] = [
  ['null', () => null],
  ['a number', () => -1.5],
  ['true', () => true],
  ['text', () => 'iets anders'],
  ['empty text', () => ''],
  ['an empty object', () => ({})],
  ['an empty array', () => []],
  ['an array of nothing', () => [null, undefined, 0, '', [], {}]],
  ['an object that throws', throwing],
  ['an object that forbids everything', forbidding],
  ['10,000 objects in each other', () => deep(10_000, (inner) => ({ inner }))],
  ['10,000 arrays in each other', () => deep(10_000, (inner) => [inner])],
  ['a big integer', () => 12n],
  ['a date', () => new Date(NaN)],
  ['control characters', () => '\u0000\u202e\u2066'],
];

const HARMFUL = ['javascript:alert(1)', ' JaVa\tScript:alert(1)', 'data:text/html,x', 'vbscript:x', 'blob:x'];
const SAFE_SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];

export function hostileContract(subject: Subject): void {
  describe('given what is no feed', () => {
    // Words for the owner come in a chunk of their own: here they are at hand, so that none speaks after its test.
    before(() => import('../../src/feed/failure-words/failure-message.js'));

    for (const [name, make] of NO_FEEDS)
      it(`(${name}) says that it does not work`, async () => {
        const told = collectConsole();
        const widget = await put(subject);
        widget.data = make();
        await widget.updateComplete;
        expect(count(widget, '[part~=error]')).to.equal(1);
        expect(told.filter((line) => !line.startsWith('warn: [ceal-widgets] '))).to.deep.equal([]);
      });

    it('(null) takes it as no data', async () => {
      expect(textOf(await put(subject, { data: null }))).to.include(WORDS.noFeed);
    });
  });

  describe('given what no feed should hold', () => {
    for (const [name, make] of WRONG)
      it(`(${name}) shows what is left of it`, async () => {
        const widget = await put(subject, { 'show-issues': '', debug: '' });
        for (const feed of everyWayDamaged(subject, make)) await showing(widget, feed);
      });

    it('(itself) shows what is left of it', async () => {
      await showing(await put(subject), circular());
    });

    it('(keys of objects) keeps objects as they are', async () => {
      const evil = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
      const feed = JSON.stringify(subject.feed).replaceAll(/\{"id":"[^"]+"/g, (start) => `${start},${evil}`);
      await showing(await put(subject), feed);
      expect({}).not.to.have.property('polluted');
    });

    it('(markup) shows it as text', async () => {
      const markup = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
      const { title } = document;
      const widget = await showing(await put(subject), renamed(subject, markup.replaceAll('"', '\\"')));
      expect(textOf(widget)).to.include(markup);
      expect(document.title).to.equal(title);
    });

    it('(addresses that do harm) links to none of them', async () => {
      const widget = await put(subject);
      for (const address of HARMFUL) {
        const feed = JSON.stringify(subject.feed).replaceAll(/"https?:[^"]+"/g, JSON.stringify(address));
        await showing(widget, feed);
        const links = all<HTMLAnchorElement>(widget, 'a[href]');
        for (const { protocol } of links) expect(SAFE_SCHEMES).to.include(protocol);
      }
    });
  });
}

/** Shows a feed; the console is told of what does not fit, and of nothing else. */
async function showing(widget: Widget, data: unknown): Promise<Widget> {
  const told = collectConsole();
  widget.data = data;
  await widget.updateComplete;
  await idle();
  await widget.updateComplete;
  expect(textOf(widget)).not.to.equal('');
  expect(told.filter((line) => !line.startsWith('warn: [ceal-widgets] '))).to.deep.equal([]);
  return widget;
}

/** Copies of a feed with the value in the place of each of its pieces, one at a time. */
function* everyWayDamaged({ feed, section }: Subject, make: () => unknown): Generator<Raw> {
  for (const key of Object.keys(feed)) if (key !== 'version') yield { ...feed, [key]: make() };
  const held = feed[section];
  if (!Array.isArray(held)) {
    for (const key of Object.keys(held as object))
      yield { ...feed, [section]: { ...(held as object), [key]: make() } };
    return;
  }
  const [first, ...rest] = held as readonly object[];
  yield { ...feed, [section]: [make(), first, ...rest] };
  for (const key of Object.keys(first ?? {}))
    yield { ...feed, [section]: [{ ...first, [key]: make() }, ...rest] };
}
