import { ofDocument } from '../of-document.js';

/** The places of a script of an element: its own child, or in the paragraph that an editor has put around that. */
const CHILD = ':is(:scope, :scope > p) > script';

/** The text of the feed in an element, a JSON script, once the parser has come past its end. */
export function inlineFeed(host: HTMLElement): string | undefined {
  const script = host.querySelector(`${CHILD}[type='application/json' i]:not([data-ceal-labels])`);
  if (!script) return undefined;
  const isParsed =
    script.nextSibling || host.nextSibling || ofDocument('readyState', host.ownerDocument) !== 'loading';
  return isParsed ? script.textContent?.trim() || undefined : undefined;
}

/** The text of the script in an element that holds words to use instead of ours. */
export const inlineLabels = (host: HTMLElement): string | null =>
  host.querySelector(`${CHILD}[data-ceal-labels]`)?.textContent ?? null;
