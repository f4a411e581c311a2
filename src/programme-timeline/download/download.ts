import type { LitElement } from 'lit';
import { attempt } from '../../feed/attempt.js';
import { announce } from '../../element/announcer.js';
import { isFramed } from '../../element/is-framed.js';
import { saveFile } from '../../element/save-file.js';
import { type LocaleContext, plainText } from '../../i18n/text.js';
import type { Languages, Messages, Translator } from '../../i18n/translate.js';
import type { FeedDocument } from '../../feed/document.js';
import { dayAt } from '../../dates/amsterdam.js';
import { freedDays } from '../../dates/date-span.js';
import { calendarFile, hasDay } from '../../dates/ics.js';
import type { CalendarTarget } from '../row-controls.js';
import { calendarWords } from './calendar-words.js';
import { copyAddress } from './copy-address.js';
import { CealTimelineDownloadedEvent, CealTimelineDownloadEvent } from './events.js';
import { languages } from './locales/index.js';
import { showNote } from './note.js';
import type { TimelineTranslator } from '../locales/index.js';
import type { Entry } from '../programme.js';
import { calendarUrlOf } from '../calendar-address.js';
import { phaseAt } from '../phase.js';
import type { Schedule } from '../schedule.js';

export { styles } from './note.js';

/** A timeline, which may have an address to subscribe to. */
export type DownloadHost = LitElement & { readonly calendarSrc: string | undefined };

/** Data of a calendar file, and the language of its texts. */
export interface DownloadView {
  readonly document: FeedDocument;
  readonly schedule: Schedule;
  readonly t: TimelineTranslator;
  readonly localeContext: LocaleContext;
  /** Tells the address of a session on this page, where that has one. */
  readonly hrefOf: ((id: string) => string) | undefined;
  /** Makes a translator for other words than the timeline's. */
  readonly translatorFor: <M extends Messages>(languages: Languages<M>) => Translator<M>;
}

/** Does what a visitor asks for with a button: copies an address, or gives a calendar file. */
export function answer(host: DownloadHost, button: HTMLElement, view: DownloadView): void {
  const target: CalendarTarget = button.dataset;
  const { t, translatorFor } = view;
  if (target.copy) void copyAddress(host, button, target.copy, { t, own: translatorFor(languages) });
  else download(host, button, target, view);
}

/**
 * Hands a session, or what is still to come of a part or an edition, to the browser as a calendar file, unless the page
 * prevents it, and says so behind the button. Nobody can know whether the browser saves it: in a frame it may not be
 * allowed to, so there is the page itself beside it.
 */
function download(host: DownloadHost, button: HTMLElement, target: CalendarTarget, view: DownloadView): void {
  const { document, schedule, t, localeContext, hrefOf } = view;
  const own = view.translatorFor(languages);
  const now = Number(Date.now());
  const entries = entriesFor(target, schedule, now);
  const { session, part, edition = entries[0]?.session.edition } = target;
  const title = schedule.data.editions.filter(({ id }) => id === edition)[0]?.title ?? document.head.title;
  const text = calendarFile(entries, {
    feedId: document.head.id,
    // A feed inside the page has the page's address.
    address: document.base === host.baseURI ? undefined : document.base,
    name: plainText(title, localeContext) || t('heading'),
    updated: document.head.updated,
    now,
    localeContext,
    words: calendarWords(t, own),
    hrefOf,
  });
  const ids = entries.map((entry) => entry.session.id);
  const fileName = `${session ?? ([edition, part].filter(Boolean).join('-') || 'programma')}.ics`;
  if (!host.dispatchEvent(new CealTimelineDownloadEvent(ids, fileName, text))) return;
  const isAllowed = mayDownload(self);
  if (isAllowed) saveFile(fileName, text, 'text/calendar');
  const calendarUrl = calendarUrlOf(host);
  const words = isAllowed ? `${own('saving')} ${own('doesNotFollow')}` : own('cannotSave');
  showNote(host, button, {
    words,
    subscription: calendarUrl ? { url: calendarUrl, words: t('subscribe') } : undefined,
    page: isFramed && { before: isAllowed && own('noFile'), words: own('openPage') },
    t,
  });
  announce(words, t.language);
  if (isAllowed) host.dispatchEvent(new CealTimelineDownloadedEvent(ids, fileName));
}

/** @returns whether a window may save files, as far as the pages around it let themselves be looked at. */
function mayDownload(view: Window): boolean {
  const frame = attempt(() => view.frameElement);
  if (!frame) return true;
  const { sandbox } = frame as HTMLIFrameElement;
  const isFree = !frame.hasAttribute('sandbox') || sandbox.contains('allow-downloads');
  return isFree && mayDownload(view.parent);
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
      phaseAt(freedDays(entry) ?? entry.when, now, today) !== 'past' &&
      (part === undefined || entry.session.part === part),
  );
}
