import type { Language } from '../../i18n/languages.js';
import { CALENDAR_PATH, hasCalendar } from '../calendar-file.js';
import { MOVING_VERSION } from '../versions.js';
import { markup, type Markup } from './markup.js';
import { pageText, type PageContext } from './page.js';
import { WIDGETS, type RenderedWidgets, type Widget } from '../widgets.js';
import { SYSTEMS, snippet, type SnippetSources } from './snippets.js';
import { widgetElement } from './widget-element.js';

/** What the first page is made from, beside the feed. */
export interface IndexSources extends Omit<SnippetSources, 'link'> {
  /** The widgets, rendered beforehand in each language; none by default. */
  readonly rendered?: ReadonlyMap<Language, RenderedWidgets> | undefined;
}

/** The first page: each widget as it is, and what to paste to have it elsewhere. */
export function indexPage(context: PageContext, sources: IndexSources): string {
  const { t, plain, words, addresses, site } = context;
  const { title } = site.feed.head;
  const files = addresses.fileOf(MOVING_VERSION);
  return pageText(context, {
    title: plain(title) || t('siteName'),
    description: t('introduction'),
    head: markup`<link rel="stylesheet" href="${files}/ceal-widgets.css">
<script type="module" src="${files}/ceal-widgets.js"></script>
`,
    main: markup`<h1>${words(title) || t('siteName')}</h1>
<p class="lead">${t('introduction')}</p>
<nav aria-label="${t('contents')}">
<ul>
${WIDGETS.map((widget) => markup`<li><a href="#${widget}">${t(`widget-${widget}`)}</a></li>\n`)}</ul>
</nav>
${WIDGETS.map((widget) => section(widget, context, sources))}`,
  });
}

/** A link to the calendar, where the timeline cannot show its address. */
const calendarLink = ({ t, site, addresses }: PageContext): Markup | false =>
  site.base === undefined &&
  hasCalendar(site.feed) &&
  markup`<p><a href="${addresses.fileOf(CALENDAR_PATH)}">${t('calendar')}</a></p>\n`;

function section(widget: Widget, context: PageContext, sources: IndexSources): Markup {
  const { t } = context;
  const name = t(`widget-${widget}`);
  const snippets = SYSTEMS.map((system) => {
    const code = snippet(widget, system, { ...sources, link: name });
    const label = t(`system-${system}`);
    return (
      code !== undefined &&
      markup`<details name="${widget}">
<summary>${label}</summary>
<p>${t(`system-${system}-help`)}</p>
<pre tabindex="0" role="region" aria-label="${name}: ${t('code', { system: label })}"><code>${code}</code></pre>
</details>
`
    );
  });
  return markup`<section id="${widget}">
<h2>${name}</h2>
<p>${t(`widget-${widget}-help`)}</p>
<h3>${t('onYourPage')}</h3>
${snippets}<h3>${t('preview')}</h3>
${widgetElement(widget, context, sources.rendered?.get(context.language)?.get(widget))}
${widget === 'programme-timeline' && calendarLink(context)}</section>
`;
}
