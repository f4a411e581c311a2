import { html, nothing } from 'lit';
import { rowsOf } from '../element/views/keyed-rows.js';
import { pictureAllowed, type PicturePolicy } from '../element/views/picture.js';
import { foreignLanguage, localizeText, type LocaleContext } from '../i18n/text.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import { tile } from './tile.js';

/** Settings that all pictures of one rendering share. */
export interface PictureView {
  readonly localeContext: LocaleContext;
  readonly policy: PicturePolicy;
  /** Addresses of pictures that could not be loaded. */
  readonly missing: ReadonlySet<string>;
}

/** Ratio of width to height of the frame. */
const FRAME_RATIO = 1.5;
/** Part of a picture that may be cut off to fill the frame; more would not leave a logo whole. */
const MAX_CUT = 0.4;

/** True for the sizes of a picture of which the frame would show too little. */
function isFarFromFrame(width: number, height: number): boolean {
  const ratio = width / height / FRAME_RATIO;
  return Math.min(ratio, 1 / ratio) < 1 - MAX_CUT;
}

/** Corrects how a picture stands in its frame by its true size, where the feed does not say how. */
function fitLoaded({ currentTarget }: Event): void {
  const { classList, naturalWidth, naturalHeight } = currentTarget as HTMLImageElement;
  classList.toggle('whole', isFarFromFrame(naturalWidth, naturalHeight));
}

/** The picture of an enterprise at a fixed ratio; a tile where it has none, may show none, or it could not be loaded. */
export function enterprisePicture(
  enterprise: Enterprise,
  view: PictureView,
  loading: 'lazy' | 'eager',
): unknown {
  const { image } = enterprise;
  if (!image || view.missing.has(image.src) || !pictureAllowed(image.src, view.policy))
    return tile(enterprise.id, enterprise.themes[0]);
  const { src, fit, width = 3, height = 2 } = image;
  const isSizeKnown = image.width !== undefined && image.height !== undefined;
  const { localeContext } = view;
  const alt = image.alt ? localizeText(image.alt, localeContext) : undefined;
  const candidates = image.srcset
    .filter((candidate) => pictureAllowed(candidate.src, view.policy))
    // A comma at the end of an address would end it there, and make the width an address of its own.
    .map((candidate) => ({ ...candidate, src: candidate.src.replace(/,+$/, encodeURIComponent) }));
  // Where one size is missing, the others may be as well.
  const srcset =
    !candidates.some((candidate) => view.missing.has(candidate.src)) &&
    candidates.map((candidate) => `${candidate.src} ${candidate.width}w`).join();
  const isWhole = fit === 'contain' || (fit === 'auto' && isSizeKnown && isFarFromFrame(width, height));
  // A new element for a new picture: an old one would show the picture before until the next has come.
  return rowsOf(
    [src],
    String,
    () =>
      html`<img
        class="image ${isWhole ? 'whole' : ''}"
        part="image"
        src=${src}
        srcset=${srcset || nothing}
        sizes=${srcset ? '(min-width: 60em) 20em, 100vw' : nothing}
        alt=${alt?.text ?? ''}
        lang=${(alt && foreignLanguage(alt, localeContext.locale)) ?? nothing}
        width=${width}
        height=${height}
        loading=${loading}
        decoding="async"
        referrerpolicy="no-referrer"
        @load=${fit === 'auto' && !isSizeKnown ? fitLoaded : undefined}
      />`,
  );
}
