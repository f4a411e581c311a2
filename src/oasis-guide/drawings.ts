import { pictureAllowed, type PicturePolicy } from '../element/views/picture.js';
import type { Guide } from './guide.js';
import { flatMap } from '../lists.js';

/** The drawings of all steps, loaded to have them on paper and without a connection. */
export class Drawings {
  #guide: Guide | undefined;
  /** Images that keep what the browser has loaded for as long as they stand. */
  images: readonly HTMLImageElement[] = [];

  /** Loads the drawings of a guide once; true if that is now. */
  preload(guide: Guide, policy: PicturePolicy): boolean {
    if (guide === this.#guide) return false;
    this.#guide = guide;
    this.images = flatMap(guide.steps, ({ image }) =>
      image && pictureAllowed(image.src, policy) ? [preload(image.src)] : [],
    );
    return true;
  }
}

function preload(src: string): HTMLImageElement {
  const image = new Image();
  image.referrerPolicy = 'no-referrer';
  image.fetchPriority = 'low';
  image.src = src;
  return image;
}
