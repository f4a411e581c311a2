/** Distance from the viewport at which an element counts as near: time to load what it needs before it is seen. */
const NEAR_MARGIN = '400px';

/** Makes an observer that calls back when one of its elements comes near. One that is not displayed never does. */
export const nearObserver = (onNear: () => void): IntersectionObserver =>
  new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && onNear(), {
    rootMargin: NEAR_MARGIN,
  });
