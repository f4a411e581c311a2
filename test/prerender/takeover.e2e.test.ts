/** Prerendered widgets in a browser: read without script, and taken over by it without a visitor noticing. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { KeyInput, LaunchOptions } from 'puppeteer-core';
import { launchWebKit } from '#tools/run/webkit.mjs';
import { launch, openPage } from '../support/node/browser.js';
import { ENGINE, lacking } from '../support/node/engine.js';
import {
  openPrerenderedSite,
  SAMPLE_FEED,
  widgetOf,
  type PrerenderedSite,
} from '../support/node/prerendered-site.js';
import { ENTERPRISES, FEED, inDutch, until } from '../support/node/visit.js';
import { nl } from '../../src/element/locales/nl.js';

const WIDGETS = ['enterprise-gallery', 'programme-timeline', 'oasis-guide', 'signup-form'];
/** What a widget draws later, in a place that is kept for it. */
const DRAWN_LATER = ['Wis dit formulier'];
/** A visitor elsewhere is told so by a note that no server knows of. */
const AMSTERDAM = { ...process.env, TZ: 'Europe/Amsterdam' };
const WIDE = { width: 1280, height: 900 };
/** Layout shift of words at which a packet ends: they become longer where they stand. */
const MAX_WORD_SHIFT = 0.001;
const MIDDLE = { width: 768, height: 900 };
const NARROW = { width: 500, height: 844 };

/** A page of the engine under test, as far as these tests use it. */
interface OpenPage {
  evaluate<T, Rest extends unknown[]>(act: (...rest: Rest) => T, ...rest: Rest): Promise<Awaited<T>>;
  readonly keyboard: { press(key: KeyInput): Promise<unknown>; type(text: string): Promise<unknown> };
}

interface Visit {
  readonly page: OpenPage;
  /** What went wrong, as far as the engine tells. */
  trouble(): readonly unknown[];
  close(): Promise<unknown>;
}

interface Visitor {
  visit(url: string, viewport: typeof WIDE): Promise<Visit>;
  close(): Promise<unknown>;
}

/** Notes what moves and what is dispatched. */
function note(): void {
  const noted = { shifts: [] as number[], events: [] as string[], said: [] as string[] };
  Object.assign(globalThis, { noted });
  for (const type of ['ceal-feed-loaded', 'ceal-feed-failed', 'ceal-gallery-filtered'])
    addEventListener(type, () => noted.events.push(type));
  new MutationObserver(() => {
    const words = document.querySelector('ceal-announcer')?.textContent;
    if (words) noted.said.push(words);
  }).observe(document, { subtree: true, childList: true, characterData: true });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        noted.shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
}
const notedOn = (page: OpenPage) =>
  page.evaluate(
    () =>
      (globalThis as unknown as { noted: Readonly<Record<'shifts' | 'events' | 'said', readonly unknown[]>> })
        .noted,
  );

async function webKitVisitor(): Promise<Visitor> {
  process.env['TZ'] = AMSTERDAM.TZ;
  const { page, close } = await launchWebKit();
  return {
    visit: async (url, viewport) => {
      await page.setViewport(viewport);
      await page.goto(url);
      return { page: page as unknown as OpenPage, trouble: () => [], close: () => page.goto('about:blank') };
    },
    close,
  };
}

async function visitor({
  javaScript = true,
  ...options
}: LaunchOptions & { javaScript?: boolean } = {}): Promise<Visitor> {
  if (ENGINE === 'WebKit') return webKitVisitor();
  const browser = await launch({ env: AMSTERDAM, ...options });
  return {
    visit: async (url, viewport) => {
      const { page, seen } = await openPage(browser, url, { viewport, javaScript });
      const { violations, errors, failed, foreign, console } = seen;
      return {
        page: page as unknown as OpenPage,
        trouble: () => [...violations, ...errors, ...failed, ...foreign, ...console],
        close: () => page.browserContext().close(),
      };
    },
    close: () => browser.close(),
  };
}

let site: PrerenderedSite;
let open: Visitor;
before(async () => {
  [site, open] = await Promise.all([openPrerenderedSite(note), visitor()]);
});
after(async () => {
  await open?.close();
  site?.close();
});
beforeEach(() => {
  site.answer(undefined);
  site.missing = undefined;
  site.packetBytes = Infinity;
});

type Prerendered = HTMLElement & { readonly isPrerendered?: boolean };

