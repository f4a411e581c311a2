/** A widget on the first page of the site, with what is to be read there before its script has come. */
import { CALENDAR_PATH, hasCalendar } from '../calendar-file.js';
import { enterprisePath } from './enterprise-page.js';
import { entryPath } from './facts.js';
import { markup, renderedMarkup, type Markup } from './markup.js';
import type { PageContext } from './page.js';
import { sessionPath } from './session-page.js';
import type { Widget } from '../widgets.js';

/** The attributes of a widget on the first page. An address of a calendar is shown, and has to be whole for that. */
export function widgetAttributes(
  widget: Widget,
  { site: { feed, base }, addresses }: Pick<PageContext, 'site' | 'addresses'>,
): Readonly<Record<string, string>> {
  const calendar = hasCalendar(feed) && base !== undefined && { 'calendar-src': base + CALENDAR_PATH };
  return {
    src: addresses.fileOf('feed.json'),
    heading: 'none',
    ...(widget === 'enterprise-gallery' && { 'page-size': '6', 'deep-link': '' }),
    ...(widget === 'programme-timeline' && { 'deep-link': '', ...calendar }),
  };
}

/**
 * The element of a widget. Who has no script finds the names of all that it shows, which lead to their pages.
 * @param rendered The element with what it shows, rendered beforehand; it has what a script takes over.
 */
export function widgetElement(widget: Widget, context: PageContext, rendered?: string): Markup {
  const plain = plainContent(widget, context);
  if (rendered !== undefined)
    return markup`${renderedMarkup(rendered)}${plain !== undefined && markup`<noscript>\n${plain}</noscript>\n`}`;
  const attributes = Object.entries(widgetAttributes(widget, context)).map(([name, value]) =>
    value === '' ? markup` ${name}` : markup` ${name}="${value}"`,
  );
  return markup`<ceal-${widget}${attributes}>
${plain ?? markup`<p>${context.t(`widget-${widget}-help`)}</p>\n`}</ceal-${widget}>`;
}

/** What a widget shows, in plain words; `undefined` where it is no list. */
function plainContent(widget: Widget, context: PageContext): Markup | undefined {
  const { enterprises, sessions } = context.site.feed;
  const linkOf = (path: string, entry: unknown, name: Parameters<PageContext['words']>[0]) =>
    markup`<li><a href="${context.addresses.fileOf(entryPath(path, entry, context))}">${context.words(name)}</a></li>\n`;
  const items =
    widget === 'enterprise-gallery'
      ? enterprises.map((one) => linkOf(enterprisePath(one.id), one, one.name))
      : widget === 'programme-timeline'
        ? sessions.map((one) => linkOf(sessionPath(one.id), one, one.title))
        : [];
  return items.length > 0 ? markup`<ul>\n${items}</ul>\n` : undefined;
}
