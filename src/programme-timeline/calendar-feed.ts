import { plainText } from '../i18n/text.js';
import { createTranslator } from '../i18n/translate.js';
import { calendarFile } from '../dates/ics.js';
import { mendId } from '../feed/mending/id.js';
import { programme } from '../feed/sections/programme.js';
import { calendarWords } from './download/calendar-words.js';
import { languages as calendarLanguages } from './download/locales/index.js';
import { languages } from './locales/index.js';
import { publishedProgramme, type PublishOptions } from './publish/published-programme.js';

/** Selection of sessions for a calendar file, the language of its texts, and the addresses that it needs. */
export interface FeedCalendarOptions extends PublishOptions {
  /**
   * Time at which the file is made, in milliseconds since 1970; now by default. It is only used where the feed has no
   * `updated`: with that, the same feed always makes the same file.
   */
  readonly now?: number;
}

/**
 * The sessions of a feed as a calendar to subscribe to, for Node: put the text on a site as an `.ics` file and people's
 * calendars keep up with the programme. `feed` is its text, its bytes or the object that was parsed from it. Throws an
 * error with the reason where it is no feed.
 */
export function feedCalendar(feed: unknown, options: FeedCalendarOptions = {}): string {
  const { document, data, entries, localeContext, base, hrefOf } = publishedProgramme(feed, options);
  const { head } = document;
  const title =
    data.editions.filter(({ id }) => id === mendId(options.edition))[0]?.title ??
    head.title ??
    document.read(programme).value?.title;
  const t = createTranslator(languages, localeContext.locale);
  return calendarFile(entries, {
    feedId: head.id,
    address: base,
    name: plainText(title, localeContext) || t('heading'),
    updated: head.updated,
    now: options.now ?? Number(Date.now()),
    localeContext,
    words: calendarWords(t, createTranslator(calendarLanguages, localeContext.locale)),
    hrefOf,
    refresh: 'P1D',
  });
}
