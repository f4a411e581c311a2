import { toDateSpan } from '../../dates/date-span.js';
import { calendarFile, type CalendarEntry } from '../../dates/ics.js';
import { ofDocument } from '../../element/of-document.js';
import { saveFile } from '../../element/save-file.js';
import { sessions } from '../../feed/sections/sessions.js';
import { plainText } from '../../i18n/text.js';
import type { SubmissionContext } from './locales/index.js';

/** The sessions of an edition that can stand in a calendar: those with an exact date that are not cancelled. */
export function meetingsOf(edition: string, { form }: SubmissionContext): readonly CalendarEntry[] {
  return form.document
    .read(sessions)
    .values.filter((session) => session.edition === edition)
    .map((session) => ({ session, when: toDateSpan(session), cancelled: session.status === 'cancelled' }))
    .filter(({ when, cancelled }) => when?.exact && !cancelled);
}

/** Hands an edition's sessions to the visitor as a calendar file. */
export function saveMeetings(edition: string, context: SubmissionContext): void {
  const { form, localeContext, t } = context;
  const title = form.windows.filter((window) => window.edition.id === edition)[0]?.edition.title;
  const text = calendarFile(meetingsOf(edition, context), {
    feedId: form.document.head.id,
    // A feed inside the page has the page's address.
    address: form.document.base === ofDocument('baseURI') ? undefined : form.document.base,
    name: plainText(title, localeContext) || plainText(form.signup.title, localeContext),
    now: Number(Date.now()),
    localeContext,
    example: t('example'),
  });
  saveFile(`${edition}.ics`, text, 'text/calendar');
}
