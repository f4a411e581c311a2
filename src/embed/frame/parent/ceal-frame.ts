/**
 * The script for a page with `<iframe data-ceal-frame src="…/embed/enterprise-gallery.html?src=…">`: gives each frame the
 * height of what it shows, brings what a visitor is led to into sight, dispatches the widget's events on the frame, and
 * puts a link after a frame that does not answer. Without it a frame keeps its own height and scrolls.
 */
import { mergedFragment } from '../fragment.js';
import { isFrameMessage, OPAQUE, pairsIn, post, type FrameMessage } from '../message.js';
import { languages } from './locales/index.js';

/** Marks a frame that a copy of this script has taken: a page may have it twice. */
const TAKEN = Symbol.for('ceal-widgets/frame');

const MARKED = 'iframe[data-ceal-frame]';
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
/** A frame whose sandbox gives it no origin. */
const WITHOUT_ORIGIN = '[sandbox]:not([sandbox*=same-origin])';

/** Takes a message of a frame from its origin; without one, tells the frame of the fragment of the page. */
type Connection = (message?: FrameMessage, origin?: string) => void;
/** By the window in the frame: no list of frames tells of those in shadow roots. */
const connections = new WeakMap<MessageEventSource, Connection>();

/** Takes a frame: asks for an answer each time that something is loaded in it, and takes its messages. */
function take(frame: HTMLIFrameElement): void {
  if (TAKEN in frame) return;
  Reflect.set(frame, TAKEN, true);
  /** The origin of the page in the frame, once it has answered; empty before. */
  let answered = '';
  let link: HTMLElement | undefined;
  /** The pairs of the page's fragment, as the frame knows them; none where it takes no part in it. */
  let pairs: readonly string[] = [];
  /** True until the frame has led to what the page's address names, and again when that has changed. */
  let mayLead = true;
  let count = 0;

  // To anybody: a frame on its way is at another address, and there is nothing in it.
  const ping = () => post(frame.contentWindow, { type: 'ping' });
  const tellFragment = () => {
    if (!answered || !isLinking(frame)) return;
    pairs = pairsIn(location.hash);
    post(frame.contentWindow, { type: 'fragment', pairs }, answered);
  };

  const connection: Connection = (message, origin = OPAQUE) => {
    if (!message) {
      mayLead = true;
      return tellFragment();
    }
    if (!(frame.matches(WITHOUT_ORIGIN) ? OPAQUE + '/' : frame.src).startsWith(origin + '/')) return;
    if (count >= MAX_MESSAGES_A_SECOND) return;
    count++;
    setTimeout(() => count--, 1_000);
    link?.remove();
    if (!answered) {
      answered = origin;
      ping();
      tellFragment();
    }
    // By its attribute: a strict policy of the page says nothing of that.
    if (message.type === 'height')
      frame.height = String(Math.max(MIN_HEIGHT_PX, Math.min(message.height, MAX_HEIGHT_PX)));
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
  };
  const begin = () => {
    answered = '';
    if (frame.contentWindow) connections.set(frame.contentWindow, connection);
    ping();
  };
  frame.addEventListener('load', begin);
  const observer = new IntersectionObserver((entries) => {
    if (!entries.at(-1)!.isIntersecting) return;
    observer.disconnect();
    setTimeout(() => {
      if (!answered && frame.src) frame.after((link = linkTo(frame)));
    }, NO_ANSWER_MS);
  });
  observer.observe(frame);
  begin();
}

/** True for a frame that the page lets take part in its address. */
const isLinking = ({ dataset }: HTMLIFrameElement) => 'deepLink' in dataset;

/**
 * Brings a place in a frame into sight for somebody who is in the frame; others are left alone, so that no frame can hold
 * the scroll of the page.
 * @param led What else may have the focus, where the page's address leads into the frame: the body, for nothing at all.
 */
function show(frame: HTMLIFrameElement, top: number, led: unknown): void {
  const box = frame.getBoundingClientRect();
  const { activeElement } = frame.getRootNode() as Document | ShadowRoot;
  // eslint-disable-next-line no-restricted-syntax -- The same.
  if (activeElement !== frame && document.activeElement !== led) return;
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
  for (const name in fields) if (!(name in event)) Reflect.set(event, name, fields[name]);
  frame.dispatchEvent(event);
}

function writeFragment(hash: string): void {
  if (hash === location.hash) return;
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

/** Does something with each frame of a tree, and of the open shadow roots in it. */
function eachFrame(act: (frame: HTMLIFrameElement) => void, tree: ParentNode = document): void {
  tree.querySelectorAll<HTMLIFrameElement>(MARKED).forEach(act);
  tree.querySelectorAll('*').forEach(({ shadowRoot }) => {
    // A form has a field of that name where it has one.
    if (shadowRoot instanceof ShadowRoot) eachFrame(act, shadowRoot);
  });
}

addEventListener('message', ({ source, origin, data }) => {
  if (!source || !isFrameMessage(data)) return;
  const connection = connections.get(source);
  if (connection) return connection(data, origin);
  // Of a frame in a shadow root nobody tells but the page in it. One look for each window, however much it has to say.
  connections.set(source, () => {});
  eachFrame(take);
});
addEventListener('hashchange', () => eachFrame(({ contentWindow }) => connections.get(contentWindow!)?.()));
new MutationObserver(() => document.querySelectorAll<HTMLIFrameElement>(MARKED).forEach(take)).observe(
  document,
  {
    childList: true,
    subtree: true,
    attributeFilter: ['data-ceal-frame'],
  },
);
eachFrame(take);
