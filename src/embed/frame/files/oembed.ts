import { frameName, frameTitle, type FrameWidget } from './frame-widget.js';
import { escapeMarkup } from '../../../escape-markup.js';

/** An answer of oEmbed 1.0 (https://oembed.com), of the type `rich`. */
export interface OEmbed {
  readonly type: 'rich';
  readonly version: '1.0';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** Seconds for which it may be kept. */
  readonly cache_age: number;
  readonly html: string;
  /** In CSS pixels; readers take no percentage. */
  readonly width: number;
  readonly height: number;
}

export interface OEmbedOptions {
  readonly widget: Pick<FrameWidget, 'tag'>;
  /** The address in full of the folder with `ceal-widgets.js`, with a slash at its end. */
  readonly base: string;
  /** The parameters of the frame page: the address of the feed, and other attributes. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The name of the frame, for voices; that of the widget by default. */
  readonly title?: string;
  /** The name of the site; its host by default. */
  readonly provider?: string;
}

const WIDTH_PX = 800;
/** Readers take scripts out, so the frame keeps it, and scrolls. */
const HEIGHT_PX = 600;
const CACHE_AGE_S = 86_400;

/**
 * Makes the oEmbed file of a frame page.
 * @throws {TypeError} Where `base` is no address in full.
 */
export function oembedOf({
  widget,
  base,
  parameters = {},
  title = frameTitle(widget),
  provider,
}: OEmbedOptions): OEmbed {
  const { origin, host } = new URL(base);
  const page = new URL(`embed/${frameName(widget)}.html`, base);
  page.search = String(new URLSearchParams(parameters));
  return {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: provider ?? host,
    provider_url: `${origin}/`,
    cache_age: CACHE_AGE_S,
    html: frameMarkup(page.href, title),
    width: WIDTH_PX,
    height: HEIGHT_PX,
  };
}

const frameMarkup = (address: string, title: string): string =>
  `<iframe data-ceal-frame src="${escapeMarkup(address)}" title="${escapeMarkup(title)}" loading="lazy" width="100%" height="${HEIGHT_PX}"></iframe>`;

/** The line in the head of a page by which readers of oEmbed find the file. */
export const discoveryLink = (address: string, title: string): string =>
  `<link rel="alternate" type="application/json+oembed" href="${escapeMarkup(address)}" title="${escapeMarkup(title)}">`;
