/// <reference types="mocha" />
/** <ceal-feed>: where its feed comes from, what it tells, when it asks again, and what becomes of it when it is moved. */
import { ContextEvent } from '@lit/context';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { CealFeed } from '../../src/ceal-feed/ceal-feed.js';
import { feedContext } from '../../src/element/feed/context.js';
import '../../src/ceal-feed/define.js';
import { CealFeedFailedEvent, CealFeedLoadedEvent } from '../../src/element/feed/events.js';
import type { FeedSource } from '../../src/feed/source.js';
import { stopClock } from '../support/browser/clock.js';
import { nowhere, placeOf, silentPlace } from '../support/browser/network.js';
import { mount, nextEvent } from '../support/browser/page.js';
import { collectConsole } from '../support/browser/quiet.js';
import { ownerTold } from '../support/browser/owner-told.js';

const feed = (id: string) => ({ version: '1.0', id });
const script = (value: unknown) => {
  const element = document.createElement('script');
  element.type = 'application/json';
  element.textContent = JSON.stringify(value);
  return element;
};
const idOf = (source: FeedSource | undefined) =>
  source?.state.kind === 'ready' ? source.state.document.head.id : source?.state.kind;

/** The sources that an element inside is given, at first and later. */
function given(inside: Element): (FeedSource | undefined)[] {
  const sources: (FeedSource | undefined)[] = [];
  inside.dispatchEvent(new ContextEvent(feedContext, inside, (source) => void sources.push(source), true));
  return sources;
}

/** The events about feeds, from now on and from wherever. */
function tellings(place: EventTarget): string[] {
  const heard: string[] = [];
  for (const { type } of [CealFeedLoadedEvent, CealFeedFailedEvent])
    place.addEventListener(type, (event) => {
      const what =
        event instanceof CealFeedFailedEvent ? event.reason : (event as CealFeedLoadedEvent).feedId;
      heard.push(`${(event.target as Element).localName} ${String(what)}`);
    });
  return heard;
}

/** A feed that has arrived, and what was told about it. */
async function arrived(src: string, refreshEvery = 0): Promise<CealFeed> {
  const place = await mount<HTMLElement>(html`<div></div>`);
  const element = document.createElement('ceal-feed');
  const loaded = nextEvent(place, 'ceal-feed-loaded');
  Object.assign(element, { src, refreshEvery });
  place.append(element);
  await loaded;
  await element.updateComplete;
  return element;
}

