/** The role and name of an element, for drivers that do not tell what a screen reader is told. */

export interface Accessible {
  readonly role: string;
  readonly name: string;
}

/**
 * Runs in a page and sees nothing of this module. Knows the part of ARIA that our pages use; a test in Chromium holds it
 * against the accessibility tree.
 */
export function accessible(element: Element): Accessible {
  const INPUT_ROLES: Readonly<Record<string, string>> = {
    checkbox: 'checkbox',
    radio: 'radio',
    search: 'searchbox',
    number: 'spinbutton',
  };
  const ROLES: Readonly<Record<string, string>> = {
    button: 'button',
    textarea: 'textbox',
    select: 'combobox',
    summary: 'DisclosureTriangle',
    dialog: 'dialog',
    main: 'main',
  };
  const roleOf = ({ localName }: Element): string => {
    const explicit = element.getAttribute('role');
    if (explicit) return explicit;
    if (/^h[1-6]$/.test(localName)) return 'heading';
    if (localName === 'a') return element.hasAttribute('href') ? 'link' : 'generic';
    if (localName === 'input') return INPUT_ROLES[(element as HTMLInputElement).type] ?? 'textbox';
    return ROLES[localName] ?? 'generic';
  };
  /** The words of a node in its place: without what is hidden from a screen reader. */
  const textOf = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const inner = node as Element;
    if (inner.getAttribute('aria-hidden') === 'true') return '';
    const style = getComputedStyle(inner);
    if (style.display === 'none' || style.visibility === 'hidden') return '';
    const label = inner.getAttribute('aria-label') ?? inner.getAttribute('alt');
    if (label) return label;
    const words = [...inner.childNodes].map(textOf).join('');
    return style.display.startsWith('inline') ? words : ` ${words} `;
  };
  const labelled = () => {
    const root = element.getRootNode() as ParentNode;
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    return ids.map((id) => root.querySelector(`#${CSS.escape(id)}`)).filter((found) => found !== null);
  };
  const isField = element.matches('input, select, textarea');
  const labels = isField ? [...((element as HTMLInputElement).labels ?? [])] : [element];
  const words =
    labelled().map(textOf).join(' ') ||
    element.getAttribute('aria-label') ||
    labels.map(textOf).join(' ') ||
    element.getAttribute('title') ||
    '';
  const name = words.trim().replaceAll(/\s+/g, ' ');
  // The tree parts what is in elements of its own by a blank, also before a comma, which no voice says.
  return { role: roleOf(element), name: name.replaceAll(/ (?=[,:])/g, '') };
}
