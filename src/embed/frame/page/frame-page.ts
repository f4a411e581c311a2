/**
 * The script of a frame page: makes the widget from the parameters in the address, where the site allows what they lead
 * to, and keeps the page around it informed.
 */
import type { LitElement } from 'lit';
import { createTranslator } from '../../../i18n/translate.js';
import { safeLocale } from '../../../i18n/locale.js';
import { ofDocument } from '../../../element/of-document.js';
import { mergedFragment } from '../fragment.js';
import { pairsIn, type ParentMessage } from '../message.js';
import { afterEachCall } from './after-each-call.js';
import { allowedAddress, holdsAddress, OWN_ORIGIN, readAllowed, type Allowed } from '../files/allowed.js';
import { HeightReporter } from './height-reporter.js';
import { languages } from './locales/index.js';
import { readParameters } from './parameters.js';
import { ParentWindow } from './parent-window.js';

/** Length at which an address is cut where it is shown. */
const MAX_SHOWN_CHARS = 200;
/** Time after which words stand in the place of a widget that has not come. */
const NO_WIDGET_MS = 10_000;
/** Fields of events that are between the visitor and the receiver: with them one may ask about a sign-up. */
const WITHHELD_FIELDS = ['submissionId', 'reference'];

const page = ofDocument('documentElement');
/** The wrapper of everything that is shown. Its height is that of its content. */
const main = document.querySelector('main')!;
const { widget: tag = '', attributes: known = '' } = main.dataset;
const parameters = readParameters(location.search, known.split(' '));

const root = () => main.querySelector(tag)?.shadowRoot?.querySelector('[part~="root"]');

/** What is shown: the widget once it has come, or words in its place. */
const shown = () => root() ?? main.querySelector('p');

const height = new HeightReporter(
  main,
  () => shown()?.matches(':not([aria-busy="true"])') ?? false,
  (px) => around.send({ type: 'height', height: px }),
);

/** Our pairs in the fragment of the page around, as both know them; `undefined` where that keeps its address to itself. */
let pairs: readonly string[] | undefined;

const around = new ParentWindow((message) => {
  if (message.type === 'fragment') return takeFragment(message);
  around.send({ type: 'ready' });
  height.repeat();
});

function takeFragment(message: ParentMessage & { readonly type: 'fragment' }): void {
  const hash = mergedFragment(location.hash, pairsIn(location.hash), message.pairs);
  pairs = message.pairs;
  // No step in the history of the page around, which has made its own.
  if (hash !== location.hash) location.replace(`${location.href.split('#')[0]!}${hash || '#'}`);
  main.querySelector(tag)?.setAttribute('deep-link', '');
}

function tellFragment(): void {
  const now = pairsIn(location.hash);
  if (!pairs || now.join('&') === pairs.join('&')) return;
  pairs = now;
  around.send({ type: 'fragment', pairs });
}

/** Has the page around bring into sight what a visitor has been led to. */
function tellPlace(element: Element): void {
  height.measure();
  // Within the whole page: it is as high as the frame as soon as that follows.
  around.send({ type: 'navigate', top: element.getBoundingClientRect().top + scrollY });
}

/**
 * Passes an event of the widget's on. One that can be cancelled is withheld: it asks for leave, which no page can refuse
 * across a frame, and may hold what the visitor has written.
 */
function tellEvent(event: CustomEvent): void {
  if (!event.type.startsWith('ceal-') || event.cancelable) return;
  const names = Object.keys(event).filter((name) => name !== 'isTrusted' && !WITHHELD_FIELDS.includes(name));
  const fields = Object.fromEntries(names.map((name) => [name, Reflect.get(event, name)]));
  around.send({ type: 'event', event: event.type, fields });
}

/** The widget that was rendered into the page, which may be of another feed than the address says. */
function renderedOf(src: string | undefined): LitElement | undefined {
  const element = main.querySelector<LitElement>(tag);
  const own = element?.getAttribute('src');
  if (!element || (src && own != null && new URL(own, location.href).href !== src)) return undefined;
  element.lang = page.lang;
  return element;
}

function showWidget(attributes: ReadonlyMap<string, string>): void {
  const element = renderedOf(attributes.get('src')) ?? (document.createElement(tag) as LitElement);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  if (pairs) element.setAttribute('deep-link', '');
  afterEachCall(element, 'dispatchEvent', (_, event) => tellEvent(event as CustomEvent));
  void customElements.whenDefined(tag).then(() => element.addController({ hostUpdated }));
  if (!element.shadowRoot) standIn(element);
  if (!element.isConnected) main.replaceChildren(element);
}

/** Puts words in the place of a widget whose script does not come in time; they go when it comes after all. */
function standIn(element: Element): void {
  const t = createTranslator(languages, page.lang);
  const words = paragraph(t('notLoaded'));
  words.lang = t.language;
  const timer = setTimeout(() => {
    element.append(words);
    height.measure();
  }, NO_WIDGET_MS);
  void customElements.whenDefined(tag).then(() => {
    clearTimeout(timer);
    words.remove();
  });
}

function paragraph(words: string): HTMLElement {
  const line = document.createElement('p');
  line.textContent = words;
  return line;
}

/** Looks at the widget after each update: out of sight browsers do not tell a frame that something has another size. */
function hostUpdated(): void {
  height.measure();
  document.title = root()?.getAttribute('aria-label') ?? document.title;
}

/** Says that nothing is shown, and why, for whoever has put the frame on a page. */
function showRefusal(why: 'refusedWhy' | 'unreadable', name = '', address = ''): void {
  const t = createTranslator(languages, page.lang);
  const short = address.length > MAX_SHOWN_CHARS ? `${address.slice(0, MAX_SHOWN_CHARS)}…` : address;
  const detail = t(why, { site: location.host, name, address: short });
  main.lang = t.language;
  main.replaceChildren(paragraph(t('refused')), paragraph(detail));
  height.measure();
  console.warn(`[ceal-widgets] ${detail} (allowed.json)`);
}

/** The list of allowed addresses; the own origin where there is none, `undefined` for one that cannot be read. */
async function fetchAllowed(): Promise<Allowed | undefined> {
  try {
    const response = await fetch(new URL('allowed.json', location.href));
    if (response.status === 404) return OWN_ORIGIN;
    return response.ok ? readAllowed(await response.text()) : undefined;
  } catch {
    return undefined;
  }
}

async function start(): Promise<void> {
  const { lang, dir, attributes } = parameters;
  page.lang = safeLocale(lang) ?? page.lang;
  if (dir) page.dir = dir;
  page.dataset['scheme'] = attributes.get('scheme') ?? '';
  const allowed = await fetchAllowed();
  if (!allowed) return showRefusal('unreadable');
  const checked = new Map(attributes);
  for (const [name, address] of attributes) {
    if (!holdsAddress(name) || !address) continue;
    const full = allowedAddress(name, address, allowed, location.href);
    if (full === undefined) return showRefusal('refusedWhy', name, address);
    checked.set(name, full);
  }
  showWidget(checked);
}

afterEachCall(history, 'pushState', tellFragment);
afterEachCall(history, 'replaceState', tellFragment);
for (const type of ['hashchange', 'popstate']) addEventListener(type, tellFragment);
afterEachCall(HTMLElement.prototype, 'scrollIntoView', tellPlace);
afterEachCall(HTMLElement.prototype, 'focus', (element, options) => {
  if (!(options as FocusOptions | undefined)?.preventScroll) tellPlace(element);
});
void start();
