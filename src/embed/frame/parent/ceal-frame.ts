/**
 * The script for a page with `<iframe data-ceal-frame src="…/embed/enterprise-gallery.html?src=…">`: gives each frame the
 * height of what it shows, brings what a visitor is led to into sight, dispatches the widget's events on the frame, and
 * puts a link after a frame that does not answer. Without it a frame keeps its own height and scrolls.
 */
import { mergedFragment } from '../fragment.js';
import { isFrameMessage, pairsIn, toSent, type FrameMessage, type ParentMessage } from '../message.js';
import { languages } from './locales/index.js';

/** Marks a frame that a copy of this script has taken: a page may have it twice. */
const TAKEN = Symbol.for('ceal-widgets/frame');

const PING_EVERY_MS = 500;
const MAX_PINGS = 10;
/** Time after which a frame in sight that has not answered gets a link. */
const NO_ANSWER_MS = 10_000;
/** Heights that a frame may have, in CSS pixels. */
const MIN_HEIGHT_PX = 80;
const MAX_HEIGHT_PX = 20_000;
/** Messages of a frame that are read in a second; of a flood the rest is not. */
const MAX_MESSAGES_A_SECOND = 100;
/** Share of the window in which a place is in sight with what follows it. */
const IN_SIGHT = 0.8;
/** Room above a place that is brought into sight. */
const MARGIN_PX = 16;
/** The origin of a frame whose sandbox has none, and such a frame. */
const OPAQUE = 'null';
const WITHOUT_ORIGIN = '[sandbox]:not([sandbox*=same-origin])';

/** Takes a message of a frame from its origin; without one, tells the frame of the fragment of the page. */
type Connection = (message?: FrameMessage, origin?: string) => void;
const connections = new WeakMap<HTMLIFrameElement, Connection>();

/** Takes a frame: asks for an answer each time that something is loaded in it, and takes its messages. */
function take(frame: HTMLIFrameElement): void {
  // Refused the second time: a property that cannot be changed keeps its value.
  if (!Reflect.defineProperty(frame, TAKEN, { value: {} })) return;
  /** The origin of the page in the frame, once it has answered; empty before. */
  let answered = '';
  let pings = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let link: HTMLElement | undefined;
  /** The pairs of the page's fragment, as the frame knows them; none where it takes no part in it. */
  let pairs: readonly string[] = [];
  /** True until the frame has led to what the page's address names, and again when that has changed. */
  let mayLead = true;
  let count = 0;

  const send = (message: ParentMessage, target = OPAQUE) =>
    frame.contentWindow?.postMessage(toSent(message), target === OPAQUE ? '*' : target);
  const ping = () => {
    clearTimeout(timer);
    if (answered || ++pings > MAX_PINGS) return;
    // To anybody: a frame on its way is at another address, and there is nothing in it.
    send({ type: 'ping' });
    timer = setTimeout(ping, PING_EVERY_MS);
  };
  const tellFragment = () => {
    if (!answered || !isLinking(frame)) return;
    pairs = pairsIn(location.hash);
    send({ type: 'fragment', pairs }, answered);
  };

  connections.set(frame, (message, origin = OPAQUE) => {
    if (!message) {
      mayLead = true;
      return tellFragment();
    }
    if (count >= MAX_MESSAGES_A_SECOND) return;
    count++;
    setTimeout(() => count--, 1_000);
    link?.remove();
    if (!answered) {
      answered = origin;
      tellFragment();
    }
    if (message.type === 'height') setHeight(frame, message.height);
    if (message.type === 'navigate') {
      // eslint-disable-next-line no-restricted-syntax -- Where a picture has that name, nothing is scrolled.
      show(frame, message.top, mayLead && pairs[0] && document.body);
      mayLead = false;
    }
    if (message.type === 'event') tell(frame, message.event, message.fields);
    if (message.type === 'fragment' && isLinking(frame)) {
      writeFragment(mergedFragment(location.hash, pairs, message.pairs));
      pairs = message.pairs;
    }
  });
  frame.addEventListener('load', () => {
    answered = '';
    pings = 0;
    ping();
  });
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    setTimeout(() => {
      if (!answered && frame.src) frame.after((link = linkTo(frame)));
    }, NO_ANSWER_MS);
  });
  observer.observe(frame);
  ping();
}

