import type { FeedDocument } from '../../feed/document.js';
import { sessions } from '../../feed/sections/sessions.js';
import type { Calendar } from './stage-tools.js';

/** Loads what makes calendars of an edition's sessions, once those of the feed that need a second reading have it. */
export async function loadMeetings(document: FeedDocument): Promise<Calendar> {
  const module = await import('./meetings.js');
  const whole = document.read(sessions).isWaiting ? await document.mended() : document;
  return module.calendarOf(whole);
}
