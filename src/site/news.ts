/** What is new, as a JSON Feed (version 1.1): for news readers and for other sites. */
import { localAt, offsetAt, instantOf } from '../dates/amsterdam.js';
import { toDateSpan } from '../dates/date-span.js';
import type { FeedDate } from '../dates/edtf.js';
import type { Feed } from '../feed/parse-feed.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import type { Session } from '../feed/sections/sessions.js';
import { plainText, type Text } from '../i18n/text.js';
import { createTranslator } from '../i18n/translate.js';
import { languages } from './locales/index.js';
import { enterprisePath } from './pages/enterprise-page.js';
import { firstLanguage } from './pages/page.js';
import { sessionPath } from './pages/session-page.js';
import { jsonFile, type SiteFile } from './site-file.js';

export const NEWS_PATH = 'news.json';

/** The news that a reader is given at once; older ones were read before. */
const MAX_ITEMS = 50;

/**
 * Entries with the day or the time at which they were published, the newest first. One that is later than the feed's own
 * `updated` is not news yet.
 */
export function newsFile(feed: Feed, base: string | undefined): SiteFile {
  const { head } = feed;
  const language = firstLanguage(feed);
  const localeContext = { locale: language, feedLanguage: head.language };
  const plain = (text: Text | undefined) => plainText(text, localeContext) || undefined;
  const url = (path: string) => (base === undefined ? undefined : base + path);
  const absolute = (address: string) =>
    URL.canParse(address, base) ? new URL(address, base).href : undefined;
  const publisher = plain(head.publisher);
  const until = head.updated && toDateSpan({ start: head.updated })?.last;
  const itemOf = (path: string, entry: Enterprise | Session) => {
    const time = timeOf(entry.published);
    if (time === undefined || (until !== undefined && time.slice(0, 10) > until)) return [];
    const { title, content, image } = 'name' in entry ? ofEnterprise(entry) : ofSession(entry);
    return {
      // A name for the entry that stays, wherever the site stands.
      id: `${head.id ?? 'feed'}/${path}`,
      url: url(path),
      title: plain(title),
      content_text: plain(content) ?? plain(title),
      image: image && absolute(image),
      date_published: time,
    };
  };
  const items = [
    ...feed.enterprises.flatMap((one) => itemOf(enterprisePath(one.id), one)),
    ...feed.sessions.flatMap((one) => itemOf(sessionPath(one.id), one)),
  ];
  return jsonFile(NEWS_PATH, {
    version: 'https://jsonfeed.org/version/1.1',
    title: plain(head.title) ?? createTranslator(languages, language)('siteName'),
    home_page_url: url(''),
    feed_url: url(NEWS_PATH),
    language,
    authors: publisher && [{ name: publisher }],
    items: items
      .toSorted((a, b) =>
        a.date_published === b.date_published ? 0 : a.date_published < b.date_published ? 1 : -1,
      )
      .slice(0, MAX_ITEMS),
  });
}

const ofEnterprise = ({ name, tagline, description, image }: Enterprise) => ({
  title: name,
  content: tagline ?? description,
  image: image?.src,
});

const ofSession = ({ title, summary }: Session) => ({ title, content: summary, image: undefined });

/** A date as RFC 3339 writes it, a day from its midnight in Amsterdam; `undefined` for one that is no day. */
function timeOf(date: FeedDate | undefined): string | undefined {
  const span = date && toDateSpan({ start: date });
  if (!span?.exact) return undefined;
  const instant = span.start ?? instantOf(`${span.first}T00:00`);
  return `${localAt(instant)}:00+0${offsetAt(instant) / 3_600_000}:00`;
}
