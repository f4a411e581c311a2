/// <reference types="mocha" />
/** The feed of a widget, its own or that of the <ceal-feed> around it, and its status meanwhile. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { CealFeed } from '../../../src/ceal-feed/ceal-feed.js';
import '../../../src/ceal-feed/define.js';
import type { CealFeedIssuesEvent } from '../../../src/element/feed/events.js';
import { enterprises } from '../../../src/feed/sections/enterprises.js';
import { stopClock } from '../../support/browser/clock.js';
import { nowhere, placeOf, silentPlace } from '../../support/browser/network.js';
import { mount, nextEvent } from '../../support/browser/page.js';
import { collectConsole } from '../../support/browser/quiet.js';
import { ownerTold } from '../../support/browser/owner-told.js';
import { feedOf, TestReader } from '../../support/browser/reader.js';

const read = (fields: Partial<TestReader> = {}) => Object.assign(new TestReader(), fields);

/** A widget in the page, until the end of the test. */
async function put(fields: Partial<TestReader> = {}): Promise<TestReader> {
  const place = await mount<HTMLElement>(html`<div></div>`);
  const reader = read(fields);
  place.append(reader);
  await reader.updateComplete;
  return reader;
}

/** A widget inside a <ceal-feed>. */
async function putInFeed(feed: Partial<CealFeed>, fields: Partial<TestReader> = {}) {
  const around = await mount<CealFeed>(html`<ceal-feed></ceal-feed>`);
  Object.assign(around, feed);
  const reader = read(fields);
  around.append(reader);
  await reader.updateComplete;
  return { around, reader };
}

/** Every load event that is fired from now on, after the name of its element. */
function loadEvents(): string[] {
  const heard: string[] = [];
  const listen = ({ target, type }: Event) => heard.push(`${(target as Element).localName} ${type}`);
  for (const type of ['ceal-feed-loaded', 'ceal-feed-failed']) {
    document.addEventListener(type, listen);
    stops.push(() => document.removeEventListener(type, listen));
  }
  return heard;
}
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

describe('a widget', () => {
  it('knows where it is on a page with something named like what one asks a page', async () => {
    const { baseURI } = document;
    const image = await mount<HTMLElement>(html`<img name="baseURI" alt="" />`);
    const reader = await put({ data: feedOf('hier') });
    const { status } = reader.feed;
    image.remove();
    expect(status.kind === 'ready' && status.document.base).to.equal(baseURI);
  });

  it('without a feed is idle', async () => {
    expect((await put()).shows).to.equal('idle');
  });

  it('that waits says when it waits long', async () => {
    const clock = stopClock();
    const place = silentPlace();
    const reader = await put({ src: place.address });
    expect(reader.feed.status).to.deep.equal({ kind: 'loading', slow: false });
    await clock.pass(3_999);
    expect(reader.feed.status).to.include({ slow: false });
    await clock.pass(1);
    expect(reader.feed.status).to.deep.equal({ kind: 'loading', slow: true });
    place.respond(Response.json(feedOf('proef')));
    while (reader.shows === 'loading') await clock.pass(0);
    expect(reader.shows).to.equal('proef');
    await clock.pass(10_000);
    expect(reader.shows).to.equal('proef');
  });

  it('whose feed cannot be had knows why, and recovers when asked to', async () => {
    const told = collectConsole();
    const place = nowhere();
    const reader = await put({ src: place.address });
    const status = await reader.reaches(({ kind }) => kind === 'failed');
    expect(status).to.deep.equal({
      kind: 'failed',
      failure: { reason: 'not-found', status: 404, text: undefined },
    });
    await ownerTold(told);
    place.answer = () => Response.json(feedOf('proef'));
    await reader.feed.refresh();
    expect(reader.shows).to.equal('proef');
  });

  it('keeps what it has when a later answer is bad', async () => {
    const told = collectConsole();
    const place = placeOf(feedOf('proef'));
    const reader = await put({ src: place.address });
    await reader.isReady();
    place.answer = () => new Response(null, { status: 403 });
    await reader.feed.refresh();
    expect(reader.shows).to.equal('proef');
    expect(reader.feed.status).to.deep.include({
      failure: { reason: 'refused', status: 403, text: undefined },
    });
    await ownerTold(told);
  });
});

