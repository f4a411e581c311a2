import type { LitElement } from 'lit';

/**
 * Gives an element its style sheets again after another document has adopted it: constructed sheets belong to the
 * document they were made in, and the browser takes them away.
 */
export function restoreStyles(element: LitElement): void {
  const view = element.ownerDocument.defaultView;
  if (!view || !element.shadowRoot) return;
  const { elementStyles } = element.constructor as typeof LitElement;
  element.shadowRoot.adoptedStyleSheets = elementStyles.map((style) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync('cssText' in style ? style.cssText : '');
    return sheet;
  });
}
