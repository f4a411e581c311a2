/** A widget in the life of a page: moved, taken away and put back, given to a frame; and what it leaves behind. */
import { expect } from '@open-wc/testing';
import { collectConsole } from '../support/browser/quiet.js';
import { html } from 'lit';
import type { CealFeed } from '../../src/ceal-feed/ceal-feed.js';
import { eventually, mount, nextEvent, until } from '../support/browser/page.js';
import { placeOf, silentPlace } from '../support/browser/network.js';
import { one, textOf } from '../support/browser/tree.js';
import { countListeners } from './listeners.js';
import {
  create,
  EMPTY_FEED,
  put,
  putReady,
  renamed,
  rootOf,
  says,
  WORDS,
  type Subject,
  type Widget,
} from './subject.js';

/** Names that an element may define itself; it may shadow nothing else that `HTMLElement` has. */
const OWN = new Set([
  'constructor',
  'connectedCallback',
  'disconnectedCallback',
  'adoptedCallback',
  'attributeChangedCallback',
]);

export function lifeContract(subject: Subject): void {
  describe('goes on working', () => {
    it('moved in the page', async () => {
      const place = await mount(
        html`<div>
          <p></p>
          <p></p>
        </div>`,
      );
      const widget = create(subject, { data: subject.feed });
      place.firstElementChild!.append(widget);
      await says(widget, subject.shows);
      place.lastElementChild!.append(widget);
      expect(textOf(widget)).to.include(subject.shows);
      widget.data = renamed(subject, 'Na de verhuizing');
      await says(widget, 'Na de verhuizing');
    });

    it('taken away, changed and put back', async () => {
      const widget = await putReady(subject);
      const place = widget.parentElement!;
      widget.remove();
      widget.data = renamed(subject, 'Terug');
      widget.lang = 'en';
      await widget.updateComplete;
      place.append(widget);
      await says(widget, 'Terug');
      expect(rootOf(widget).lang).to.equal('en');
    });

    it('moved while its feed is on its way, with one request', async () => {
      const place = silentPlace();
      const widget = await put(subject, { src: place.address });
      (await mount(html`<div></div>`)).append(widget);
      place.respond(Response.json(subject.feed));
      await says(widget, subject.shows);
      expect(place.asked).to.equal(1);
    });

    it('taken away before it has rendered', async () => {
      const place = await mount(html`<div></div>`);
      const widget = create(subject, { data: subject.feed });
      place.append(widget);
      widget.remove();
      await widget.updateComplete;
      place.append(widget);
      await says(widget, subject.shows);
    });

    it('made by a copy of markup', async () => {
      const template = document.createElement('template');
      template.content.append(create(subject, { data: JSON.stringify(subject.feed) }));
      const place = await mount(html`<div></div>`);
      place.append(template.content.cloneNode(true));
      await says(place.firstElementChild as Widget, subject.shows);
    });

    it('and asks no more when it was taken away', async () => {
      const place = silentPlace();
      const widget = await put(subject, { src: place.address });
      widget.remove();
      await Promise.resolve();
      expect(place).to.include({ asked: 1, abandoned: 1 });
    });
  });

  describe('given to the document of a frame', () => {
    const frame = async (): Promise<Document> => {
      // The document that a frame has before it loads is replaced in some engines.
      const loaded = nextEvent(document.body, 'frame-loaded');
      const place = await mount<HTMLIFrameElement>(
        html`<iframe
          title="Frame"
          @load=${() => document.body.dispatchEvent(new Event('frame-loaded'))}
        ></iframe>`,
      );
      await loaded;
      return place.contentDocument!;
    };

    it('keeps its looks and goes on working', async () => {
      const widget = await putReady(subject);
      const looks = () => {
        const { containerName, lineHeight } = getComputedStyle(rootOf(widget));
        return { display: getComputedStyle(widget).display, containerName, lineHeight };
      };
      const before = looks();
      const inFrame = await frame();
      inFrame.body.append(inFrame.adoptNode(widget));
      expect(looks()).to.deep.equal(before);
      widget.data = renamed(subject, 'In het raam');
      await says(widget, 'In het raam');
      document.body.append(widget);
      expect(looks()).to.deep.equal(before);
      widget.remove();
    });

    it('speaks the language of that document', async () => {
      const widget = await putReady(subject, { data: EMPTY_FEED });
      const inFrame = await frame();
      inFrame.documentElement.lang = 'en';
      inFrame.body.append(widget);
      await until(widget, () => rootOf(widget).lang === 'en');
      inFrame.documentElement.lang = 'nl';
      await until(widget, () => textOf(widget).includes(WORDS.empty));
    });

    it('takes its <ceal-feed> along', async () => {
      const feed = await mount<CealFeed>(html`<ceal-feed .data=${subject.feed}></ceal-feed>`);
      const widget = create(subject);
      feed.append(widget);
      await says(widget, subject.shows);
      const inFrame = await frame();
      inFrame.body.append(feed);
      expect(inFrame.defaultView!.getComputedStyle(feed).display).to.equal('contents');
      feed.data = renamed(subject, 'In het raam');
      await says(widget, 'In het raam');
    });
  });

  describe('leaves behind', () => {
    it('no listener on the page, and no timer', async () => {
      const place = placeOf(subject.feed);
      const settings = [
        { data: subject.feed },
        { src: place.address, 'refresh-every': '60', 'deep-link': '' },
        { src: place.address, loading: 'lazy' },
        {},
      ];
      const cycle = async () => {
        for (const setting of settings) {
          const widget = await put(subject, setting);
          widget.parentElement!.append(widget);
          await widget.updateComplete;
          widget.remove();
          await widget.updateComplete;
        }
      };
      await cycle();
      const counted = countListeners();
      await cycle();
      // A request that was on its way ends a little later.
      await eventually(() => counted.left().length === 0);
    });

    it('nothing in storage, cookies, title or history', async () => {
      const traces = () => ({
        cookie: document.cookie,
        title: document.title,
        href: location.href,
        history: history.length,
        local: localStorage.length,
        session: sessionStorage.length,
      });
      const before = traces();
      const widget = await put(subject, { src: placeOf(subject.feed).address });
      await says(widget, subject.shows);
      await widget.refresh();
      expect(traces()).to.deep.equal(before);
    });

    it('a copy of the feed where it is told to, for the next visit', async () => {
      const place = placeOf(subject.feed);
      await says(await put(subject, { src: place.address, cache: 'session' }), subject.shows);
      expect(sessionStorage.length).to.equal(1);
      sessionStorage.clear();
    });
  });

  describe('in a page of its own', () => {
    it('changes nothing but by <ceal-announcer>, and defines itself once', async () => {
      const untouched = await pageWith(`<main></main>`);
      const names = new Set(Object.getOwnPropertyNames(untouched));
      const definition = new URL(`/out/src/${subject.tag.replace('ceal-', '')}/define.js`, document.baseURI)
        .href;
      const page = await pageWith(
        `<main><${subject.tag} data='${JSON.stringify(subject.feed).replaceAll("'", '&#39;')}'></${subject.tag}></main>
        <script>addEventListener('error', () => (document.title = 'an error'));
        for (const level of ['log', 'info', 'warn', 'error']) console[level] = (text) => (document.title = text);
        // Pictures beside the page have no address here, and whoever keeps the feed is told.
        console.warn = (text) => / values? cannot be read\\./.test(text) || (document.title = text);</script>
        <script type="module" src="${definition}"></script>
        <script type="module" src="${definition}?once-more"></script>
        <script type="module">document.body.id = 'done';</script>`,
      );
      const { document: inside } = page;
      await eventually(() => inside.body.id === 'done');
      const widget = inside.querySelector(subject.tag)!;
      await until(widget, () => widget.shadowRoot!.textContent.includes(subject.shows));
      await eventually(() => inside.querySelector('ceal-announcer'));
      expect(inside.title).to.equal('');
      expect([...inside.querySelectorAll('html *')].map(({ localName }) => localName)).to.deep.equal([
        ...['head', 'body', 'main', subject.tag, 'script', 'script', 'script', 'script', 'ceal-announcer'],
      ]);
      const added = Object.getOwnPropertyNames(page).filter(
        (name) => !names.has(name) && !/^\d+$/.test(name),
      );
      expect(added.filter((name) => !OF_LIT.includes(name))).to.deep.equal([]);
    });
  });

  it('hides no member of HTMLElement', async () => {
    const widget = await put(subject);
    const shadowing: string[] = [];
    for (
      let at: object = widget;
      !Object.hasOwn(at, 'renderOptions');
      at = Object.getPrototypeOf(at) as object
    ) {
      if (at === HTMLElement.prototype) break;
      shadowing.push(
        ...Object.getOwnPropertyNames(at).filter((name) => name in HTMLElement.prototype && !OWN.has(name)),
      );
    }
    expect(shadowing).to.deep.equal([]);
    for (const name of (widget.constructor as typeof HTMLElement & { observedAttributes: string[] })
      .observedAttributes)
      expect(name in HTMLElement.prototype, name).to.equal(false);
  });

  it('has its announcer in the page once, before there is anything to say', async () => {
    await Promise.all([put(subject), put(subject), put(subject)]);
    await eventually(() => document.querySelector('ceal-announcer'));
    const announcers = document.querySelectorAll('ceal-announcer');
    expect(announcers.length).to.equal(1);
    expect(announcers[0]!.getAttribute('role')).to.equal('status');
    expect(one(document, 'ceal-announcer').getBoundingClientRect().width).to.equal(1);
  });

  it('tells everything by events that travel', async () => {
    const told = collectConsole();
    const heard: Event[] = [];
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type.startsWith('ceal-')) heard.push(event);
      return dispatch.call(this, event);
    };
    try {
      const widget = await put(subject, { src: placeOf({ ...subject.feed, updated: 'nooit' }).address });
      await says(widget, subject.shows);
      await eventually(() => heard.length > 1);
    } finally {
      EventTarget.prototype.dispatchEvent = dispatch;
    }
    for (const { type, bubbles, composed } of heard)
      expect({ type, bubbles, composed }).to.deep.equal({ type, bubbles: true, composed: true });
    // What does not fit is told in the console too, before the next test.
    await eventually(() => told.length > 0);
  });
}

/**
 * Globals that Lit, taken as it comes, keeps on a window: the versions of its packages, a map for decorators of another
 * kind than ours, and as long as it is developed with, the warnings it has given.
 */
const OF_LIT = [
  'litElementVersions',
  'litHtmlVersions',
  'reactiveElementVersions',
  'litPropertyMetadata',
  'litIssuedWarnings',
];

/** A window with markup of its own. */
async function pageWith(markup: string): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  frame.title = 'Page';
  const page = `<!doctype html><html><head></head><body>${markup}</body></html>`;
  frame.src = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  (await mount(html`<div></div>`)).append(frame);
  await loaded;
  return frame.contentWindow as Window & typeof globalThis;
}