/** Opens the page and waits until the widget is defined; its feed is still to come. */
async function visit(content: string, viewport = WIDE): Promise<Visit> {
  site.show(content);
  const opened = await open.visit(site.url, viewport);
  await until(
    () => opened.page.evaluate(() => document.querySelector('[data-ceal-prerendered]')!.matches(':defined')),
    'the element',
  );
  return opened;
}
/** Runs in a page: true if something in the widget is held back that a visitor should see. */
function isHidingSomething(): boolean {
  const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
  return [...shadowRoot!.querySelectorAll('.controls, .count-line, .list > *')].some(
    (element) => !element.checkVisibility({ visibilityProperty: true }),
  );
}
const isTakenOver = (page: OpenPage) =>
  page.evaluate(
    () => (document.querySelector('[data-ceal-prerendered]') as Prerendered).isPrerendered === false,
  );
/** Part of the name of the file with the code that keeps what a visitor has done. */
const TAKEOVER_CODE = 'takeover';
const untilLoaded = (page: OpenPage, name: string) =>
  until(
    () =>
      page.evaluate(
        (part) => performance.getEntriesByType('resource').some((entry) => entry.name.includes(part)),
        name,
      ),
    name,
  );
/** Waits until the widget has its feed. */
const untilArrived = (page: OpenPage) =>
  until(async () => (await notedOn(page)).events.includes('ceal-feed-loaded'), 'the feed');
const untilTakenOver = (page: OpenPage) => until(() => isTakenOver(page), 'the takeover');
/** Two frames, in which everything that has moved is told. */
const frames = (page: OpenPage) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
        setTimeout(resolve, 1_000);
      }),
  );
/** The words of the widget by line, without the overview, and how far what follows it is down. */
const read = (page: OpenPage) =>
  page.evaluate(() => {
    const root = document.querySelector('[data-ceal-prerendered]')!.shadowRoot!;
    const overviews = [...root.querySelectorAll<HTMLElement>('.overview')].map((it) => it.innerText);
    const { innerText } = root.querySelector<HTMLElement>('.root')!;
    const words = overviews.reduce((text, overview) => text.replace(overview, ''), innerText);
    return {
      top: document.querySelector('#after')!.getBoundingClientRect().top,
      words: words.split(/\s*\n\s*/).filter(Boolean),
    };
  });
/** Gives the focus to an element of the widget. */
const focus = (page: OpenPage, selector: string) =>
  page.evaluate((wanted) => {
    const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
    shadowRoot!.querySelector<HTMLElement>(wanted)!.focus();
  }, selector);
/** What has the focus in the widget, with its value and what is selected of it. */
const focused = (page: OpenPage) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
    const { textContent, value, selectionStart, selectionEnd } = (shadowRoot!.activeElement ??
      {}) as HTMLInputElement;
    return { text: textContent?.trim().replaceAll(/\s+/g, ' '), value, selectionStart, selectionEnd };
  });

/** A feed of enterprises with these ids. */
const feedOf = (...ids: readonly string[]) =>
  JSON.stringify({
    version: '1.0',
    id: 'x',
    language: 'nl',
    enterprises: ids.map((id) => ({ id, name: `Was ${id}`, links: [{ url: `https://${id}.example/` }] })),
  });

for (const widget of WIDGETS)
  describe(`a prerendered ${widget}`, () => {
    for (const viewport of [WIDE, NARROW])
      it(`is taken over and nothing moves, ${viewport.width} px wide, under the strict policy`, async () => {
        const { page, trouble, close } = await visit(await widgetOf(widget), viewport);
        await frames(page);
        const before = await read(page);
        assert.ok(before.words.length > 10);
        site.answer({ text: SAMPLE_FEED });
        await untilTakenOver(page);
        await frames(page);
        const { top, words } = await read(page);
        assert.deepEqual(
          words.filter((line) => !DRAWN_LATER.includes(line)),
          before.words,
        );
        assert.equal(top, before.top);
        assert.deepEqual(await notedOn(page), { shifts: [], events: ['ceal-feed-loaded'], said: [] });
        const left = await page.evaluate(
          () =>
            document.querySelector('[data-ceal-prerendered]')!.shadowRoot!.querySelectorAll('.root, link')
              .length,
        );
        assert.equal(left, 1);
        assert.deepEqual(trouble(), []);
        await close();
      });

    for (const viewport of [WIDE, MIDDLE, NARROW])
      it(`does not move while its page comes in packets, ${viewport.width} px wide`, async () => {
        site.packetBytes = 900;
        const { page, close } = await visit(await widgetOf(widget), viewport);
        await frames(page);
        const shifts = (await notedOn(page)).shifts as readonly number[];
        assert.ok(shifts.reduce((sum, shift) => sum + shift, 0) < MAX_WORD_SHIFT, shifts.join());
        assert.equal(await page.evaluate(isHidingSomething), false);
        await close();
      });
  });

