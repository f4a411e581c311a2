/** The pages for frames, under the version that moves along, and the files by which readers of oEmbed find them. */
import { frameName, type FrameWidget } from '../embed/frame/files/frame-widget.js';
import { framePage } from '../embed/frame/files/frame-page-markup.js';
import { oembedOf } from '../embed/frame/files/oembed.js';
import { plainText } from '../i18n/text.js';
import { createTranslator } from '../i18n/translate.js';
import { languages } from './locales/index.js';
import { firstLanguage, type SiteView } from './pages/page.js';
import { WIDGETS, type RenderedWidgets } from './widgets.js';
import { bytesOf, jsonFile, type SiteFile } from './site-file.js';
import { MOVING_VERSION } from './versions.js';

/**
 * Makes the pages anew, in the language of the feed; those of the exact version stay as they were built, to the byte. The
 * oEmbed files need the full address of the site: without it there are none. The sign-up form has none: a frame without the
 * address of a receiver would let visitors fill in a form that cannot be sent.
 *
 * @param build The build, with its list of the widgets and their parameters; without that list there are no pages.
 * @param connect Origins beside the own one that the pages may read from and send to.
 * @param prerendered What stands in the pages before their script has come; by default words that it is needed.
 */
export function frameFiles(
  { feed, base }: Pick<SiteView, 'feed' | 'base'>,
  build: readonly SiteFile[],
  connect: readonly string[],
  prerendered?: RenderedWidgets,
): readonly SiteFile[] {
  const lang = firstLanguage(feed);
  const t = createTranslator(languages, lang);
  const title = plainText(feed.head.title, { locale: lang, feedLanguage: feed.head.language });
  return widgetsOf(build).flatMap((widget) => {
    const name = frameName(widget);
    const page = `${MOVING_VERSION}/embed/${name}.html`;
    const known = WIDGETS.filter((one) => one === name)[0];
    const content = known && prerendered?.get(known);
    const path = `${MOVING_VERSION}/embed/oembed/${name}.json`;
    if (base === undefined || !known || known === 'signup-form')
      return [{ path: page, content: framePage({ widget, lang, content, connect }) }];
    const oembed = oembedOf({
      widget,
      base: `${base}${MOVING_VERSION}/`,
      parameters: { src: `${base}feed.json` },
      title: t(`widget-${known}`),
      ...(title && { provider: title }),
    });
    return [
      { path: page, content: framePage({ widget, lang, content, connect, oembed: base + path }) },
      jsonFile(path, oembed),
    ];
  });
}

function widgetsOf(build: readonly SiteFile[]): readonly FrameWidget[] {
  const list = build.find(({ path }) => path === 'embed/widgets.json');
  return list ? (JSON.parse(new TextDecoder().decode(bytesOf(list))) as readonly FrameWidget[]) : [];
}
