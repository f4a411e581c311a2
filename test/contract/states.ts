/** The states of a widget: each says what there is to say, and each can be said otherwise by the page. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { button } from '../support/browser/actions.js';
import { expectAccessible } from '../support/browser/accessible.js';
import { stopClock } from '../support/browser/clock.js';
import { eventually, mount, nextEvent } from '../support/browser/page.js';
import { nowhere, placeOf, silentPlace, type Place } from '../support/browser/network.js';
import { collectConsole } from '../support/browser/quiet.js';
import { focused, one, textOf } from '../support/browser/tree.js';
import {
  EMPTY_FEED,
  idle,
  create,
  put,
  putReady,
  rootOf,
  says,
  slotted,
  WORDS,
  type Subject,
  type Widget,
} from './subject.js';

/** Brings a widget into a state; what stands in its slots is given. */
interface State {
  readonly name: string;
  readonly slot: string;
  /** Words of our own that the state has. */
  readonly words: string;
  put(subject: Subject, ...children: Node[]): Promise<Widget>;
}

export const STATES: readonly State[] = [
  {
    name: 'without a feed',
    slot: '',
    words: WORDS.noFeed,
    put: (subject, ...children) => put(subject, {}, ...children),
  },
  {
    name: 'loading',
    slot: 'loading',
    words: WORDS.loading,
    put: (subject, ...children) => put(subject, { src: silentPlace().address }, ...children),
  },
  {
    name: 'empty',
    slot: 'empty',
    words: `${WORDS.empty} ${WORDS.emptyHelp}`,
    put: (subject, ...children) => putReady(subject, { data: EMPTY_FEED }, ...children),
  },
  {
    name: 'failed',
    slot: 'error',
    words: WORDS.failedSetup,
    async put(subject, ...children) {
      collectConsole();
      const widget = await put(subject, { src: nowhere().address }, ...children);
      await widget.refresh();
      await widget.updateComplete;
      return widget;
    },
  },
  {
    name: 'stale',
    slot: 'stale',
    words: WORDS.stale,
    async put(subject, ...children) {
      collectConsole();
      const place = placeOf(subject.feed);
      const widget = await put(subject, { src: place.address }, ...children);
      await says(widget, subject.shows);
      place.answer = () => new Response(null, { status: 404 });
      await widget.refresh();
      await widget.updateComplete;
      return widget;
    },
  },
  {
    name: 'partly invalid',
    slot: 'invalid',
    words: '1 onderdeel van deze informatie',
    put: (subject, ...children) => {
      collectConsole();
      return putReady(
        subject,
        { data: { ...subject.feed, updated: 'nooit' }, 'show-issues': '' },
        ...children,
      );
    },
  },
];

export function statesContract(subject: Subject): void {
  for (const state of STATES)
    describe(state.name, () => {
      it('says so', async () => {
        expect(textOf(await state.put(subject))).to.include(state.words);
      });

      it('lets the page say it otherwise', async () => {
        const widget = await state.put(subject, slotted('Van de pagina.', state.slot));
        expect(textOf(widget)).to.include('Van de pagina.').and.not.include(state.words);
      });

      it('is accessible', async () => {
        await expectAccessible(await state.put(subject));
      });
    });

  describe('ready', () => {
    it('shows the feed, and none of the words for other states', async () => {
      const widget = await putReady(subject, {}, slotted('Terugval'));
      expect(textOf(widget)).to.include(subject.shows).and.not.include('Terugval');
      for (const { words } of STATES) expect(textOf(widget)).not.to.include(words);
    });

    it('is accessible', async () => {
      await expectAccessible(await putReady(subject));
    });

    it('has room before and after it for the page', async () => {
      const widget = await putReady(subject, {}, slotted('Vooraf', 'intro'), slotted('Achteraf', 'footer'));
      const text = textOf(widget);
      expect(text.indexOf('Vooraf')).to.be.within(0, text.indexOf(subject.shows));
      expect(text.indexOf('Achteraf')).to.be.above(text.indexOf(subject.shows));
    });
  });

  loading(subject);
  notSetUp(subject);
  failing(subject);
  partlyInvalid(subject);
}