describe('what a visitor has done before the takeover', () => {
  it('stays: the focus in a link', async () => {
    const { page, close } = await visit(await widgetOf('programme-timeline'));
    await focus(page, '.edition:not(.closed) .link');
    const before = await focused(page);
    assert.ok(before.text);
    site.answer({ text: SAMPLE_FEED });
    await untilTakenOver(page);
    assert.deepEqual(await focused(page), before);
    await close();
  });

  it('stays: what is typed in the search field, and the caret; it is searched then', async () => {
    const { page, trouble, close } = await visit(await widgetOf('enterprise-gallery'));
    await focus(page, '#search');
    await page.keyboard.type('soep');
    await page.keyboard.press('ArrowLeft');
    const before = await focused(page);
    assert.deepEqual([before.value, before.selectionStart], ['soep', 3]);
    site.answer({ text: SAMPLE_FEED });
    await untilTakenOver(page);
    assert.deepEqual(await focused(page), before);
    await page.keyboard.type('x');
    assert.equal((await focused(page)).value, 'soexp');
    await page.keyboard.press('Backspace');
    await until(async () => (await notedOn(page)).events.includes('ceal-gallery-filtered'), 'the search');
    const cards = () =>
      page.evaluate(
        () => document.querySelector('[data-ceal-prerendered]')!.shadowRoot!.querySelectorAll('.card').length,
      );
    await until(async () => (await cards()) < 4, 'the few that are found');
    assert.deepEqual(trouble(), []);
    await close();
  });

  it('stays: a word that is half composed, until it is whole', async () => {
    const { page, trouble, close } = await visit(await widgetOf('enterprise-gallery'));
    await focus(page, '#search');
    await untilLoaded(page, TAKEOVER_CODE);
    /** Composes as an input method does; the drivers have none. */
    const compose = (type: string, value: string) =>
      page.evaluate(
        (event, text) => {
          const field = document
            .querySelector('[data-ceal-prerendered]')!
            .shadowRoot!.querySelector<HTMLInputElement>('#search')!;
          field.value = text;
          field.dispatchEvent(new CompositionEvent(event, { bubbles: true, composed: true, data: text }));
        },
        type,
        value,
      );
    await compose('compositionupdate', 's');
    site.answer({ text: SAMPLE_FEED });
    await untilArrived(page);
    await frames(page);
    assert.equal(await isTakenOver(page), false);
    await compose('compositionend', 'soep');
    await untilTakenOver(page);
    assert.equal((await focused(page)).value, 'soep');
    assert.deepEqual(trouble(), []);
    await close();
  });

  it('stays: what was opened', async () => {
    const { page, close } = await visit(await widgetOf('oasis-guide'));
    const openedOnes = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
        return [...shadowRoot!.querySelectorAll('details')].map(({ open: isOpen }) => isOpen);
      });
    assert.deepEqual(await openedOnes(), [false]);
    await page.evaluate(() =>
      document
        .querySelector('[data-ceal-prerendered]')!
        .shadowRoot!.querySelector<HTMLElement>('summary')!
        .click(),
    );
    site.answer({ text: SAMPLE_FEED });
    await untilTakenOver(page);
    assert.deepEqual(await openedOnes(), [true]);
    await close();
  });

  it('stays where the code that keeps it cannot be loaded, as all else does', async () => {
    site.missing = TAKEOVER_CODE;
    const { page, close } = await visit(await widgetOf('enterprise-gallery'));
    await focus(page, '#search');
    await page.keyboard.type('soep');
    site.answer({ text: SAMPLE_FEED });
    await untilArrived(page);
    await frames(page);
    assert.equal(await isTakenOver(page), false);
    assert.equal((await focused(page)).value, 'soep');
    await close();
  });

  it('may be nothing: the widget then needs no such code', async () => {
    site.missing = TAKEOVER_CODE;
    const { page, close } = await visit(await widgetOf('enterprise-gallery'));
    site.answer({ text: SAMPLE_FEED });
    await untilTakenOver(page);
    await close();
  });

  it('stays: what is filled in in the form', async () => {
    const { page, trouble, close } = await visit(await widgetOf('signup-form'));
    await focus(page, '#email');
    await page.keyboard.type('a@b.example');
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
      shadowRoot!.querySelector<HTMLInputElement>('[name=roles]')!.click();
    });
    await focus(page, '#name');
    await page.keyboard.type('Voorbeeld');
    site.answer({ text: SAMPLE_FEED });
    await untilTakenOver(page);
    await page.keyboard.type('!');
    await frames(page);
    const values = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
      return [...new FormData(shadowRoot!.querySelector('form')!)].filter(([, value]) => value !== '');
    });
    assert.deepEqual(values.slice(0, 2), [
      ['name', 'Voorbeeld!'],
      ['email', 'a@b.example'],
    ]);
    assert.equal(values[2]?.[0], 'roles');
    // The widget itself knows of it: it keeps it as a draft.
    await until(
      () => page.evaluate(() => JSON.stringify({ ...sessionStorage }).includes('a@b.example')),
      'the draft',
    );
    assert.deepEqual(trouble(), []);
    await close();
  });
});

