import type { Language } from '../../../i18n/languages.js';
import { languages } from '../page/locales/index.js';
import { frameTitle, type FrameWidget } from './frame-widget.js';
import { escapeMarkup } from '../../../escape-markup.js';
import { discoveryLink } from './oembed.js';
import { framePolicy } from './policy.js';

export interface FramePageOptions {
  readonly widget: FrameWidget;
  /** The language where the address names none; `nl` by default, as everywhere. */
  readonly lang?: Language;
  /** Markup of the widget, rendered beforehand: an element with the tag, on which the parameters are set. */
  readonly content?: string;
  /** Origins beside the own one that its policy lets it read from and send to; none by default. */
  readonly connect?: readonly string[];
  /** The address of the page's oEmbed file, in full; none given leaves the link out. */
  readonly oembed?: string;
}

/** Makes the page that shows a widget in a frame, as HTML. */
export function framePage({
  widget,
  lang = 'nl',
  content = NO_SCRIPT,
  connect,
  oembed,
}: FramePageOptions): string {
  const title = escapeMarkup(frameTitle(widget));
  const lines = [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(framePolicy({ connect }))}">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="referrer" content="strict-origin-when-cross-origin">',
    '<meta name="robots" content="noindex">',
    `<title>${title}</title>`,
    ...(oembed === undefined ? [] : [discoveryLink(oembed, frameTitle(widget))]),
    '<link rel="stylesheet" href="../embed/frame-page.css">',
    '<link rel="preload" as="fetch" href="allowed.json" crossorigin>',
    '<script type="module" src="../ceal-widgets.js"></script>',
    '<script defer src="../embed/frame-page.js"></script>',
    `<main data-widget="${escapeMarkup(widget.tag)}" data-attributes="${escapeMarkup(widget.attributes.join(' '))}">`,
    content,
    '</main>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Words in each of our languages: without script nobody reads the parameter `lang`. */
const NO_SCRIPT = `<noscript>${Object.entries(languages)
  .map(([lang, words]) => `<p lang="${lang}">${escapeMarkup(words.noScript)}</p>`)
  .join('')}</noscript>`;
