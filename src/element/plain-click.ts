/**
 * @returns whether a click on a link is one to answer ourselves. With a modifier key or another button the browser opens
 * a tab or a window, or saves the page, as everywhere.
 */
export function isPlainClick({ ctrlKey, metaKey, shiftKey, button }: MouseEvent): boolean {
  return !ctrlKey && !metaKey && !shiftKey && button === 0;
}
