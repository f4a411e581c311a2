/**
 * Storybook's preview in a page that stands ready. Loading it anew for each story costs more than the story, so a page
 * shows one story after the other, as Storybook does when a designer chooses another one. In between it is put back to how
 * it was. It is loaded anew where that cannot be done: for the stories of another widget, whose style sheets would stay,
 * and after a message or a failure, as the modules remember what they have said once.
 */
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { openPage, type Seen } from '../support/node/browser.js';

/** Longer than a busy machine needs for a request: nobody waits for it but a test that fails. */
const TIMEOUT_MS = 300_000;

/** The outcome of a story that was played and checked. */
export interface FinishedStory {
  readonly status: string;
  readonly checks: readonly string[];
  readonly findings: readonly string[];
}

/** A story that was played, and what it then showed. */
export interface ShownStory extends FinishedStory {
  /** The shadow tree of each element of ours, as HTML. */
  readonly trees: readonly string[];
}

/** Global variables of the page, set by `observe`. */
interface Observed {
  /** Changes the story. */
  showStory(id: string): void;
  /** The outcome of the story that was chosen last. */
  finishedStory: Promise<FinishedStory>;
  renderedDocs: Promise<void>;
}

/** A report of the accessibility check, or of what went wrong in it. */
interface Report {
  readonly type: string;
  readonly result: {
    readonly error?: unknown;
    readonly violations?: readonly {
      readonly id: string;
      readonly help?: string;
      readonly nodes: readonly { readonly target: readonly (string | readonly string[])[] }[];
    }[];
  };
}

/** Error of a story, or of the framework around it; the id of a story that is not there. */
type StoryError =
  string | { readonly title?: string; readonly message?: string; readonly description?: string } | undefined;

/** Storybook's channel, as far as it is used here. */
interface Channel {
  emit(event: 'setCurrentStory', selection: { readonly storyId: string; readonly viewMode: 'story' }): void;
  on(
    event: 'storyFinished',
    listener: (outcome: {
      readonly storyId: string;
      readonly status: string;
      readonly reporters: readonly Report[];
    }) => void,
  ): void;
  on(event: 'docsRendered', listener: () => void): void;
  on(
    event:
      'storyErrored' | 'storyThrewException' | 'playFunctionThrewException' | 'storyMissing' | 'configError',
    listener: (error: StoryError) => void,
  ): void;
}

export class Preview {
  /** Everything that the page has said and asked for since the last entry was chosen. */
  readonly seen: Seen;
  readonly #page: Page;
  readonly #address: string;
  readonly #pending = new Set<HTTPRequest>();
  #onEnded: ((ended: unknown) => void) | undefined;
  /** The widget whose stories the page has loaded, while it is as good as new. */
  #widget: string | undefined;

  private constructor(page: Page, seen: Seen, address: string) {
    this.#page = page;
    this.seen = seen;
    this.#address = address;
    page.on('request', (request) => {
      // Favicons do not count: nobody hears of their end. Neither do other servers, which need not be there.
      if (request.resourceType() !== 'other' && request.url().startsWith(address)) this.#pending.add(request);
    });
    const end = (request: HTTPRequest) => {
      this.#pending.delete(request);
      this.#onEnded?.(undefined);
    };
    page.on('requestfinished', end);
    page.on('requestfailed', end);
  }

  /** Opens a page for the Storybook at an address. */
  static async open(browser: Browser, address: string): Promise<Preview> {
    const { page, seen } = await openPage(browser, `${address}favicon.svg`, {
      viewport: { width: 1000, height: 800 },
      before: (opened) => opened.evaluateOnNewDocument(observe),
    });
    return new Preview(page, seen, address);
  }

  /** True if the page has loaded the stories of this widget, and is as good as new. */
  has(widget: string): boolean {
    return this.#widget === widget;
  }

  /**
   * Shows a story of a widget and waits until Storybook has played and checked it, its requests have ended, and it is gone
   * from the page: what it says in leaving is its own too.
   */
  async showStory(widget: string, id: string): Promise<ShownStory> {
    const isReady = this.has(widget);
    this.#widget = undefined;
    if (isReady) {
      this.#forget();
      await this.#page.evaluate((next) => (globalThis as unknown as Observed).showStory(next), id);
    } else await this.#load('story', id);
    const finished = await this.#page.evaluate(() => (globalThis as unknown as Observed).finishedStory);
    await this.#untilQuiet();
    const trees = await this.#page.evaluate(writeTrees);
    await this.#page.evaluate(leave);
    await this.#untilQuiet();
    const { console, errors, failed, foreign } = this.seen;
    const isSilent = [console, errors, failed, foreign].every(({ length }) => length === 0);
    if (isSilent && finished.status === 'success') this.#widget = widget;
    return { ...finished, trees };
  }

