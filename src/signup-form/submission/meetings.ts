import { toDateSpan } from '../../dates/date-span.js';
import { calendarFile, type CalendarEntry } from '../../dates/ics.js';
import { ofDocument } from '../../element/of-document.js';
import { saveFile } from '../../element/save-file.js';
import type { FeedDocument } from '../../feed/document.js';
import { sessions } from '../../feed/sections/sessions.js';
import { plainText } from '../../i18n/text.js';
import type { SubmissionContext } from './locales/index.js';
import type { Calendar } from './stage-tools.js';

/** The sessions of an edition that can stand in a calendar: those with an exact date that are not cancelled. */
function meetingsOf(document: FeedDocument, edition: string): readonly CalendarEntry[] {
  return document
    .read(sessions)
    .values.filter((session) => session.edition === edition)
    .map((session) => ({ session, when: toDateSpan(session), cancelled: session.status === 'cancelled' }))
    .filter(({ when, cancelled }) => when?.exact && !cancelled);
}

/** Hands an edition's sessions to the visitor as a calendar file. */
function saveMeetings(document: FeedDocument, edition: string, context: SubmissionContext): void {
  const { form, localeContext, t } = context;
  const title = form.windows.filter((window) => window.edition.id === edition)[0]?.edition.title;
  const text = calendarFile(meetingsOf(document, edition), {
    feedId: form.document.head.id,
    // A feed inside the page has the page's address.
    address: form.document.base === ofDocument('baseURI') ? undefined : form.document.base,
    name: plainText(title, localeContext) || plainText(form.signup.title, localeContext),
    updated: form.document.head.updated,
    now: Number(Date.now()),
    localeContext,
    words: { example: t('example'), endUnknown: t('endUnknown') },
  });
  saveFile(`${edition}.ics`, text, 'text/calendar');
}

/** The calendar of a feed's editions. */
export const calendarOf = (document: FeedDocument): Calendar => ({
  meetingsOf: (edition) => meetingsOf(document, edition),
  saveMeetings: (edition, context) => saveMeetings(document, edition, context),
});
