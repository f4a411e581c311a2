/** The way from an address to what it names, once; loaded when an address names a widget. */
import { html, type TemplateResult } from 'lit';
import type { Translator } from '../../i18n/translate.js';
import { announce } from '../announcer.js';
import { focusHeading } from '../focus.js';
import { onceDisplayed } from '../near-observer.js';
import { ofDocument } from '../of-document.js';
import { languages, type ArrivalMessages } from './locales/index.js';
import { readings, readMangled } from './mangled.js';
import type { WidgetLink } from './widget-link.js';

export { languages };

/** Reads what an address names, also where it has come damaged, and finds what is not there. Comes before rendering. */
export function prepareArrival(link: WidgetLink): void {
  const { targets, arriving, prefix } = link;
  const { keys, knows } = targets;
  const mangled = readMangled(location.hash.slice(1), prefix);
  const found = mangled.size >= arriving!.size ? mangled : arriving!;
  const values = new URLSearchParams();
  for (const [key, value] of found)
    values.append(key, readings(value).filter((reading) => knows(key, reading))[0] ?? value);
  if (values.size === 0) link.arriving = undefined;
  if (String(values) !== String(arriving)) {
    link.arriving = values;
    // After the update that is under way, which has been prepared already.
    void Promise.resolve().then(() => targets.onNavigate(values));
  }
  link.missing = keys.filter((key) => values.has(key) && !knows(key, values.get(key)!))[0];
}

/** Parts of the address of which a visitor has been told that they lead nowhere. */
const reportedMissing = new WeakSet<URLSearchParams>();

/** Brings what an address names into sight and the focus to it, as soon as it has been rendered. */
export function arrive(link: WidgetLink): void {
  const { host, targets, arriving, missing, byVisitor } = link;
  if (!arriving || (missing && reportedMissing.has(arriving))) return;
  const find = (selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector);
  const isNamed = targets.keys.some((key) => arriving.has(key));
  // Shapes stand where the count is still to come.
  const start = find('#count') ?? (find('.bar') ? null : (find('.heading') ?? find('.root')));
  const target = isNamed && !missing ? targets.find() : start;
  if (!target) return;
  if (!host.checkVisibility()) return reveal(link);
  if (missing) tellUntilNextAction(link, arriving);
  else link.arriving = undefined;
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // Somebody who types in the widget already has found their place.
  if (!byVisitor && host.shadowRoot!.activeElement?.matches('input, select, textarea')) return;
  // Whoever comes back to a page finds their place by the browser.
  if (!isNamed && !byVisitor && entry && entry.type !== 'navigate') return;
  // Behind a dialog the page shows the widget, for when it closes.
  if (target.closest('dialog')) host.scrollIntoView({ behavior: 'instant' });
  const block = isNamed && !missing ? 'start' : 'center';
  // Of an entry of a list with what stands above its name, such as a day.
  const sight = find('#missing') ?? target.closest('li') ?? target;
  const show = () => sight.scrollIntoView({ behavior: 'instant', block });
  show();
  // Where the page scrolls smoothly, Chromium adds a step of its way back after a reload to what was scrolled meanwhile.
  if (entry && entry.type !== 'navigate') requestAnimationFrame(show);
  // The focus of somebody who is busy elsewhere as the page opens is left alone.
  const isBusy = ofDocument('activeElement') !== ofDocument('body') && !host.matches(':focus-within');
  if (isBusy && !byVisitor) return;
  focusHeading(target, { preventScroll: true });
}

/** The links whose widgets are being waited for. */
const hidden = new WeakSet<WidgetLink>();

/** Opens what the page has folded around a widget, as a browser does for an anchor, and waits until it is displayed. */
function reveal(link: WidgetLink): void {
  if (hidden.has(link)) return;
  hidden.add(link);
  for (let at: Element | null = link.host; at; at = parentOf(at)) {
    if (at.localName === 'details') at.setAttribute('open', '');
    if (at.getAttribute('hidden') !== 'until-found') continue;
    at.dispatchEvent(new CustomEvent('beforematch', { bubbles: true }));
    at.removeAttribute('hidden');
  }
  onceDisplayed(link.host, () => {
    hidden.delete(link);
    link.host.requestUpdate();
  });
}

/** The element around another one, also where that is at the top of a shadow root. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Says that a link leads nowhere until the visitor does something else in the widget. */
function tellUntilNextAction(link: WidgetLink, values: URLSearchParams): void {
  const { host, targets } = link;
  reportedMissing.add(values);
  const notice = host.shadowRoot!.querySelector<HTMLElement>('#missing');
  announce(notice?.innerText ?? '', notice?.closest<HTMLElement>('[lang]')?.lang);
  const done = new AbortController();
  const forget = () => {
    done.abort();
    if (link.arriving !== values) return;
    link.arriving = link.missing = undefined;
    targets.onGiveUp?.();
    host.requestUpdate();
  };
  for (const type of ['click', 'input'])
    host.shadowRoot!.addEventListener(type, forget, { capture: true, signal: done.signal });
}

/** The sentence that what a link leads to is not there. */
export function missingNotice(t: Translator<ArrivalMessages>, key: string): TemplateResult {
  return html`<p class="notice" part="notice" id="missing">
    ${t(`missing-${key}` as keyof ArrivalMessages)}
  </p>`;
}

const warned = new Set<string>();

/** Tells the site's owner, once, that a link leads to the first of several widgets. */
export function warnOfSameKeys({ host: { localName, id }, prefix }: WidgetLink): void {
  if (warned.has(prefix)) return;
  warned.add(prefix);
  console.warn(
    `[ceal-widgets] There are several <${localName}> with "deep-link" and ${id ? `the id "${id}"` : 'no id'}: a link opens the first only. Give each an id of its own.`,
  );
}
