import type { CSSResultOrNative, LitElement } from 'lit';

/** Sheets that came with code that an element loaded later. */
const added = new WeakMap<LitElement, readonly CSSResultOrNative[]>();

/** Waits for code that brings style sheets of its own, and gives them to the element that asked for it. */
export async function withStyles<T extends { readonly styles: readonly CSSResultOrNative[] }>(
  element: LitElement,
  coming: Promise<T>,
): Promise<T> {
  const part = await coming;
  added.set(element, [...(added.get(element) ?? []), ...part.styles]);
  element.shadowRoot?.adoptedStyleSheets.push(...sheetsFor(element, part.styles));
  return part;
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
    ...(added.get(element) ?? []),
  ]);
}

function sheetsFor(element: LitElement, styles: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  const view = element.ownerDocument.defaultView;
  return styles.flatMap((style) => {
    if (!view || !('cssText' in style)) return [];
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    return [sheet];
  });
}