describe('the feed of a widget', () => {
  it('is checked for what is shown, then bit by bit for the rest', async () => {
    const reader = await put({ data: feedOf('proef', 3_000) });
    const first = await reader.isReady();
    if (first.kind !== 'ready') throw new Error(first.kind);
    expect(first.complete).to.equal(false);
    expect(first.document.reader(enterprises).values).to.have.length(2);
    await reader.isComplete();
    expect(first.document.reader(enterprises).values).to.have.length(3_000);
    expect(reader.seen.filter((status) => status.kind === 'ready' && status.complete)).to.have.length(1);
  });

  it('is checked at once when all of it is needed', async () => {
    const reader = await put({ data: feedOf('proef', 3_000) });
    reader.feed.readAll();
    const { status } = reader.feed;
    expect(status).to.include({ kind: 'ready', complete: true });
    expect(status.kind === 'ready' && status.document.reader(enterprises).values).to.have.length(3_000);
    await reader.updateComplete;
  });

  it('is left alone when another has come', async () => {
    const reader = await put({ data: feedOf('eerst', 3_000) });
    const first = await reader.isReady();
    reader.data = feedOf('daarna');
    await reader.isComplete();
    expect(reader.shows).to.equal('daarna');
    expect(first.kind === 'ready' && first.document.reader(enterprises).complete).to.equal(false);
  });

  it('tells what is wrong with it once, when all of it is checked', async () => {
    const place = placeOf({ ...feedOf('Proef', 50), themes: [{ id: 'a' }] });
    const heard: CealFeedIssuesEvent[] = [];
    const reader = read({ src: place.address });
    reader.addEventListener('ceal-feed-issues', (event) => heard.push(event));
    (await mount(html`<div></div>`)).append(reader);
    await reader.isComplete();
    expect(heard).to.have.length(1);
    expect(heard[0]!.issues.map(({ pointer, code }) => `${pointer} ${code}`)).to.deep.equal([
      '/id read-as',
      '/themes/0/label missing',
      '/themes/0 item-dropped',
    ]);
    expect(heard[0]).to.include({ bubbles: true, composed: true });
    await reader.feed.refresh();
    await reader.updateComplete;
    expect(heard).to.have.length(1);
    place.answer = () => Response.json({ version: '1.0', themes: 3 });
    await reader.feed.refresh();
    await reader.isComplete();
    expect(heard).to.have.length(2);
  });

  it('tells nothing when nothing is wrong', async () => {
    const reader = read({ data: feedOf('proef') });
    reader.addEventListener('ceal-feed-issues', () => expect.fail('nothing is wrong'));
    (await mount(html`<div></div>`)).append(reader);
    await reader.isComplete();
    expect(reader.feed.issues).to.deep.equal([]);
  });
});

