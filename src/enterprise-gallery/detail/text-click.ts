import { attempt } from '../../feed/attempt.js';

/** Time in which a second click makes the first one the beginning of a selection. */
const DOUBLE_CLICK_MS = 300;

let timer: ReturnType<typeof setTimeout> | undefined;

/** True if a text in a shadow root is selected. Safari 17 takes the root itself, and throws. */
function isSelected(root: ShadowRoot): boolean {
  const [range] = attempt(() => getSelection()?.getComposedRanges?.({ shadowRoots: [root] })) ?? [];
  return !!range && (range.startContainer !== range.endContainer || range.startOffset !== range.endOffset);
}

/** Answers a click on a text that leads on, unless the visitor selects it: by a drag, or by a second click. */
export function followUnlessSelecting(event: MouseEvent, link: Element, follow: () => void): void {
  clearTimeout(timer);
  const root = link.getRootNode() as ShadowRoot;
  if (event.detail > 1 || isSelected(root)) return;
  // A finger selects otherwise, and scripts do not select.
  const isMouse = event.detail === 1 && (event as PointerEvent).pointerType !== 'touch';
  timer = setTimeout(() => isSelected(root) || follow(), isMouse ? DOUBLE_CLICK_MS : 0);
}
