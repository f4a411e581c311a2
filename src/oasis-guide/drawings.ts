import { pictureAllowed, type PicturePolicy } from '../element/views/picture.js';
import type { Guide } from './guide.js';
import { flatMap } from '../lists.js';

/**
 * Loads the drawings of all steps, to have them on paper and without a connection. The browser keeps them as long as the
 * images that are returned.
 */
export function preloadImages({ steps }: Guide, policy: PicturePolicy): readonly HTMLImageElement[] {
  return flatMap(steps, ({ image }) =>
    image && pictureAllowed(image.src, policy) ? [preload(image.src)] : [],
  );
}

function preload(src: string): HTMLImageElement {
  const image = new Image();
  image.referrerPolicy = 'no-referrer';
  image.fetchPriority = 'low';
  image.src = src;
  return image;
}