function loading(subject: Subject): void {
  describe('while loading', () => {
    it('is busy, and no longer once the feed is there', async () => {
      const place = silentPlace();
      const widget = await put(subject, { src: place.address });
      expect(rootOf(widget).getAttribute('aria-busy')).to.equal('true');
      place.respond(Response.json(subject.feed));
      await says(widget, subject.shows);
      expect(rootOf(widget).getAttribute('aria-busy')).to.equal('false');
    });

    it('holds room at once, and draws empty shapes after 300 ms that no voice reads', async () => {
      const widget = await put(subject, { src: silentPlace().address });
      const shapes = one(rootOf(widget), '[aria-hidden=true]');
      expect(shapes.getBoundingClientRect().height).to.be.above(20);
      expect(getComputedStyle(shapes).opacity).to.equal('0');
      const [appear] = shapes.getAnimations();
      expect(appear?.effect?.getTiming().delay).to.equal(300);
      appear?.finish();
      expect(getComputedStyle(shapes).opacity).to.equal('1');
    });

    it('says in words after four seconds that it takes long', async () => {
      const clock = stopClock();
      const widget = await put(subject, { src: silentPlace().address });
      await clock.pass(3_999);
      expect(textOf(widget)).not.to.include(WORDS.loadingLong);
      await clock.pass(1);
      expect(textOf(widget)).to.include(WORDS.loadingLong);
      await clock.pass(400);
      expect(one(document, 'ceal-announcer').textContent?.trim()).to.equal(WORDS.loadingLong);
    });

    it('keeps what stands below it where it is when the feed comes', async () => {
      const place = silentPlace();
      const widget = await put(
        subject,
        { src: place.address, reserve: '20', heading: 'none' },
        slotted('Even geduld.', 'loading'),
      );
      const below = slotted('Wat eronder staat.');
      widget.after(below);
      const { top } = below.getBoundingClientRect();
      expect(top).to.be.within(20 * 16, innerHeight);
      place.respond(Response.json(EMPTY_FEED));
      await says(widget, WORDS.empty);
      expect(below.getBoundingClientRect().top).to.equal(top);
    });

    it('brings nothing into sight from below the window when the feed comes', async () => {
      const place = silentPlace();
      const widget = await put(subject, { src: place.address, reserve: '200' });
      const below = slotted('Wat eronder staat.');
      widget.after(below);
      place.respond(Response.json(EMPTY_FEED));
      await says(widget, WORDS.empty);
      expect(below.getBoundingClientRect().top).to.be.at.least(innerHeight);
    });

    it('waits with loading="lazy" until it comes near', async () => {
      const place = placeOf(subject.feed);
      const widget = create(subject, { loading: 'lazy', src: place.address });
      (await mount(html`<div></div>`)).append(farAway(), widget);
      await widget.updateComplete;
      await new Promise(requestAnimationFrame);
      expect(place.asked).to.equal(0);
      widget.scrollIntoView();
      await says(widget, subject.shows);
      expect(place.asked).to.equal(1);
    });
  });
}

function farAway(): HTMLElement {
  const space = document.createElement('div');
  space.style.blockSize = '5000px';
  return space;
}

function notSetUp(subject: Subject): void {
  it('says what is missing with debug where no feed was given', async () => {
    const widget = await put(subject, { debug: '' });
    await says(widget, 'Er is geen feed');
  });
}

