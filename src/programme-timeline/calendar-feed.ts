import { plainText } from '../i18n/text.js';
import { createTranslator } from '../i18n/translate.js';
import { failureMessage } from '../feed/failure-words/failure-message.js';
import { feedPlaces, withExpected } from '../feed/advice/places.js';
import { issueMessage } from '../feed/issue-words/issue-message.js';
import type { FeedIssue } from '../feed/issues.js';
import { openFeedOrBytes, SECTIONS } from '../feed/parse-feed.js';
import { findAdvice, isLeftOut } from '../feed/advice/advice.js';
import { issuesOf } from '../feed/document-issues.js';
import type { FeedDocument } from '../feed/document.js';
import { mendId } from '../feed/mending/id.js';
import { programme } from '../feed/sections/programme.js';
import type { Session } from '../feed/sections/sessions.js';
import { calendarFile } from '../dates/ics.js';
import { languages } from './locales/index.js';
import { readTimelineData } from './programme.js';

/** Selection of sessions for a calendar file, and the language of its texts. */
export interface FeedCalendarOptions {
  /** Only this edition, part or session, by its id as the feed writes it. */
  readonly edition?: string;
  readonly part?: string;
  readonly session?: string;
  /** Language of the texts, where the feed has it; by default that of the feed, else `nl`. */
  readonly language?: string;
  /** Time at which the file is made, in milliseconds since 1970; now by default. */
  readonly now?: number;
  /**
   * Address of the feed, from which relative links start: without it those are left out. With it, sessions have ids that
   * no other feed has, and those of the files that visitors download.
   */
  readonly base?: string;
  /** Called for each issue of what the calendar is made from; `message` is in `language`. Default: none. */
  readonly onIssue?: (issue: FeedIssue, message: string) => void;
}

/**
 * The sessions of a feed as a calendar to subscribe to, for Node: put the text on a site as an `.ics` file and people's
 * calendars keep up with the programme. `feed` is its text, its bytes or the object that was parsed from it. Throws an
 * error with the reason where it is no feed.
 */
export function feedCalendar(feed: unknown, options: FeedCalendarOptions = {}): string {
  const { base = NOWHERE, now = Number(Date.now()), edition, part, session } = options;
  const opened = openFeedOrBytes(feed, base);
  if (!opened.ok) throw new Error(`This is no feed. ${failureMessage(opened, 'en')}`);
  const { document } = opened;
  const language = options.language ?? document.head.language ?? 'nl';
  const localeContext = { locale: language, feedLanguage: document.head.language };
  const isWanted = (wanted: string | undefined, id: string | undefined) =>
    wanted === undefined || mendId(wanted) === id;
  const data = readTimelineData(document);
  const title =
    data.editions.filter(({ id }) => id === edition)[0]?.title ??
    document.head.title ??
    document.read(programme).value?.title;
  if (options.onIssue)
    for (const issue of calendarIssues(document)) options.onIssue(issue, issueMessage(issue, language));
  const t = createTranslator(languages, language);
  return calendarFile(
    data.entries
      .filter(
        (entry) =>
          isWanted(edition, entry.session.edition) &&
          isWanted(part, entry.session.part) &&
          isWanted(session, entry.session.id),
      )
      .map((entry) => ({ ...entry, session: withoutDeadLinks(entry.session) })),
    {
      feedId: document.head.id,
      address: options.base,
      name: plainText(title, localeContext) || t('heading'),
      now,
      localeContext,
      example: t('example'),
      cancelled: t('cancelled'),
      refresh: 'P1D',
    },
  );
}

/** The address from which links start that lead nowhere. */
const NOWHERE = 'https://invalid.invalid/';

/** A session without the links that start from an address that nobody has given. */
function withoutDeadLinks(session: Session): Session {
  const leadsOn = (url: string | undefined) => !url?.startsWith(NOWHERE);
  const { online, links } = session;
  return {
    ...session,
    online: leadsOn(online) ? online : undefined,
    links: links.filter(({ url }) => leadsOn(url)),
  };
}

/** The issues of what was read, and keys that nothing reads: a misspelt "sessions" makes a calendar without any. */
function calendarIssues(document: FeedDocument): readonly FeedIssue[] {
  const { editions, parts, sessions } = SECTIONS;
  const issues = issuesOf(document);
  const sections = [programme, editions, parts, sessions];
  const found = findAdvice(document, sections, { issues });
  return [...withExpected(issues, feedPlaces(sections)), ...found.filter(isLeftOut)];
}
