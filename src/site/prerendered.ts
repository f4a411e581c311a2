/** Widgets of a site with what they show of its feed, to be read before a script has come. */
import { instantOf } from '../dates/amsterdam.js';
import { toDateSpan } from '../dates/date-span.js';
import { NOWHERE } from '../feed/fields.js';
import type { Feed } from '../feed/parse-feed.js';
import { LANGUAGES, type Language } from '../i18n/languages.js';
import { pageAddresses, UNKNOWN_BASE, writtenAddress } from './addresses.js';
import { firstLanguage, pathIn } from './pages/page.js';
import { widgetAttributes } from './pages/widget-element.js';
import type { PublishedFeed } from './published-feed.js';
import { MOVING_VERSION } from './versions.js';
import { WIDGETS, type RenderedPages, type RenderedWidgets, type Widget } from './widgets.js';

/** The function that renders a widget as HTML. The command brings it: it needs a package that may not be there. */
export type RenderWidget = (
  feed: string,
  options: {
    readonly widget: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly language: string;
    readonly base: string;
    readonly files: string;
    readonly now: number;
  },
) => Promise<string>;

/** The moment of a feed, in milliseconds since 1970: no run differs from another. `undefined` where it says none. */
export function momentOf({ head }: Feed): number | undefined {
  const span = head.updated && toDateSpan({ start: head.updated });
  return span ? (span.start ?? instantOf(`${span.first}T00:00`)) : undefined;
}

/**
 * Renders the widgets of a site as they are at a moment.
 * @param base The address of the site's folder, where it is known.
 */
export async function prerenderSite(
  { feed, text }: PublishedFeed,
  base: string | undefined,
  render: RenderWidget,
  now: number,
): Promise<RenderedPages> {
  const renderFor = async ({
    path,
    language,
    files,
    attributesOf,
  }: RenderedPage): Promise<RenderedWidgets> => {
    const entries = WIDGETS.map(async (widget) => {
      const html = await render(text, {
        widget,
        attributes: attributesOf(widget),
        language,
        base: `${UNKNOWN_PATH}feed.json`,
        files,
        now,
      });
      return [widget, withWrittenAddresses(html, path)] as const;
    });
    return new Map(await Promise.all(entries));
  };
  const frames = `${MOVING_VERSION}/embed/frame.html`;
  const firstPages = LANGUAGES.map(async (language) => {
    const path = pathIn('index.html', language, feed);
    const addresses = pageAddresses(path, base);
    const attributesOf = (widget: Widget) => widgetAttributes(widget, { site: { feed, base }, addresses });
    const files = addresses.fileOf(MOVING_VERSION);
    return [language, await renderFor({ path, language, files, attributesOf })] as const;
  });
  return {
    frames: await renderFor({
      path: frames,
      language: firstLanguage(feed),
      files: '../',
      attributesOf: () => ({ src: pageAddresses(frames, base).fileOf('feed.json') }),
    }),
    firstPages: new Map(await Promise.all(firstPages)),
  };
}

/** A page with widgets, by its path from the site's folder. */
interface RenderedPage {
  readonly path: string;
  readonly language: Language;
  /** The folder of the scripts and styles, as the page names it. */
  readonly files: string;
  readonly attributesOf: (widget: Widget) => Readonly<Record<string, string>>;
}

/** Addresses beside the feed, which began in a folder that nobody knows, as the page at a path has them. */
function withWrittenAddresses(html: string, path: string): string {
  const { linkTo } = pageAddresses(path, undefined);
  const rewrite = (_: string, start: string, address: string) =>
    start + linkTo(writtenAddress(NOWHERE + address.slice(1)));
  return html.replace(SRCSET, (list) => list.replace(CANDIDATE, rewrite)).replace(ADDRESS, rewrite);
}

/** The folder of the feed, from which addresses beside it start: they are written as they were afterwards. */
const UNKNOWN_PATH = new URL(UNKNOWN_BASE).pathname;

/** An address of the site whose place nobody knows, in an attribute; and the same in a list of pictures. */
const ADDRESS = /(\s(?:href|src)=")(\/[^"]*)/g;
const SRCSET = /\ssrcset="[^"]*"/g;
const CANDIDATE = /("|w,)(\/[^\s"]*)/g;