function failing(subject: Subject): void {
  describe('after a failure', () => {
    it('tries again at the press of a button', async () => {
      collectConsole();
      const place = nowhere();
      const widget = await put(subject, { src: place.address });
      await says(widget, WORDS.failedSetup);
      place.answer = () => Response.json(subject.feed);
      retryButton(widget).click();
      await says(widget, subject.shows);
      expect(place.asked).to.equal(2);
      expect(textOf(widget)).not.to.include(WORDS.failed);
    });

    /** Presses the button of a widget that failed or is old; the place answers when it is told to. */
    async function pressRetry(widget: Widget, place: Place) {
      let answer!: (response: Response) => void;
      place.answer = () => new Promise((resolve) => (answer = resolve));
      const retry = retryButton(widget);
      retry.focus();
      const clock = stopClock();
      retry.click();
      await widget.updateComplete;
      expect(textOf(retry)).to.equal(WORDS.loading);
      await clock.pass(400);
      expect(spoken()).to.equal(WORDS.loading);
      return async (response: Response) => {
        answer(response);
        await widget.refresh();
        // An update, a paint that it waits for, and then words.
        for (let n = 0; n < 3; n++) await clock.pass(400);
        return retry;
      };
    }

    it('says that it tries again, and that it failed again', async () => {
      collectConsole();
      const place = nowhere();
      const widget = await put(subject, { src: place.address });
      await says(widget, WORDS.failedSetup);
      const answer = await pressRetry(widget, place);
      const retry = await answer(new Response(null, { status: 404 }));
      expect(focused() === retry).to.equal(true);
      expect(textOf(retry)).to.equal(WORDS.retry);
      expect(spoken()).to.equal(WORDS.failed);
    });

    for (const heading of ['Van de pagina', 'none'])
      it(`leaves the focus at the beginning when another try brings the feed (heading: ${heading})`, async () => {
        collectConsole();
        const place = nowhere();
        const widget = await put(subject, { src: place.address, heading });
        await says(widget, WORDS.failedSetup);
        const answer = await pressRetry(widget, place);
        const retry = await answer(Response.json(subject.feed));
        expect(retry.isConnected).to.equal(false);
        const part = heading === 'none' ? 'root' : 'heading';
        expect(focused() === one(widget, `[part~=${part}]`)).to.equal(true);
      });

    it('takes the focus from nobody who went on', async () => {
      collectConsole();
      const place = nowhere();
      const widget = await put(subject, { src: place.address });
      await says(widget, WORDS.failedSetup);
      const answer = await pressRetry(widget, place);
      const field = document.createElement('input');
      widget.after(field);
      field.focus();
      await answer(Response.json(subject.feed));
      expect(focused() === field).to.equal(true);
    });

    for (const where of ['the widget', 'its <ceal-feed>', 'the <ceal-feed> around its shadow root'])
      it(`calls what it shows old after a time that ${where} gives`, async () => {
        const clock = stopClock();
        const place = await mount<HTMLElement>(html`<div></div>`);
        const feed = document.createElement('ceal-feed');
        feed.data = subject.feed;
        const widget = create(subject);
        (where === 'the widget' ? widget : feed).setAttribute('stale-after', '60');
        if (where.endsWith('shadow root')) {
          const inner = document.createElement('div');
          inner.attachShadow({ mode: 'open' }).append(widget);
          feed.append(inner);
        } else feed.append(widget);
        place.append(feed);
        for (let n = 0; n < 3; n++) await clock.pass(400);
        await says(widget, subject.shows);
        expect(textOf(widget)).not.to.include('Opgehaald op');
        await clock.pass(58_700);
        expect(textOf(widget)).not.to.include('Opgehaald op');
        await clock.pass(200);
        await says(widget, 'Opgehaald op');
      });

    it('is not called old after the time of a <ceal-feed> whose feed it does not show', async () => {
      const clock = stopClock();
      const feed = await mount<HTMLElement>(html`<ceal-feed stale-after="60"></ceal-feed>`);
      const widget = create(subject, { data: subject.feed });
      feed.append(widget);
      await says(widget, subject.shows);
      await clock.pass(600_000);
      await widget.updateComplete;
      expect(textOf(widget)).not.to.include('Opgehaald op');
    });

    it('says that what is old is still old', async () => {
      collectConsole();
      const place = placeOf(subject.feed);
      const widget = await put(subject, { src: place.address });
      await says(widget, subject.shows);
      place.answer = () => new Response(null, { status: 404 });
      await widget.refresh();
      await says(widget, WORDS.stale);
      const answer = await pressRetry(widget, place);
      const retry = await answer(new Response(null, { status: 404 }));
      expect(focused() === retry).to.equal(true);
      expect(spoken()).to.equal(WORDS.stale);
    });

    // Words for the owner come in a chunk of their own: here they are at hand, so that none speaks after its test.
    before(() => import('../../src/feed/failure-words/failure-message.js'));

    it('tells the reason to the owner of the site', async () => {
      const told = collectConsole();
      const widget = await put(subject, { src: nowhere().address });
      await says(widget, 'not-found, HTTP 404');
      await eventually(() => told.length > 0);
      await widget.refresh();
      await idle();
      expect(told).to.have.length(1);
      expect(told[0]).to.match(/^warn: \[ceal-widgets\] .+ \(HTTP 404\)$/);
    });

    it('says why and where to whoever keeps the feed with debug', async () => {
      collectConsole();
      const widget = await put(subject, { data: '{"version": 1, }', debug: '' });
      await says(widget, 'Dit is geen JSON');
      expect(textOf(widget)).to.include('Regel 1: een komma te veel.');
      await expectAccessible(widget);
    });

    it('tells voices', async () => {
      collectConsole();
      const clock = stopClock();
      await put(subject, { src: nowhere().address });
      await clock.pass(500);
      expect(one(document, 'ceal-announcer').textContent?.trim()).to.equal(WORDS.failed);
    });

    it('shows what the page holds inside the widget too', async () => {
      collectConsole();
      const widget = await put(subject, { src: nowhere().address }, slotted('Bel ons.'));
      await says(widget, WORDS.failedSetup);
      expect(textOf(widget)).to.include('Bel ons.');
    });

    it('keeps the last good copy, says of when it is, and drops the notice with the next good one', async () => {
      collectConsole();
      const place = placeOf(subject.feed);
      const widget = await put(subject, { src: place.address });
      await says(widget, subject.shows);
      place.answer = () => new Response(null, { status: 404 });
      await widget.refresh();
      await says(widget, WORDS.stale);
      expect(textOf(widget)).to.include(subject.shows).and.include('Opgehaald op ');
      place.answer = () => Response.json(subject.feed);
      retryButton(widget).click();
      await widget.refresh();
      await widget.updateComplete;
      expect(textOf(widget)).to.include(subject.shows).and.not.include(WORDS.stale);
    });

    it('tells the page by events that travel', async () => {
      collectConsole();
      const place = nowhere();
      const failed = nextEvent(document, 'ceal-feed-failed');
      const widget = await put(subject, { src: place.address });
      expect(await failed).to.include({ composed: true, reason: 'not-found', status: 404 });
      const loaded = nextEvent(document, 'ceal-feed-loaded');
      place.answer = () => Response.json(subject.feed);
      await widget.refresh();
      expect(await loaded).to.include({ composed: true, feedId: subject.feed['id'] });
    });
  });
}

