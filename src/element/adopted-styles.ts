import type { CSSResult, CSSResultOrNative, LitElement } from 'lit';
import { ofDocument } from './of-document.js';

/** Style sheets of modules that an element loaded later. */
const lateStyles = new WeakMap<LitElement, readonly CSSResultOrNative[]>();

/** Waits for a module with style sheets of its own, and gives them to the element that loads it. */
export async function withStyles<T extends { readonly styles: readonly CSSResultOrNative[] }>(
  element: LitElement,
  loading: Promise<T>,
): Promise<T> {
  const module = await loading;
  lateStyles.set(element, [...(lateStyles.get(element) ?? []), ...module.styles]);
  element.shadowRoot?.adoptedStyleSheets.push(...sheetsFor(element, module.styles));
  return module;
}

/**
 * Gives an element its style sheets again after another document has adopted it: constructed sheets belong to the
 * document they were made in, and the browser takes them away.
 */
export function restoreStyles(element: LitElement): void {
  if (!element.shadowRoot) return;
  const { elementStyles } = element.constructor as typeof LitElement;
  element.shadowRoot.adoptedStyleSheets = sheetsFor(element, [
    ...elementStyles,
    ...(lateStyles.get(element) ?? []),
  ]);
}

function sheetsFor(element: LitElement, styles: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  const view = ofDocument('defaultView', element.ownerDocument);
  // A document without a window shows nothing.
  if (!view) return [];
  return styles.map((style) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync((style as CSSResult).cssText);
    return sheet;
  });
}