  /** Shows a page of the documentation, and gives its text. */
  async showDocs(id: string): Promise<string> {
    this.#widget = undefined;
    await this.#load('docs', id);
    await this.#page.evaluate(() => (globalThis as unknown as Observed).renderedDocs);
    return this.#page.$eval('#storybook-docs', ({ textContent }) => textContent.trim());
  }

  async #load(viewMode: 'story' | 'docs', id: string): Promise<void> {
    // Requests that leaving breaks off belong to what was there before.
    await this.#page.goto('about:blank');
    this.#forget();
    await this.#page.goto(`${this.#address}iframe.html?viewMode=${viewMode}&id=${id}`, {
      waitUntil: 'domcontentloaded',
    });
  }

  #forget(): void {
    this.#pending.clear();
    for (const list of Object.values<unknown[]>({ ...this.seen })) list.length = 0;
  }

  /** Waits until the requests of a story have ended. */
  async #untilQuiet(): Promise<void> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    while (this.#pending.size > 0) {
      signal.throwIfAborted();
      await Promise.race([
        new Promise((ended) => (this.#onEnded = ended)),
        new Promise((late) => signal.addEventListener('abort', late, { once: true })),
      ]);
    }
  }
}

/** Runs in the page, before Storybook does. */
function observe() {
  const observed = globalThis as unknown as Observed;
  let current = new URLSearchParams(location.search).get('id');
  let errors: string[] = [];
  let finish: (story: FinishedStory) => void;
  let finishDocs: () => void;
  const renew = () => (observed.finishedStory = new Promise((settle) => (finish = settle)));
  void renew();
  observed.renderedDocs = new Promise((settle) => (finishDocs = settle));

  const listen = (channel: Channel) => {
    observed.showStory = (storyId) => {
      current = storyId;
      errors = [];
      void renew();
      channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    };
    channel.on('storyFinished', ({ storyId, status, reporters }) => {
      if (storyId !== current) return;
      const findings = reporters.flatMap(({ result }) =>
        (result.violations ?? [{ id: String(result.error), help: undefined, nodes: [] }]).map(
          ({ id, help, nodes }) =>
            `${id}: ${help} ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
        ),
      );
      finish({ status, checks: reporters.map(({ type }) => type), findings: [...errors, ...findings] });
    });
    channel.on('docsRendered', () => finishDocs());
    const describe = (error: StoryError) =>
      typeof error === 'object'
        ? `${error.title ?? ''} ${error.message ?? error.description}`
        : String(error);
    for (const event of ['storyErrored', 'storyThrewException', 'playFunctionThrewException'] as const)
      channel.on(event, (error) => errors.push(describe(error)));
    // These end without a story.
    for (const event of ['storyMissing', 'configError'] as const)
      channel.on(event, (error) => finish({ status: event, checks: [], findings: [describe(error)] }));
  };

  let channel: Channel | undefined;
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (created: Channel) => listen((channel = created)),
  });
}

/** Runs in the page: the shadow trees of our elements as HTML, without Lit's comments; what is leaving is gone at once. */
function writeTrees(): string[] {
  const own = [...document.querySelectorAll('#storybook-root *')].filter(({ localName }) =>
    localName.startsWith('ceal-'),
  );
  return own.map(({ shadowRoot }) => {
    for (const leaving of shadowRoot?.querySelectorAll('.leaving') ?? []) leaving.remove();
    return (shadowRoot?.innerHTML ?? '').replace(/<!--[^]*?-->/g, '');
  });
}

/** Runs in the page after a story: puts it back to how it was. */
async function leave() {
  document.querySelector('#storybook-root')?.replaceChildren();
  document.querySelector('ceal-announcer')?.remove();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', location.pathname + location.search);
  // Errors of what it did in leaving come first.
  await new Promise((done) => setTimeout(done));
}
