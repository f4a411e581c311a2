import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { pictureAllowed, type PicturePolicy } from '../element/views/picture.js';
import { type LocaleContext, plainText } from '../i18n/text.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import { keyed } from './keyed.js';
import { tile } from './tile.js';

/** Settings that all pictures of one rendering share. */
export interface PictureView {
  readonly localeContext: LocaleContext;
  readonly policy: PicturePolicy;
  /** Addresses of pictures that could not be loaded. */
  readonly missing: ReadonlySet<string>;
}

/** The picture of an enterprise at a fixed ratio; a tile where it has none, may show none, or it could not be loaded. */
export function enterprisePicture(
  enterprise: Enterprise,
  view: PictureView,
  loading: 'lazy' | 'eager',
): TemplateResult | DirectiveResult {
  const { image } = enterprise;
  if (!image || view.missing.has(image.src) || !pictureAllowed(image.src, view.policy))
    return tile(enterprise.id, enterprise.themes[0]);
  const { src, width = 3, height = 2 } = image;
  const alt = plainText(image.alt, view.localeContext);
  const srcset = image.srcset
    .filter((candidate) => pictureAllowed(candidate.src, view.policy))
    // A comma at the end of an address would end it there, and make the width an address of its own.
    .map((candidate) => `${candidate.src.replace(/,+$/, encodeURIComponent)} ${candidate.width}w`)
    .join();
  // A new element for a new picture: an old one would show the picture before until the next has come.
  return keyed(
    src,
    html`<img
      class="image"
      part="image"
      src=${src}
      srcset=${srcset || nothing}
      sizes=${srcset ? '(min-width: 60em) 20em, 100vw' : nothing}
      alt=${alt}
      width=${width}
      height=${height}
      loading=${loading}
      decoding="async"
      referrerpolicy="no-referrer"
    />`,
  );
}
