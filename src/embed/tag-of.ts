/** The tag of an element, or that of the widget that a placeholder names: `enterprise-gallery`, with `ceal-` or without. */
export function tagOf(element: HTMLElement): string {
  // Not by a method, as a form may have a field of its name.
  const name = element.dataset?.['cealWidget'];
  const plain = name
    ?.trim()
    .toLowerCase()
    .replace(/^ceal-/, '');
  return plain === undefined ? element.localName : `ceal-${plain}`;
}

/** True for an element that names a widget instead of being one. */
export const isPlaceholder = ({ dataset }: HTMLElement): boolean => dataset?.['cealWidget'] !== undefined;
