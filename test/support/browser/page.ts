/** Putting elements on the test page and waiting for them. */
import { fixture, waitUntil } from '@open-wc/testing';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';

/** Puts markup on the page until the end of the test; comes back when its first element has rendered. */
export const mount = <E extends Element>(markup: TemplateResult | string): Promise<E> => fixture<E>(markup);

/** Puts an element on the page with its properties; comes back when it shows something of a kind, and not later. */
export async function firstSight<E extends HTMLElement>(
  tag: string,
  setting: object,
  selector: string,
): Promise<E> {
  const element = Object.assign(document.createElement(tag) as E, { lang: 'nl' }, setting);
  (await mount(html`<div></div>`)).append(element);
  await until(element, () => element.shadowRoot?.querySelector(selector) != null);
  return element;
}

/** The next event of a name. Ask before what causes it. */
export const nextEvent = <E extends Event>(target: EventTarget, name: string): Promise<E> =>
  new Promise((settle) => target.addEventListener(name, (event) => settle(event as E), { once: true }));

/** High contrast as the system sets it, or `none` again. */
export const emulateForcedColors = (value: 'active' | 'none'): Promise<void> =>
  executeServerCommand('emulate-forced-colors', value);

/** Does something while the page is laid out for paper. */
export async function onPaper(act: () => void): Promise<void> {
  await emulateMedia({ media: 'print' });
  try {
    act();
  } finally {
    await emulateMedia({ media: 'screen' });
  }
}

/** Comes back when what an element shows in its shadow root makes something true; at once if it is so already. */
export function until(element: Element, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!isTrue()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(element.shadowRoot ?? element, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    check();
  });
}

/** Longer than a busy machine needs: nobody waits for it but a test that fails. */
const TIMEOUT_MS = 100_000;

/** Comes back when something is true of which no event tells. */
export const eventually = (isTrue: () => unknown): Promise<void> =>
  waitUntil(isTrue, undefined, { timeout: TIMEOUT_MS });