/** True for a frame that the page lets take part in its address. */
const isLinking = (frame: HTMLIFrameElement) => frame.hasAttribute('data-deep-link');

/** By its attribute: a strict policy of the page says nothing of that. */
function setHeight(frame: HTMLIFrameElement, height: number): void {
  frame.height = String(Math.max(MIN_HEIGHT_PX, Math.min(Math.ceil(height), MAX_HEIGHT_PX)));
}

/**
 * Brings a place in a frame into sight for somebody who is in the frame; others are left alone, so that no frame can hold
 * the scroll of the page.
 * @param led What else may have the focus, where the page's address leads into the frame: the body, for nothing at all.
 */
function show(frame: HTMLIFrameElement, top: number, led: unknown): void {
  const box = frame.getBoundingClientRect();
  // eslint-disable-next-line no-restricted-syntax -- The same.
  if (![frame, led].includes(document.activeElement)) return;
  const offset = Math.max(0, Math.min(top, box.height));
  const at = box.top + offset;
  if (at >= 0 && at < IN_SIGHT * innerHeight) return;
  // In whatever scrolls around the frame, and below what the page keeps at its top.
  frame.style.scrollMarginTop = `${MARGIN_PX - offset}px`;
  frame.scrollIntoView({ behavior: 'instant' });
  frame.style.scrollMarginTop = '';
}

/**
 * Dispatches an event of the widget's on its frame: of the same type, with the same fields. The classes themselves are as
 * big as the widgets, and another copy of them would not be the page's own either. It has happened already, so nothing can
 * be refused.
 */
function tell(frame: HTMLIFrameElement, type: string, fields: Readonly<Record<string, unknown>>): void {
  const event = new CustomEvent(type, { bubbles: true, composed: true });
  for (const [name, value] of Object.entries(fields)) if (!(name in event)) Reflect.set(event, name, value);
  frame.dispatchEvent(event);
}

function writeFragment(hash: string | undefined): void {
  if (hash === undefined || hash === location.hash) return;
  try {
    history.replaceState(history.state, '', location.href.split('#')[0]! + hash);
  } catch {
    // Browsers limit how often the address may change; the frame works without it.
  }
}

/** A link to the page in a frame, in the language of what is around it. */
function linkTo(frame: HTMLIFrameElement): HTMLElement {
  const language = frame.matches(':lang(nl)') || !frame.closest('[lang]') ? 'nl' : 'en';
  const link = document.createElement('a');
  link.href = frame.src;
  link.target = '_blank';
  link.lang = language;
  link.textContent = `${languages[language].link} ${frame.title || link.host}`;
  const line = document.createElement('p');
  line.append(link);
  return line;
}

const frames = () => document.querySelectorAll<HTMLIFrameElement>('iframe[data-ceal-frame]');
const takeAll = () => frames().forEach(take);

addEventListener('message', ({ source, origin, data }) => {
  if (!isFrameMessage(data)) return;
  frames().forEach((frame) => {
    const isItsOwn =
      frame.contentWindow === source &&
      (frame.matches(WITHOUT_ORIGIN) ? OPAQUE + '/' : frame.src).startsWith(origin + '/');
    if (isItsOwn) connections.get(frame)?.(data, origin);
  });
});
addEventListener('hashchange', () => frames().forEach((frame) => connections.get(frame)?.()));
new MutationObserver(takeAll).observe(document, {
  childList: true,
  subtree: true,
  attributeFilter: ['data-ceal-frame'],
});
takeAll();
