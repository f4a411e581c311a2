/// <reference types="mocha" />
/** Feeds that the loader asks for before the elements are there. */
import { expect } from '@open-wc/testing';
import '../../src/ceal-feed/define.js';
import '../../src/enterprise-gallery/define.js';
import { requestEarly } from '../../src/embed/early-requests.js';
import { REQUEST_TIMES } from '../../src/feed/request.js';
import { stopClock } from '../support/browser/clock.js';
import { nowhere, placeOf, placeWith, silentPlace } from '../support/browser/network.js';
import { collectConsole } from '../support/browser/quiet.js';
import { ownerTold } from '../support/browser/owner-told.js';

const FEED = { version: '1.0', id: 'proef', title: 'Proef' };

/** An element that is not in the page yet. */
function feedElement(attributes: Readonly<Record<string, string>>) {
  const element = document.createElement('ceal-feed');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const elements: HTMLElement[] = [];
afterEach(() => {
  for (const element of elements.splice(0)) element.remove();
});

/** Puts an element in the page; resolves with the id of its feed, or the reason why there is none. */
function outcomeOf(element: HTMLElement): Promise<string> {
  elements.push(element);
  return new Promise((resolve) => {
    element.addEventListener('ceal-feed-loaded', ({ feedId }) => resolve(String(feedId)));
    element.addEventListener('ceal-feed-failed', ({ reason }) => resolve(reason));
    document.body.append(element);
  });
}

describe('a request that began before the element was there', () => {
  it('is taken over, by all elements with that feed', async () => {
    const place = placeOf(FEED);
    const [one, other] = [feedElement({ src: ` ${place.address} ` }), feedElement({ src: place.address })];
    requestEarly(one);
    requestEarly(other);
    expect(place.asked).to.equal(1);
    expect(await Promise.all([outcomeOf(one), outcomeOf(other)])).to.deep.equal(['proef', 'proef']);
    expect(place.asked).to.equal(1);
  });

  it('is made as the store makes its own', async () => {
    const inits: (RequestInit | undefined)[] = [];
    const place = placeWith((_times, _signal, init) => {
      inits.push(init);
      return Response.json(FEED);
    });
    const element = feedElement({ src: place.address });
    requestEarly(element);
    await outcomeOf(element);
    await element.refresh();
    const [early, own] = inits.map((init) => ({ ...init, signal: undefined }));
    expect(early).to.deep.equal(own);
  });

  it('is not taken twice: a refresh asks anew, and so does the element when it has been away', async () => {
    const place = placeOf(FEED);
    const element = feedElement({ src: place.address });
    requestEarly(element);
    await outcomeOf(element);
    await element.refresh();
    expect(place.asked).to.equal(2);
    element.remove();
    await Promise.resolve();
    expect(await outcomeOf(element)).to.equal('proef');
    expect(place.asked).to.equal(3);
  });

  it('is told as any other when the server refuses', async () => {
    const told = collectConsole();
    const place = nowhere();
    const element = feedElement({ src: place.address });
    requestEarly(element);
    expect(await outcomeOf(element)).to.equal('not-found');
    await ownerTold(told);
    expect(place.asked).to.equal(1);
  });

  it('is made once more where it failed before anybody could tell why', async () => {
    const place = placeWith((times) => {
      if (times === 0) throw new TypeError('Failed to fetch');
      return Response.json(FEED);
    });
    const element = feedElement({ src: place.address });
    requestEarly(element);
    expect(await outcomeOf(element)).to.equal('proef');
    expect(place.asked).to.equal(2);
  });

  it('is aborted when the element leaves', async () => {
    const place = silentPlace();
    const element = feedElement({ src: place.address });
    requestEarly(element);
    document.body.append(element);
    await element.updateComplete;
    element.remove();
    await Promise.resolve();
    expect([place.asked, place.abandoned]).to.deep.equal([1, 1]);
  });

  it('goes on for another element with that feed where one has another address by then', async () => {
    const [place, other] = [placeOf(FEED), placeOf({ ...FEED, id: 'ander' })];
    const [one, two] = [feedElement({ src: place.address }), feedElement({ src: place.address })];
    requestEarly(one);
    requestEarly(two);
    one.setAttribute('src', other.address);
    expect(await Promise.all([outcomeOf(one), outcomeOf(two)])).to.deep.equal(['ander', 'proef']);
    expect([place.asked, place.abandoned, other.asked]).to.deep.equal([1, 0, 1]);
  });

  it('is aborted where the element has another address by then', async () => {
    const [before, after] = [silentPlace(), placeOf(FEED)];
    const element = feedElement({ src: before.address });
    requestEarly(element);
    element.setAttribute('src', after.address);
    expect(await outcomeOf(element)).to.equal('proef');
    expect([before.abandoned, after.asked]).to.deep.equal([1, 1]);
  });

  it('is not used when it has lasted longer than a request may', async () => {
    const clock = stopClock();
    const place = placeWith((times) => (times === 0 ? new Promise(() => {}) : Response.json(FEED)));
    const element = feedElement({ src: place.address });
    requestEarly(element);
    await clock.pass(REQUEST_TIMES.timeoutMs + 1);
    expect(await outcomeOf(element)).to.equal('proef');
    expect([place.asked, place.abandoned]).to.deep.equal([2, 1]);
  });

  for (const [what, name, value] of [
    ['waits until it is near', 'loading', ' Lazy '],
    ['has its feed in the page', 'data', JSON.stringify(FEED)],
  ] as const)
    it(`is not made for one that ${what}`, () => {
      const place = placeOf(FEED);
      requestEarly(feedElement({ src: place.address, [name]: value }));
      expect(place.asked).to.equal(0);
    });

  for (const src of [
    '',
    ' ',
    'a b',
    'https://[',
    'javascript:alert(1)',
    'data:application/json,{}',
    'x'.repeat(10_000),
  ])
    it(`is harmless for ${src.slice(0, 30) || 'nothing'}`, () => {
      const asked: unknown[] = [];
      const { fetch } = window;
      window.fetch = (input) => {
        asked.push(input);
        return Promise.reject(new TypeError('Failed to fetch'));
      };
      requestEarly(feedElement({ src }));
      window.fetch = fetch;
      expect(asked).to.have.length(src.startsWith('xx') ? 1 : 0);
    });
});

describe('what a widget shows of a feed that was asked for before it was there', () => {
  const GALLERY_FEED = { ...FEED, enterprises: [{ id: 'a', name: 'Soepbus (voorbeeld)' }] };

  /** A gallery, and whether it ever drew empty shapes for a feed that is on its way. */
  function galleryFor({ address }: { readonly address: string }) {
    const gallery = document.createElement('ceal-enterprise-gallery');
    gallery.setAttribute('src', address);
    requestEarly(gallery);
    elements.push(gallery);
    let hadShapes = false;
    const look = () => (hadShapes ||= !!gallery.shadowRoot!.querySelector('.root > slot .skeleton'));
    return {
      gallery,
      append() {
        document.body.append(gallery);
        new MutationObserver(look).observe(gallery.shadowRoot!, { childList: true, subtree: true });
      },
      hadShapes: () => hadShapes,
      hasCards: () => !!gallery.shadowRoot!.querySelector('[part~=name]'),
      /** Settles once the answer has begun to come. */
      async answered() {
        const key = Symbol.for('ceal-widgets/feed-request');
        await (Reflect.get(gallery, key) as { readonly response: Promise<Response> }).response;
      },
    };
  }

  it('is its content at once, where the answer has come by then', async () => {
    const one = galleryFor(placeOf(GALLERY_FEED));
    await one.answered();
    one.append();
    await one.gallery.updateComplete;
    expect([one.hasCards(), one.hadShapes()]).to.deep.equal([true, false]);
  });

  it('is empty shapes, where it has not', async () => {
    const place = silentPlace();
    const one = galleryFor(place);
    one.append();
    await one.gallery.updateComplete;
    expect([one.hasCards(), one.hadShapes()]).to.deep.equal([false, true]);
    place.respond(Response.json(GALLERY_FEED));
    await one.gallery.refresh();
    await one.gallery.updateComplete;
    expect(one.hasCards()).to.equal(true);
  });

  it('is empty shapes after a tenth of a second, where the rest of the answer does not come', async () => {
    const clock = stopClock();
    const one = galleryFor(placeWith(() => new Response(new ReadableStream())));
    await one.answered();
    one.append();
    // The first update is under way.
    await clock.pass(0);
    await clock.pass(100);
    await one.gallery.updateComplete;
    expect([one.hasCards(), one.hadShapes()]).to.deep.equal([false, true]);
  });
});
