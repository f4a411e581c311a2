/** Distance from the viewport at which an element counts as near: time to load what it needs before it is seen. */
const NEAR_MARGIN = '400px';

/** Calls back once an element has a box. */
export function onceDisplayed(element: Element, run: () => void): void {
  const observer = new ResizeObserver(() => {
    if (!element.checkVisibility()) return;
    observer.disconnect();
    run();
  });
  observer.observe(element);
}

/** Makes an observer that calls back for each of its elements that comes near. One that is not displayed never does. */
export const nearObserver = (onNear: (element: Element) => void): IntersectionObserver =>
  new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && onNear(target)),
    { rootMargin: NEAR_MARGIN },
  );
