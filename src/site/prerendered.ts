/** Widgets of a site with what they show of its feed, to be read before a script has come. */
import { instantOf } from '../dates/amsterdam.js';
import { toDateSpan } from '../dates/date-span.js';
import { NOWHERE } from '../feed/fields.js';
import type { Feed } from '../feed/parse-feed.js';
import { pageAddresses, UNKNOWN_BASE, writtenAddress } from './addresses.js';
import { firstLanguage } from './pages/page.js';
import { WIDGETS, type Widget } from './widgets.js';
import type { PublishedFeed } from './published-feed.js';
import { MOVING_VERSION } from './versions.js';

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

/** The HTML of each widget. */
export type Prerendered = ReadonlyMap<Widget, string>;

/** The moment of a feed, in milliseconds since 1970: no run differs from another. `undefined` where it says none. */
export function momentOf({ head }: Feed): number | undefined {
  const span = head.updated && toDateSpan({ start: head.updated });
  return span ? (span.start ?? instantOf(`${span.first}T00:00`)) : undefined;
}

/** Renders the widgets for the pages for frames as they are at a moment, in the language of the feed. */
export async function prerenderFrames(
  { feed, text }: PublishedFeed,
  render: RenderWidget,
  now: number,
): Promise<Prerendered> {
  const { fileOf, linkTo } = pageAddresses(`${MOVING_VERSION}/embed/frame.html`, undefined);
  const written = (path: string) => linkTo(writtenAddress(NOWHERE + path.slice(1)));
  const entries = WIDGETS.map(async (widget) => {
    const html = await render(text, {
      widget,
      attributes: { src: fileOf('feed.json') },
      language: firstLanguage(feed),
      base: `${UNKNOWN_PATH}feed.json`,
      files: '../',
      now,
    });
    const rewrite = (_: string, start: string, path: string) => start + written(path);
    const withPictures = html.replace(SRCSET, (list) => list.replace(CANDIDATE, rewrite));
    return [widget, withPictures.replace(ADDRESS, rewrite)] as const;
  });
  return new Map(await Promise.all(entries));
}

/** The folder of the feed, from which addresses beside it start: they are written as they were afterwards. */
const UNKNOWN_PATH = new URL(UNKNOWN_BASE).pathname;

/** An address of the site whose place nobody knows, in an attribute; and the same in a list of pictures. */
const ADDRESS = /(\s(?:href|src)=")(\/[^"]*)/g;
const SRCSET = /\ssrcset="[^"]*"/g;
const CANDIDATE = /("|w,)(\/[^\s"]*)/g;
