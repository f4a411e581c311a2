import { html, nothing, type TemplateResult } from 'lit';
import { pictureAllowed, type PicturePolicy } from '../element/picture.js';
import { plainText, type Reader } from '../element/text.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import { tile } from './tile.js';

export interface PictureView {
  readonly reader: Reader;
  readonly policy: PicturePolicy;
  /** Pictures that could not be had. */
  readonly missing: ReadonlySet<string>;
  readonly onMissing: (src: string) => void;
}

/** The picture of an enterprise at a fixed ratio, or its tile: when it has none, may have none, or it does not come. */
export function enterprisePicture(
  enterprise: Enterprise,
  view: PictureView,
  loading: 'lazy' | 'eager',
): TemplateResult {
  const { image } = enterprise;
  if (!image || view.missing.has(image.src) || !pictureAllowed(image.src, view.policy))
    return tile(enterprise.id, enterprise.themes[0]);
  const widths = image.srcset.map((candidate) => `${candidate.src} ${candidate.width}w`).join(', ');
  return html`<img
    class="image"
    part="image"
    src=${image.src}
    srcset=${widths || nothing}
    sizes=${widths ? '(min-width: 60em) 20em, 100vw' : nothing}
    alt=${plainText(image.alt, view.reader)}
    width=${image.width ?? nothing}
    height=${image.height ?? nothing}
    loading=${loading}
    decoding="async"
    referrerpolicy="no-referrer"
    @error=${() => view.onMissing(image.src)}
  />`;
}