describe('a feed that is another one', () => {
  it('leaves no tick to words that the visitor has not read', async () => {
    const { page, close } = await visit(await widgetOf('signup-form'));
    const ticked = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
        const boxes = shadowRoot!.querySelectorAll<HTMLInputElement>('[type=checkbox]:checked');
        return [...boxes].map(({ name, value, id }) => `${name || id} ${value}`);
      });
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
      for (const box of ['[name=roles]', '.consent input'])
        shadowRoot!.querySelector<HTMLInputElement>(box)!.click();
    });
    const [role, consent] = await ticked();
    assert.match(`${role} ${consent}`, /^roles \S+ consents/);
    site.answer({ text: SAMPLE_FEED.replaceAll('Ja, stuur mij nieuws', 'Ja, geef mijn gegevens door') });
    await untilTakenOver(page);
    await frames(page);
    assert.deepEqual(await ticked(), [role]);
    await close();
  });

  it('leaves the focus at the start of the widget, where it has not what had it', async () => {
    const { page, close } = await visit(await widgetOf('enterprise-gallery', { feed: feedOf('a', 'b') }));
    await focus(page, '[data-id="b"] .name-link');
    await untilLoaded(page, TAKEOVER_CODE);
    const dispatch = (type: string) =>
      page.evaluate(
        (event) =>
          document
            .querySelector('[data-ceal-prerendered]')!
            .shadowRoot!.querySelector('.root')!
            .dispatchEvent(new CompositionEvent(event, { bubbles: true })),
        type,
      );
    // The widget has the feed for a while before it draws.
    await dispatch('compositionupdate');
    site.answer({ text: feedOf('a') });
    await untilArrived(page);
    await frames(page);
    await dispatch('compositionend');
    await untilTakenOver(page);
    await until(async () => (await focused(page)).text === 'Sociale ondernemingen', 'the focus');
    await close();
  });

  it('is shown in place, with the focus where it was', async () => {
    const { page, close } = await visit(await widgetOf('enterprise-gallery', { feed: feedOf('a', 'b') }));
    await focus(page, '[data-id="b"] .name-link');
    assert.equal((await focused(page)).text, 'Was b');
    const enterprises = ['n', 'a', 'b'].map((id) => ({ id, name: `Is ${id}` }));
    site.answer({ text: JSON.stringify({ version: '1.0', id: 'x', language: 'nl', enterprises }) });
    await untilTakenOver(page);
    assert.equal((await focused(page)).text, 'Is b');
    const { words } = await read(page);
    assert.ok(words.includes('Is n') && !words.some((line) => line.startsWith('Was')));
    await close();
  });

  for (const [what, answer] of [
    ['does not come', { status: 500, text: 'x' }],
    ['is none', { status: 200, text: '<p>' }],
  ] as const)
    it(`leaves what is there, with a notice, where it ${what}; and takes its place later`, async () => {
      const { page, close } = await visit(await widgetOf('enterprise-gallery'));
      const before = await read(page);
      site.answer(answer);
      const notice = () =>
        page.evaluate(() => {
          const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
          return shadowRoot!.querySelector<HTMLElement>('.notice')?.innerText.replaceAll(/\s+/g, ' ');
        });
      const words = await until(notice, 'the notice');
      assert.match(words, /30 november 2026/);
      assert.equal(await isTakenOver(page), false);
      const names = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
        return [...shadowRoot!.querySelectorAll<HTMLElement>('.name')].filter((it) => it.checkVisibility())
          .length;
      });
      assert.ok(names > 5);
      const { visibility } = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
        return { visibility: getComputedStyle(shadowRoot!.querySelector('#search')!).visibility };
      });
      assert.equal(visibility, 'hidden', 'a field that searches nothing');
      const { events, said } = await notedOn(page);
      assert.deepEqual([events, said], [['ceal-feed-failed'], []]);
      site.answer({ text: SAMPLE_FEED });
      await page.evaluate((label) => {
        const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
        [...shadowRoot!.querySelectorAll('button')]
          .find(({ innerText }) => innerText.trim() === label)!
          .click();
      }, nl.retry);
      await untilTakenOver(page);
      await frames(page);
      assert.deepEqual(await read(page), before);
      await close();
    });
});

