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
/** Changes of height that are no change. */
const MIN_CHANGE_PX = 2;
/** Messages of a frame that are read in a second; of a flood the rest is not. */
const MAX_MESSAGES_A_SECOND = 100;
/** Share of the window in which a place is in sight with what follows it. */
const IN_SIGHT = 0.8;
/** Room above a place that is brought into sight. */
const MARGIN_PX = 16;
/** The origin of a frame whose sandbox has none. */
const OPAQUE = 'null';

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
  /** The pairs of the page's fragment, as the frame knows them. */
  let pairs: readonly string[] = [];
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

  connections.set(frame, (message, origin) => {
    if (!message) return tellFragment();
    if (count >= MAX_MESSAGES_A_SECOND) return;
    count++;
    setTimeout(() => count--, 1_000);
    link?.remove();
    if (!answered) {
      answered = origin ?? OPAQUE;
      tellFragment();
    }
    if (message.type === 'height') setHeight(frame, message.height);
    if (message.type === 'navigate') show(frame, message.top);
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
  const next = Math.ceil(Math.max(MIN_HEIGHT_PX, Math.min(height, MAX_HEIGHT_PX)));
  if (!(Math.abs(next - Number(frame.height)) < MIN_CHANGE_PX)) frame.height = String(next);
}

/**
 * Brings a place in a frame into sight. Somebody who is busy elsewhere on the page is left alone, and so is who has
 * scrolled a frame out of sight, where no address leads into it.
 */
function show(frame: HTMLIFrameElement, top: number): void {
  const busy = [...document.querySelectorAll(':focus-within')].pop();
  const box = frame.getBoundingClientRect();
  const isAway = box.bottom < 0 || box.top > innerHeight;
  if ((busy && busy !== frame) || (isAway && !isLinking(frame))) return;
  const offset = Math.max(0, Math.min(top, box.height));
  const at = box.top + offset;
  if (at >= 0 && at < innerHeight * IN_SIGHT) return;
  // In whatever scrolls around the frame, and below what the page keeps at its top.
  frame.style.scrollMarginTop = `${MARGIN_PX - offset}px`;
  frame.scrollIntoView({ behavior: 'instant' });
  frame.style.scrollMarginTop = '';
  if (!frame.getAttribute('style')) frame.removeAttribute('style');
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
  const [language = frame.closest('[lang]') ? 'en' : 'nl'] = (
    Object.keys(languages) as (keyof typeof languages)[]
  ).filter((known) => frame.matches(`:lang(${known})`));
  const link = document.createElement('a');
  link.href = frame.src;
  link.target = '_blank';
  link.lang = language;
  link.textContent = `${languages[language]} ${frame.title || link.host}`;
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
      frame.contentWindow === source && (origin === OPAQUE || frame.src.startsWith(`${origin}/`));
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