describe('the feed around a widget', () => {
  it('comes to all the widgets inside it, in any order, and asks once', async () => {
    const place = placeOf(feedOf('proef'));
    const heard = loadEvents();
    const { around, reader } = await putInFeed({ src: place.address });
    const deep = document.createElement('div');
    const other = read();
    deep.attachShadow({ mode: 'open' }).append(other);
    around.prepend(deep);
    await Promise.all([reader.isReady(), other.isReady()]);
    expect([reader.shows, other.shows, place.asked]).to.deep.equal(['proef', 'proef', 1]);
    expect(heard).to.deep.equal(['ceal-feed ceal-feed-loaded']);
  });

  it('is the nearest', async () => {
    const { around, reader } = await putInFeed({ data: feedOf('binnen') });
    const outer = await mount<CealFeed>(html`<ceal-feed .data=${feedOf('buiten')}></ceal-feed>`);
    outer.append(around);
    await reader.isReady();
    expect(reader.shows).to.equal('binnen');
    outer.append(reader);
    expect((await reader.isReady()) && reader.shows).to.equal('buiten');
  });

  it('gives way to the widget’s own, and is there again without it', async () => {
    const { reader } = await putInFeed({ data: feedOf('rondom') }, { data: feedOf('eigen') });
    expect(reader.shows).to.equal('eigen');
    reader.data = undefined;
    await reader.updateComplete;
    expect(reader.shows).to.equal('rondom');
  });

  it('is asked again by the widget, for all', async () => {
    const place = placeOf(feedOf('een'));
    const { around, reader } = await putInFeed({ src: place.address });
    const other = around.appendChild(read());
    await Promise.all([reader.isReady(), other.isReady()]);
    place.answer = () => Response.json(feedOf('twee'));
    await reader.feed.refresh();
    expect([reader.shows, other.shows]).to.deep.equal(['twee', 'twee']);
  });

  it('is not asked again by the clock of the widget', async () => {
    const clock = stopClock();
    const place = placeOf(feedOf('proef'));
    const { reader } = await putInFeed({ src: place.address }, { refreshEvery: 10 });
    while (reader.shows === 'loading') await clock.pass(0);
    await clock.pass(60_000);
    expect(place.asked).to.equal(1);
    reader.src = place.address;
    await reader.updateComplete;
    await clock.pass(60_000);
    expect(place.asked).to.be.greaterThan(1);
  });

  it('may change, go, and come', async () => {
    const { around, reader } = await putInFeed({ data: feedOf('een') });
    await reader.isReady();
    around.data = feedOf('twee');
    await around.updateComplete;
    expect(reader.shows).to.equal('twee');
    around.data = undefined;
    await around.updateComplete;
    expect(reader.shows).to.equal('idle');
    around.data = feedOf('drie');
    await around.updateComplete;
    expect(reader.shows).to.equal('drie');
  });

  it('is left when the widget leaves', async () => {
    const { around, reader } = await putInFeed({ data: feedOf('een') });
    await reader.isReady();
    const parent = around.parentElement!;
    parent.append(reader);
    await reader.updateComplete;
    expect(reader.shows).to.equal('idle');
    around.data = feedOf('twee');
    await around.updateComplete;
    expect(reader.shows).to.equal('idle');
    around.append(reader);
    await reader.isReady();
    expect(reader.shows).to.equal('twee');
  });

  it('and a widget with an address of its own, taken out and put back, ask each once more', async () => {
    const [outer, own] = [placeOf(feedOf('rondom')), placeOf(feedOf('eigen'))];
    const { around, reader } = await putInFeed({ src: outer.address }, { src: own.address });
    await reader.isReady();
    const parent = around.parentElement!;
    around.remove();
    await reader.updateComplete;
    const loaded = nextEvent(reader, 'ceal-feed-loaded');
    parent.append(around);
    await loaded;
    expect(reader.shows).to.equal('eigen');
    expect([outer.asked, own.asked, own.abandoned]).to.deep.equal([2, 2, 0]);
  });
});

describe('load events', () => {
  it('come from whoever brought the feed', async () => {
    const heard = loadEvents();
    const { reader } = await putInFeed({ data: feedOf('rondom') }, { src: placeOf(feedOf('eigen')).address });
    await reader.reaches(() => reader.shows === 'eigen');
    expect(heard).to.deep.equal(['ceal-feed ceal-feed-loaded', 'test-reader ceal-feed-loaded']);
  });
});

describe('a lazy widget', () => {
  /** Resolves when the browser has looked where an element is. */
  const looked = (element: Element) =>
    new Promise<void>((resolve) => {
      const observer = new IntersectionObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(element);
    });

  it('asks when it comes near', async () => {
    const page = await mount<HTMLElement>(html`<div></div>`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('test-reader { display: block; margin-block-start: 5000px }');
    document.adoptedStyleSheets = [sheet];
    stops.push(() => (document.adoptedStyleSheets = []));
    const place = placeOf(feedOf('proef'));
    const reader = read({ src: place.address, loading: 'lazy' });
    page.append(reader);
    await looked(reader);
    expect([reader.shows, place.asked]).to.deep.equal(['loading', 0]);
    sheet.replaceSync('test-reader { display: block }');
    await reader.isReady();
    expect([reader.shows, place.asked]).to.deep.equal(['proef', 1]);
  });

  it('asks nothing once it is gone', async () => {
    const place = placeOf(feedOf('proef'));
    const reader = await put({ src: place.address, loading: 'lazy' });
    reader.remove();
    const beside = await mount(html`<p>beside</p>`);
    await looked(beside);
    expect(place.asked).to.equal(0);
  });
});
