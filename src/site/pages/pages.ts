/** All pages of a site, each in every language that it has words in. */
import { LANGUAGES, type Language } from '../../i18n/languages.js';
import { groupByEdition } from '../../programme-timeline/programme.js';
import { publishedProgramme } from '../../programme-timeline/publish/published-programme.js';
import { structuredData } from '../../programme-timeline/structured-data/structured-data.js';
import type { SiteFile } from '../site-file.js';
import { enterprisePage, enterprisePath } from './enterprise-page.js';
import { hasLanguage } from './facts.js';
import { indexPage, type IndexSources } from './index-page.js';
import { firstLanguage, pageContext, pathIn, type PageContext, type SiteView } from './page.js';
import { sessionPage, sessionPath } from './session-page.js';
import { SITE_ICON } from './site-icon.js';
import { SITE_STYLE } from './site-style.js';
import { UNKNOWN_SITE } from './snippets.js';

/** @param text The feed as it is published. */
export function pageFiles(
  site: SiteView,
  text: string,
  sources: Omit<IndexSources, 'base'>,
): readonly SiteFile[] {
  const { feed, base } = site;
  const first = firstLanguage(feed);
  const inEach = (
    path: string,
    languages: readonly Language[],
    write: (context: PageContext) => string,
  ): readonly SiteFile[] =>
    languages.map((language) => ({
      path: pathIn(path, language, feed),
      content: write(pageContext(site, path, language, languages)),
    }));
  const languagesOf = (entry: unknown) =>
    [first, ...LANGUAGES].filter(
      (language, index) => index === 0 || (language !== first && hasLanguage(entry, language)),
    );
  const dataOf = new Map(LANGUAGES.map((language) => [language, sessionData(text, base, language)]));
  return [
    { path: 'site.css', content: SITE_STYLE },
    { path: 'site-icon.svg', content: SITE_ICON },
    ...inEach('index.html', [first, ...LANGUAGES.filter((language) => language !== first)], (context) =>
      indexPage(context, { ...sources, base: base ?? UNKNOWN_SITE }),
    ),
    ...feed.enterprises.flatMap((enterprise) =>
      inEach(enterprisePath(enterprise.id), languagesOf(enterprise), (context) =>
        enterprisePage(enterprise, context),
      ),
    ),
    ...feed.sessions.flatMap((session) =>
      inEach(sessionPath(session.id), languagesOf(session), (context) =>
        sessionPage(session, dataOf.get(context.language)!(session.id), context),
      ),
    ),
  ];
}

/** Tells the data for search engines of each session, in a language. */
function sessionData(text: string, base: string | undefined, language: Language): (id: string) => string {
  const { document, data, entries, localeContext } = publishedProgramme(text, {
    base: base && `${base}feed.json`,
    language,
  });
  return (id) => {
    const entry = entries.filter(({ session }) => session.id === id);
    const editions = groupByEdition(entry, data).filter((edition) => edition.entries.length > 0);
    const hrefOf = base === undefined ? undefined : (one: string) => base + sessionPath(one);
    return structuredData({ document, schedule: { data, editions }, localeContext, hrefOf });
  };
}
