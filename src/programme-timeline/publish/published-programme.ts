/** The programme of a feed as files for Node are made from it. */
import { addressTo } from '../../element/controllers/fragment.js';
import { findAdvice, isLeftOut } from '../../feed/advice/advice.js';
import { feedPlaces, withExpected } from '../../feed/advice/places.js';
import type { FeedDocument } from '../../feed/document.js';
import { issuesOf } from '../../feed/document-issues.js';
import { NOWHERE } from '../../feed/fields.js';
import { failureMessage } from '../../feed/failure-words/failure-message.js';
import { issueMessage } from '../../feed/issue-words/issue-message.js';
import { pointer, type FeedIssue } from '../../feed/issues.js';
import { mendId } from '../../feed/mending/id.js';
import { openFeedOrBytes, SECTIONS } from '../../feed/parse-feed.js';
import { isRecord } from '../../feed/record.js';
import { programme } from '../../feed/sections/programme.js';
import type { Session } from '../../feed/sections/sessions.js';
import type { LocaleContext } from '../../i18n/text.js';
import { createTranslator } from '../../i18n/translate.js';
import { flatMap } from '../../lists.js';
import { readTimelineData, type Entry, type TimelineData } from '../programme.js';
import { languages } from './locales/index.js';

/** Selection of sessions for a file, the language of its texts, and the addresses that it needs. */
export interface PublishOptions {
  /** Only this edition, part or session, by its id as the feed writes it, or this kind of session, such as `field`. */
  readonly edition?: string | undefined;
  readonly part?: string | undefined;
  readonly session?: string | undefined;
  readonly kind?: string | undefined;
  /** Language of the texts, where the feed has it; by default that of the feed, else `nl`. */
  readonly language?: string | undefined;
  /**
   * Address of the feed, from which relative links start: without it those are left out. With it, sessions have ids that
   * no other feed has, and those of the files that visitors download.
   */
  readonly base?: string | undefined;
  /** Address of the page with the timeline, which has `deep-link`: each session leads back to its place there. */
  readonly page?: string | undefined;
  /** Called for each issue of what the file is made from; `message` is in `language`. Default: none. */
  readonly onIssue?: ((issue: FeedIssue, message: string) => void) | undefined;
}

/** The programme of a feed, as far as it was asked for. */
export interface PublishedProgramme {
  readonly document: FeedDocument;
  /** All of the programme, of which `entries` are those asked for. */
  readonly data: TimelineData;
  readonly entries: readonly Entry[];
  readonly localeContext: LocaleContext;
  /** The address of the feed, where one was given, as a browser writes it. */
  readonly base: string | undefined;
  /** Tells the address of a session; `undefined` where no page is known. */
  readonly hrefOf: ((id: string) => string) | undefined;
}

/** Reads the programme of a feed: of its text, its bytes or the object parsed from it. Throws where it is none. */
export function publishedProgramme(feed: unknown, options: PublishOptions): PublishedProgramme {
  const { edition, part, session, kind } = options;
  const [base, page] = [options.base, options.page].map(asInBrowsers);
  if (base !== undefined && !URL.canParse(base)) throw new Error(`"${base}" is no address of a feed.`);
  if (page !== undefined && !/^https?:/.test(page)) throw new Error(`"${page}" is no address of a page.`);
  const opened = openFeedOrBytes(feed, base ?? NOWHERE);
  if (!opened.ok) throw new Error(`This is no feed. ${failureMessage(opened, 'en')}`);
  const { document } = opened;
  const locale = options.language ?? document.head.language ?? 'nl';
  const data = readTimelineData(document);
  if (options.onIssue) tellIssues(document, data, locale, options.onIssue);
  const isWanted = (wanted: string | undefined, id: string | undefined) =>
    wanted === undefined || mendId(wanted) === id;
  return {
    document,
    data,
    entries: data.entries
      .filter(
        (entry) =>
          isWanted(edition, entry.session.edition) &&
          isWanted(part, entry.session.part) &&
          isWanted(session, entry.session.id) &&
          (kind === undefined || kind === entry.session.kind),
      )
      .map((entry) => ({ ...entry, session: withoutDeadLinks(entry.session) })),
    localeContext: { locale, feedLanguage: document.head.language },
    base,
    hrefOf: page === undefined ? undefined : (id) => addressTo(page, 'ceal-timeline.session', id),
  };
}

/** An address as a browser writes it: what is told of the same one has to be the same. */
const asInBrowsers = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address) ? new URL(address).href : address;

/** @returns whether an address starts from one that nobody has given. */
const leadsNowhere = (url: string | undefined) => url?.startsWith(NOWHERE) === true;

/** A session without the links that start from an address that nobody has given. */
function withoutDeadLinks(session: Session): Session {
  const { online, links } = session;
  return {
    ...session,
    online: leadsNowhere(online) ? undefined : online,
    links: links.filter(({ url }) => !leadsNowhere(url)),
  };
}

/** Tells of what was read, of keys that nothing reads (a misspelt "sessions"), and of links that lead nowhere. */
function tellIssues(
  document: FeedDocument,
  { entries }: TimelineData,
  locale: string,
  tell: NonNullable<PublishOptions['onIssue']>,
): void {
  const { editions, parts, sessions } = SECTIONS;
  const issues = issuesOf(document);
  const sections = [programme, editions, parts, sessions];
  const found = findAdvice(document, sections, { issues }).filter(isLeftOut);
  for (const issue of [...withExpected(issues, feedPlaces(sections)), ...found])
    tell(issue, issueMessage(issue, locale));
  const t = createTranslator(languages, locale);
  for (const { path, url } of deadLinks(entries, document.raw['sessions'])) {
    const value = url.slice(NOWHERE.length);
    tell({ pointer: pointer(path), code: 'bad-address', params: { value } }, t('noBase', { value }));
  }
}

/** The links that lead nowhere, with their places in the list of sessions as it was written. */
function deadLinks(entries: readonly Entry[], written: unknown) {
  const ids = Array.isArray(written) ? written.map((entry) => isRecord(entry) && mendId(entry['id'])) : [];
  return flatMap(entries, ({ session }, index) => {
    const at = ids.indexOf(session.id);
    const start = ['sessions', at < 0 ? index : at];
    return [
      { path: [...start, 'online'], url: session.online ?? '' },
      ...session.links.map(({ url }, link) => ({ path: [...start, 'links', link, 'url'], url })),
    ].filter(({ url }) => leadsNowhere(url));
  });
}