describe('<ceal-feed>', () => {
  it('takes no place of its own, and none at all when hidden', async () => {
    const element = await mount<CealFeed>(html`<ceal-feed><p>inside</p></ceal-feed>`);
    expect(getComputedStyle(element).display).to.equal('contents');
    expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
    element.hidden = true;
    expect(element.querySelector('p')!.checkVisibility()).to.equal(false);
  });

  it('without a feed gives none, and does not mind being asked for it', async () => {
    const element = await mount<CealFeed>(html`<ceal-feed><p></p></ceal-feed>`);
    expect(given(element.firstElementChild!).map(idOf)).to.deep.equal([undefined]);
    expect(await element.refresh()).to.equal(undefined);
  });

  describe('takes its feed', () => {
    const place = () => placeOf(feed('adres'));

    it('from data before src, from src before a script inside, and follows each', async () => {
      const element = await mount<CealFeed>(html`<ceal-feed><p></p></ceal-feed>`);
      const sources = given(element.firstElementChild!);
      const now = async () => {
        await element.updateComplete;
        const source = sources.at(-1);
        await source?.refresh();
        return idOf(source);
      };
      const inline = script(feed('script'));
      const scripted = nextEvent(element, 'ceal-feed-loaded');
      element.append(inline);
      await scripted;
      expect(await now()).to.equal('script');
      element.setAttribute('src', ` ${place().address} `);
      expect(await now()).to.equal('adres');
      element.data = feed('data');
      expect(await now()).to.equal('data');
      element.data = JSON.stringify(feed('tekst'));
      expect(await now()).to.equal('tekst');
      element.data = undefined;
      expect(await now()).to.equal('adres');
      element.removeAttribute('src');
      expect(await now()).to.equal('script');
      const rewritten = nextEvent(element, 'ceal-feed-loaded');
      inline.textContent = JSON.stringify(feed('herschreven'));
      await rewritten;
      expect(await now()).to.equal('herschreven');
    });

    it('from JSON in an attribute', async () => {
      const element = await mount<CealFeed>(
        html`<ceal-feed data=${` ${JSON.stringify(feed('attribuut'))} `}><p></p></ceal-feed>`,
      );
      expect(given(element.firstElementChild!).map(idOf)).to.deep.equal(['attribuut']);
    });

    it('not from a script with labels, nor from one deeper inside', async () => {
      const labels = script(feed('woorden'));
      labels.dataset['cealLabels'] = '';
      const element = await mount<CealFeed>(
        html`<ceal-feed
          >${labels}
          <div>${script(feed('dieper'))}</div></ceal-feed
        >`,
      );
      expect(given(element.lastElementChild!).map(idOf)).to.deep.equal([undefined]);
    });

    for (const src of ['https://', 'een.json twee.json'])
      it(`not from ${src}`, async () => {
        const told = collectConsole();
        const place = await mount<HTMLElement>(html`<div></div>`);
        const failed = nextEvent<CealFeedFailedEvent>(place, 'ceal-feed-failed');
        const element = document.createElement('ceal-feed');
        element.setAttribute('src', src);
        place.append(element);
        expect((await failed).reason).to.equal('bad-address');
        await ownerTold(told);
        expect(told.join()).to.include(src);
      });
  });

  describe('tells', () => {
    it('that a feed has come: which, when, and to the whole page', async () => {
      stopClock();
      const place = await mount<HTMLElement>(html`<div></div>`);
      const element = document.createElement('ceal-feed');
      const loaded = nextEvent<CealFeedLoadedEvent>(document, 'ceal-feed-loaded');
      element.src = placeOf(feed('proef')).address;
      place.attachShadow({ mode: 'open' }).append(element);
      const event = await loaded;
      expect(event).to.be.instanceOf(CealFeedLoadedEvent);
      expect(event).to.include({ feedId: 'proef', bubbles: true, composed: true });
      expect(event.receivedAt.getTime()).to.equal(Date.now());
    });

    it('once for each answer', async () => {
      const told = collectConsole();
      const place = placeOf(feed('proef'));
      const element = await arrived(place.address);
      const heard = tellings(element.parentElement!);
      await element.refresh();
      expect(heard).to.deep.equal(['ceal-feed proef']);
      place.answer = () => new Response(null, { status: 404 });
      await element.refresh();
      await ownerTold(told);
      expect(heard).to.deep.equal(['ceal-feed proef', 'ceal-feed not-found']);
      place.answer = () => Response.json(feed('weer'));
      await element.refresh();
      expect(heard).to.deep.equal(['ceal-feed proef', 'ceal-feed not-found', 'ceal-feed weer']);
    });

    it('why a feed could not be had', async () => {
      const told = collectConsole();
      const place = await mount<HTMLElement>(html`<div></div>`);
      const failed = nextEvent<CealFeedFailedEvent>(place, 'ceal-feed-failed');
      const element = document.createElement('ceal-feed');
      element.src = nowhere().address;
      place.append(element);
      expect(await failed).to.include({ reason: 'not-found', status: 404, bubbles: true, composed: true });
      await ownerTold(told);
    });
  });

  describe('asks again', () => {
    const setVisibility = (state: DocumentVisibilityState) => {
      Object.defineProperty(Document.prototype, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    const own = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState')!;
    afterEach(() => Object.defineProperty(Document.prototype, 'visibilityState', own));

    it('as often as it is told to', async () => {
      const clock = stopClock();
      const place = placeOf(feed('proef'));
      const element = await arrived(place.address, 60);
      await clock.pass(59_000);
      expect(place.asked).to.equal(1);
      await clock.pass(1_000);
      expect(place.asked).to.equal(2);
      await clock.pass(120_000);
      expect(place.asked).to.equal(4);
      element.setAttribute('refresh-every', '30');
      await element.updateComplete;
      await clock.pass(30_000);
      expect(place.asked).to.equal(5);
      element.setAttribute('refresh-every', '0');
      await element.updateComplete;
      await clock.pass(600_000);
      expect(place.asked).to.equal(5);
    });

    it('never more often than every 10 seconds', async () => {
      const clock = stopClock();
      const place = placeOf(feed('proef'));
      await arrived(place.address, 0.1);
      await clock.pass(9_000);
      expect(place.asked).to.equal(1);
      await clock.pass(1_000);
      expect(place.asked).to.equal(2);
    });

    it('never unless told to', async () => {
      const clock = stopClock();
      const place = placeOf(feed('proef'));
      await arrived(place.address);
      await clock.pass(3_600_000);
      expect(place.asked).to.equal(1);
    });

    it('not in a hidden tab, and at once when it is seen again and late', async () => {
      const clock = stopClock();
      const place = placeOf(feed('proef'));
      await arrived(place.address, 60);
      setVisibility('hidden');
      await clock.pass(300_000);
      expect(place.asked).to.equal(1);
      setVisibility('visible');
      expect(place.asked).to.equal(2);
      await clock.pass(0);
      setVisibility('hidden');
      setVisibility('visible');
      expect(place.asked).to.equal(2);
    });

    it('not after it was taken away', async () => {
      const clock = stopClock();
      const place = placeOf(feed('proef'));
      const element = await arrived(place.address, 60);
      element.refreshEvery = 30;
      element.remove();
      await element.updateComplete;
      await clock.pass(600_000);
      setVisibility('visible');
      expect(place.asked).to.equal(1);
    });
  });

  describe('moved', () => {
    it('in the page asks and tells nothing anew', async () => {
      const place = placeOf(feed('proef'));
      const element = await arrived(place.address);
      const heard = tellings(document);
      const elsewhere = await mount<HTMLElement>(html`<section></section>`);
      elsewhere.append(element);
      await element.updateComplete;
      expect(place.asked).to.equal(1);
      expect(heard).to.deep.equal([]);
      expect(idOf(given(element.appendChild(document.createElement('p')))[0])).to.equal('proef');
    });

    it('while it asks goes on asking', async () => {
      const place = silentPlace();
      const element = await mount<CealFeed>(html`<ceal-feed src=${place.address}></ceal-feed>`);
      const elsewhere = await mount<HTMLElement>(html`<section></section>`);
      const loaded = nextEvent(elsewhere, 'ceal-feed-loaded');
      elsewhere.append(element);
      await element.updateComplete;
      place.respond(Response.json(feed('proef')));
      await loaded;
      expect([place.asked, place.abandoned]).to.deep.equal([1, 0]);
    });

    it('out of the page stops asking, and back in asks anew', async () => {
      const place = silentPlace();
      const element = await mount<CealFeed>(html`<ceal-feed src=${place.address}></ceal-feed>`);
      const parent = element.parentElement!;
      element.remove();
      await Promise.resolve();
      expect(place.abandoned).to.equal(1);
      const loaded = nextEvent(parent, 'ceal-feed-loaded');
      place.answer = () => Response.json(feed('proef'));
      parent.append(element);
      await loaded;
      expect(place.asked).to.equal(2);
    });
  });

  it('and another of the same address ask once', async () => {
    const place = placeOf(feed('proef'));
    const [one, two] = await Promise.all([arrived(place.address), arrived(place.address)]);
    expect(place.asked).to.equal(1);
    const heard = tellings(document);
    await one.refresh();
    expect(heard).to.deep.equal(['ceal-feed proef', 'ceal-feed proef']);
    expect(two.isConnected).to.equal(true);
  });
});
