import type { Fields, SafeUrl } from './fields.js';
import type { Text } from '../i18n/text.js';

/** A link: its address, its label, and the kind of page that it leads to (`website`, `video` …). */
export interface Link {
  readonly url: SafeUrl;
  readonly label?: Text | undefined;
  readonly kind?: string | undefined;
}

/** The source of a fact. */
export interface Source {
  readonly label: Text;
  readonly url?: SafeUrl | undefined;
  readonly note?: Text | undefined;
}

export interface Place {
  readonly name: Text;
  readonly address?: Text | undefined;
  readonly url?: SafeUrl | undefined;
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
}

/** A picture; sizes are in pixels. Without `alt` it is decorative. */
export interface Picture {
  readonly src: SafeUrl;
  readonly alt?: Text | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** `auto` shows it whole where a frame would cut off much of it. */
  readonly fit: 'auto' | 'cover' | 'contain';
  readonly srcset: readonly { readonly src: SafeUrl; readonly width: number }[];
  readonly credit?: Text | undefined;
}

export const link = (f: Fields) =>
  f.object({ url: f.url(), label: f.optional(f.title()), kind: f.optional(f.id()) });

export const source = (f: Fields) =>
  f.object({ label: f.title(), url: f.optional(f.url()), note: f.optional(f.text()) });

export const place = (f: Fields) =>
  f.object({
    name: f.title(),
    address: f.optional(f.title()),
    url: f.optional(f.url()),
    lat: f.optional(f.number(-90, 90)),
    lon: f.optional(f.number(-180, 180)),
  });

export const picture = (f: Fields) =>
  f.object({
    src: f.url(),
    alt: f.optional(f.title()),
    width: f.optional(f.count(1, 20_000)),
    height: f.optional(f.count(1, 20_000)),
    fit: f.oneOf(['auto', 'cover', 'contain'], 'auto'),
    srcset: f.list(f.object({ src: f.url(), width: f.count(1, 20_000) }), 12),
    credit: f.optional(f.title()),
  });
