import { ofDocument } from './of-document.js';

/**
 * Tells screen readers what changed. Live regions inside shadow roots are unreliable, above all in VoiceOver on iOS, and
 * several on one page get in each other's way; so there is one for the page, in its light DOM. It is the only trace that
 * widgets leave outside themselves.
 */
const TAG = 'ceal-announcer';
/** Time for a later text to take the place of an earlier one: typing gives many results a second. */
const ANNOUNCE_DELAY_MS = 400;
/** Time for a text to be taken up by a screen reader; after it the text would be found at the end of the page. */
const CLEAR_DELAY_MS = 5_000;

function createRegion(): HTMLElement {
  if (!customElements.get(TAG)) {
    customElements.define(
      TAG,
      class extends HTMLElement {
        connectedCallback(): void {
          if (this.shadowRoot) return;
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            ':host{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}',
          );
          const root = this.attachShadow({ mode: 'open' });
          root.adoptedStyleSheets = [sheet];
          root.append(document.createElement('slot'));
        }
      },
    );
  }
  const region = document.createElement(TAG);
  region.setAttribute('role', 'status');
  ofDocument('body').append(region);
  return region;
}

/** The region of the page, in it before it is needed: one that comes with its text is not read. */
export function prepareAnnouncer(): HTMLElement {
  return document.querySelector<HTMLElement>(TAG) ?? createRegion();
}

let timer: ReturnType<typeof setTimeout> | undefined;
/** Elements that announcements go to instead of the page's region; the last one wins. */
const takeovers: HTMLElement[] = [];

/** The text that was announced last. */
let last: string | undefined;

interface AnnouncementOptions {
  /** Time in which a later text takes its place. */
  readonly delayMs?: number;
  /** Leaves out what was announced last. */
  readonly onlyNews?: boolean;
}

/** For what is true again a moment later: said again, it could come after the news that follows. */
export const ONCE: AnnouncementOptions = { onlyNews: true };

/** For what changes while a visitor types, who listens to each letter. */
export const WHILE_TYPING: AnnouncementOptions = { delayMs: 1_000, onlyNews: true };

/**
 * Announces a text in a language after a short delay. A later text replaces one that was not announced yet, or not
 * cleared; an empty one takes it back.
 */
export function announce(
  text: string,
  language = '',
  { delayMs = ANNOUNCE_DELAY_MS, onlyNews }: AnnouncementOptions = {},
): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const isKnown = onlyNews && text === last;
    last = text;
    const target = takeovers.findLast((element) => element.isConnected) ?? prepareAnnouncer();
    target.lang = language;
    // The same words again are still news: an unchanged region would stay silent.
    if (!isKnown) target.textContent = text && target.textContent === text ? `${text}\u00a0` : text;
    timer = setTimeout(() => (target.textContent = ''), CLEAR_DELAY_MS);
  }, delayMs);
}

/**
 * Sends announcements to an element inside a modal dialog, which makes the rest of the page inert, our region too.
 *
 * @returns a function that ends it.
 */
export function takeOverAnnouncements(element: HTMLElement): () => void {
  // The page's region is left with its text: nothing clears it while the dialog has the announcements.
  prepareAnnouncer().textContent = '';
  takeovers.push(element);
  return () => {
    // What the dialog has not said yet would be news of something that is gone.
    clearTimeout(timer);
    element.textContent = '';
    takeovers.splice(takeovers.indexOf(element), 1);
  };
}
