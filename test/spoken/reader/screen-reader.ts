/** Presses keys as a visitor who does not see the page, and hears what Orca says to each. */
import { setTimeout as wait } from 'node:timers/promises';
import { startSession, type Session, type SpeechEvent } from './session.js';
import type { Browser, Language } from './browsers.js';

/** What was done, and each phrase that was said to it. */
export interface Step {
  readonly did: string;
  readonly said: readonly string[];
}

export interface ListenOptions {
  /** Listens on in silence until this is said, or nothing comes for long. */
  readonly until?: string;
}

const POLL_MS = 200;
/** Looks at programs at rest since something was said last, after which no more is expected. */
const CALM = {
  /** After something was said. */
  said: 4,
  /** While nothing has been said yet. */
  silent: 8,
  /** While something is still to be said. */
  expecting: 60,
  /** On a page that opens. */
  opening: 15,
};
/** A look at busy programs counts for less, not for nothing: on a busy machine one of them is always waiting for its turn. */
const BUSY_LOOK = 0.2;
/** Signs of Orca that it is idle since then. */
const IDLES = 5;
/** A letter is heard before the next one is typed. */
const TYPE_DELAY_MS = '120';
const MODIFIER = /^(Insert|KP_Insert)\+/;

export class ScreenReader {
  readonly browser: Browser;
  readonly steps: Step[] = [];
  readonly #session: Session;
  #said: string[] = [];
  #idles = 0;
  /** Keys that Orca has dealt with, since the last that were sent. */
  #keys = 0;
  /** Counts what was said, so that a look sees that there is more. */
  #phrases = 0;

  /** Opens an address. @param opened settles when the page has asked for all that it shows */
  static async open(
    url: string,
    { browser, lang, opened }: { browser: Browser; lang: Language; opened: Promise<unknown> },
  ): Promise<ScreenReader> {
    const reader = new ScreenReader(browser, await startSession(browser, lang));
    reader.#session.open(url);
    await opened;
    await reader.#quiet(CALM.opening, CALM.opening);
    reader.#said = [];
    return reader;
  }

  private constructor(browser: Browser, session: Session) {
    this.browser = browser;
    this.#session = session;
    session.onSpeech((event) => this.#hear(event));
  }

  /** Goes to the top of the page, to read it line by line. */
  async start(): Promise<void> {
    // In Chromium, Orca is in its mode for forms from the start on any page with a list to choose from.
    if (this.browser === 'chromium') await this.press('Insert+a');
    // It keeps the first line as it was before the page was laid out, until it has read another.
    await this.press('Down', 'ctrl+Home');
    this.steps.splice(0);
  }

  /** All phrases so far, the last one last. */
  get phrases(): readonly string[] {
    return this.steps.flatMap(({ said }) => said);
  }

  /** Presses keys one after the other: `Down`, `shift+Tab`, `Insert+a`. @returns what was said to the last one */
  async press(...keys: readonly string[]): Promise<string> {
    let said = '';
    for (const key of keys) said = await this.pressUntil(key);
    return said;
  }

  /** Presses a key and hears what it brings about, until that ends with these words. */
  async pressUntil(key: string, until?: string): Promise<string> {
    await this.#send(key.split('+').length, ...keyArguments(key));
    return this.listen(key, until === undefined ? {} : { until });
  }

  /** Presses a key until one of the answers has these words. @throws {Error} where none of so many has */
  async pressTo(key: string, words: string, most = 40): Promise<string> {
    for (let n = 0; n < most; n++) {
      const said = await this.press(key);
      if (said.includes(words)) return said;
    }
    throw new Error(`Not heard with ${most} × ${key}: ${words}`);
  }

  /** Types words at the speed of a practised typist. */
  async type(words: string): Promise<string> {
    await this.#send(words.length, 'type', '--delay', TYPE_DELAY_MS, words);
    return this.listen(`“${words}”`);
  }

  /** Hears what is said by itself, after something else has happened. */
  async listen(did: string, { until }: ListenOptions = {}): Promise<string> {
    const isHeard = () => until === undefined || this.#said.join(' ').includes(until);
    await this.#quiet(until === undefined ? CALM.silent : CALM.expecting, CALM.said, isHeard);
    const said = this.#said;
    this.#said = [];
    this.steps.push({ did, said });
    return said.join(' ');
  }

  end(): Promise<void> {
    return this.#session.end();
  }

  /** Sends so many keys, and waits until Orca has dealt with each. */
  async #send(keys: number, ...args: readonly string[]): Promise<void> {
    this.#keys = 0;
    await this.#session.xdotool(...args);
    while (this.#keys < keys) await wait(POLL_MS);
  }

  #hear(event: SpeechEvent): void {
    if (event.kind === 'idle') return void (this.#idles += 1);
    if (event.kind === 'key') return void (this.#keys += 1);
    const text = event.text.trim().replace(/\s+/g, ' ');
    if (!text) return;
    this.#said.push(text);
    this.#phrases += 1;
    this.#idles = 0;
  }

  /** Waits until nothing is said any more, by looks at what can be seen: a busy machine only makes it longer. */
  async #quiet(silent: number, said: number, isHeard = () => true): Promise<void> {
    let phrases = this.#phrases;
    this.#idles = 0;
    for (let calm = 0; ; await wait(POLL_MS)) {
      if (phrases !== this.#phrases) calm = 0;
      else calm += this.#session.isBusy() ? BUSY_LOOK : 1;
      phrases = this.#phrases;
      const enough = this.#said.length > 0 && isHeard() ? said : silent;
      if (calm >= enough && this.#idles >= IDLES) return;
    }
  }
}

/** Orca's own modifier has to be held, which the others are by xdotool. */
function keyArguments(key: string): readonly string[] {
  const [, modifier] = MODIFIER.exec(key) ?? [];
  if (!modifier) return ['key', key];
  return ['keydown', modifier, 'key', key.slice(modifier.length + 1), 'keyup', modifier];
}
