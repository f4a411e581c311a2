import { saveFile } from '../../element/save-file.js';
import { type LocaleContext, plainText } from '../../i18n/text.js';
import type { FeedDocument } from '../../feed/document.js';
import { dayAt } from '../../dates/amsterdam.js';
import { calendarFile, hasDay } from '../../dates/ics.js';
import type { CalendarTarget } from '../row-controls.js';
import { CealTimelineDownloadedEvent, CealTimelineDownloadEvent } from './events.js';
import type { TimelineTranslator } from '../locales/index.js';
import type { Entry } from '../programme.js';
import { phaseAt } from '../phase.js';
import type { Schedule } from '../schedule.js';

/** Data of a calendar file, and the language of its texts. */
export interface DownloadView {
  readonly document: FeedDocument;
  readonly schedule: Schedule;
  readonly t: TimelineTranslator;
  readonly localeContext: LocaleContext;
}

/**
 * Saves a session, or what is still to come of a part or an edition, as a calendar file, unless the page prevents it.
 *
 * @returns True if the file was saved.
 */
export function download(host: HTMLElement, target: CalendarTarget, view: DownloadView): boolean {
  const { document, schedule, t, localeContext } = view;
  const now = Number(Date.now());
  const entries = entriesFor(target, schedule, now);
  const { session, part, edition = entries[0]?.session.edition } = target;
  const title = schedule.data.editions.filter(({ id }) => id === edition)[0]?.title ?? document.head.title;
  const text = calendarFile(entries, {
    feedId: document.head.id,
    // A feed inside the page has the page's address.
    address: document.base === host.baseURI ? undefined : document.base,
    name: plainText(title, localeContext) || t('heading'),
    now,
    localeContext,
    example: t('example'),
    cancelled: t('cancelled'),
  });
  const ids = entries.map((entry) => entry.session.id);
  const fileName = `${session ?? ([edition, part].filter(Boolean).join('-') || 'programma')}.ics`;
  if (!host.dispatchEvent(new CealTimelineDownloadEvent(ids, fileName, text))) return false;
  saveFile(fileName, text, 'text/calendar');
  host.dispatchEvent(new CealTimelineDownloadedEvent(ids, fileName));
  return true;
}

function entriesFor(
  { session, part, edition }: CalendarTarget,
  { data, editions }: Schedule,
  now: number,
): readonly Entry[] {
  if (session !== undefined) return data.entries.filter((entry) => entry.session.id === session);
  const entries = editions.filter(({ id }) => id === edition)[0]?.entries ?? [];
  const today = dayAt(now);
  return entries.filter(
    (entry) =>
      hasDay(entry) &&
      phaseAt(entry.when, now, today) !== 'past' &&
      (part === undefined || entry.session.part === part),
  );
}
