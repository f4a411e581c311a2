import { ofDocument } from '../of-document.js';

/** The text of the feed among an element's children, a JSON script, once the parser has come past its end. */
export function inlineFeed(host: HTMLElement): string | undefined {
  const script = [...host.children].filter(
    (child) => child.matches('script[type="application/json" i]') && !child.hasAttribute('data-ceal-labels'),
  )[0];
  const isParsed =
    script?.nextSibling || host.nextSibling || ofDocument('readyState', host.ownerDocument) !== 'loading';
  return isParsed ? script?.textContent?.trim() || undefined : undefined;
}

/** The text of the script among an element's children that holds words to use instead of ours. */
export const inlineLabels = (host: HTMLElement): string | null =>
  host.querySelector(':scope > script[data-ceal-labels]')?.textContent ?? null;
