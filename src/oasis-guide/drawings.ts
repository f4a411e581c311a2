import { pictureAllowed, type PicturePolicy } from '../element/views/picture.js';
import type { Guide } from './guide.js';

/**
 * Asks for the drawings of all steps, to have them on paper and without a connection. They are held as long as the guide
 * holds what comes back.
 */
export function askForDrawings({ steps }: Guide, policy: PicturePolicy): readonly HTMLImageElement[] {
  return steps.flatMap(({ image }) => (image && pictureAllowed(image.src, policy) ? [asked(image.src)] : []));
}

function asked(src: string): HTMLImageElement {
  const image = new Image();
  image.referrerPolicy = 'no-referrer';
  image.fetchPriority = 'low';
  image.src = src;
  return image;
}