describe('without script', () => {
  /** A browser whose scripts are off where its driver can do that, else a page whose policy allows none. */
  const canSwitchOff = lacking('page without script') === false && ENGINE !== 'WebKit';
  const NO_SCRIPT = "default-src 'none'; style-src 'self'; img-src 'self' https:; script-src 'none'";
  let scriptless: Visitor | undefined;
  before(async () => {
    if (canSwitchOff) scriptless = await visitor({ javaScript: false });
    else site.policy = NO_SCRIPT;
  });
  after(() => scriptless?.close());

  it('what needs one is not offered for long where the script is blocked, and leaves its room', async () => {
    const { policy } = site;
    site.policy = NO_SCRIPT;
    for (const [widget, offered, instead] of [
      ['enterprise-gallery', ['Zoek een onderneming', 'Thema', 'Volgorde'], []],
      ['programme-timeline', ['Soort bijeenkomst', 'Zet in agenda'], ['De eerste groep begint']],
      ['signup-form', ['Hoe heet je?', 'E-mailadres'], ['aanmelden@example.org']],
    ] as const) {
      site.show(await widgetOf(widget));
      const { page, close } = await open.visit(site.url, WIDE);
      const before = await read(page);
      await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
        for (const animation of shadowRoot!.getAnimations()) animation.finish();
      });
      const { words, top } = await read(page);
      for (const word of offered) {
        assert.ok(before.words.includes(word), word);
        assert.ok(!words.includes(word), word);
      }
      const text = words.join('\n');
      for (const word of instead) assert.ok(text.includes(word), word);
      if (!instead[0]) assert.equal(top, before.top);
      await close();
    }
    site.policy = policy;
  });

  /** The words of the page as they are shown: looked at by the driver, whose scripts are not those of the page. */
  async function wordsOn(content: string): Promise<string> {
    site.show(content);
    const { page, close } = await (scriptless ?? open).visit(site.url, WIDE);
    const words = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('[data-ceal-prerendered]')!;
      return shadowRoot!.querySelector<HTMLElement>('.root')!.innerText;
    });
    await close();
    return words;
  }

  it('the names of the enterprises stand on the page', async () => {
    const words = await wordsOn(await widgetOf('enterprise-gallery', { attributes: { 'page-size': '100' } }));
    for (const { name } of ENTERPRISES) assert.ok(words.includes(inDutch(name)), inDutch(name));
  });

  it('what needs one is not offered, where the browser says so', { skip: !canSwitchOff }, async () => {
    const gallery = await wordsOn(await widgetOf('enterprise-gallery'));
    assert.doesNotMatch(gallery, /Zoek|Thema|Volgorde|Toon/);
    const timeline = await wordsOn(await widgetOf('programme-timeline'));
    // Of a closed edition too, which nobody could open.
    for (const { title } of FEED.sessions) assert.ok(timeline.includes(inDutch(title)), inDutch(title));
    assert.doesNotMatch(timeline, /agenda/);
    const form = await wordsOn(await widgetOf('signup-form'));
    assert.doesNotMatch(form, /Verstuur|Hoe heet je/);
    assert.match(form, /@/);
  });

  it('the sessions of the programme to come stand on the page, with their dates', async () => {
    const words = await wordsOn(await widgetOf('programme-timeline'));
    const coming = FEED.sessions.filter(({ start }) => start?.startsWith('2027-09'));
    assert.ok(coming.length > 2);
    for (const { title } of coming) assert.ok(words.includes(inDutch(title)), inDutch(title));
    assert.match(words, /do 9 sep 2027/);
  });

  it('the steps of the guide stand on the page', async () => {
    const words = await wordsOn(await widgetOf('oasis-guide'));
    for (const { name } of FEED.oasis.steps) assert.ok(words.includes(inDutch(name)));
  });
});