/** The text of the page's announcer. */
const spoken = (): string => one(document, 'ceal-announcer').textContent.trim();

const retryButton = (widget: Widget): HTMLButtonElement => button(widget, WORDS.retry);

function partlyInvalid(subject: Subject): void {
  describe('with a feed that has a fault', () => {
    const damaged = () => ({ ...subject.feed, updated: 'nooit' });

    it('shows the rest in silence unless asked to tell', async () => {
      collectConsole();
      const widget = await putReady(subject, { data: damaged() });
      expect(textOf(widget)).to.include(subject.shows).and.not.include('onderdeel van deze informatie');
    });

    it('tells the page which faults', async () => {
      const coming = nextEvent(document, 'ceal-feed-issues');
      await putReady(subject, { data: damaged() });
      const event = await coming;
      expect(event.composed).to.equal(true);
      expect(event).to.have.deep.property('issues', [
        { pointer: '/updated', code: 'bad-date', params: { value: 'nooit' } },
      ]);
    });

    it('lists them for whoever keeps the feed with debug', async () => {
      const widget = await putReady(subject, { data: damaged(), debug: '' });
      await says(widget, '/updated');
      expect(textOf(widget)).to.include('Deze datum bestaat niet');
      await expectAccessible(widget);
    });
  });
}
