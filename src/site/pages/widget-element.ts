/** A widget on a page of the site, with what is to be read there before its script has come. */
import { CALENDAR_PATH } from '../calendar-file.js';
import { enterprisePath } from './enterprise-page.js';
import { entryPath } from './facts.js';
import { markup, type Markup } from './markup.js';
import type { PageContext } from './page.js';
import { sessionPath } from './session-page.js';
import type { Widget } from '../widgets.js';

/**
 * The element of a widget. What stands in it is plain: the names of all, which lead to their pages. HTML that was made
 * from the widget itself goes here, once there is some.
 */
export function widgetElement(widget: Widget, context: PageContext): Markup {
  const { site, addresses, t } = context;
  const src = addresses.fileOf('feed.json');
  switch (widget) {
    case 'enterprise-gallery': {
      const links = site.feed.enterprises.map((one) => ({
        path: entryPath(enterprisePath(one.id), one, context),
        name: one.name,
      }));
      return markup`<ceal-enterprise-gallery src="${src}" heading="none" page-size="6" deep-link>
${linkList(links, context)}</ceal-enterprise-gallery>`;
    }
    case 'programme-timeline': {
      const links = site.feed.sessions.map((one) => ({
        path: entryPath(sessionPath(one.id), one, context),
        name: one.title,
      }));
      const calendar = site.hasCalendar && markup` calendar-src="${addresses.fileOf(CALENDAR_PATH)}"`;
      return markup`<ceal-programme-timeline src="${src}" heading="none" deep-link${calendar}>
${linkList(links, context)}</ceal-programme-timeline>`;
    }
    case 'oasis-guide':
      return markup`<ceal-oasis-guide src="${src}" heading="none"><p>${t('widget-oasis-guide-help')}</p></ceal-oasis-guide>`;
    case 'signup-form':
      return markup`<ceal-signup-form src="${src}" heading="none"><p>${t('widget-signup-form-help')}</p></ceal-signup-form>`;
  }
}

function linkList(
  links: readonly { readonly path: string; readonly name: Parameters<PageContext['words']>[0] }[],
  { addresses, words }: PageContext,
): Markup | false {
  const items = links.map(
    ({ path, name }) => markup`<li><a href="${addresses.fileOf(path)}">${words(name)}</a></li>\n`,
  );
  return items.length > 0 && markup`<ul>\n${items}</ul>\n`;
}
