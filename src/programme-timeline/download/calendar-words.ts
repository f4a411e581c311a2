import type { CalendarWords } from '../../dates/ics.js';
import type { Session } from '../../feed/sections/sessions.js';
import type { TimelineTranslator } from '../locales/index.js';
import type { CalendarTranslator } from './locales/index.js';

/** The words of a calendar file: those of the timeline, `t`, and those that only a calendar has. */
export function calendarWords(t: TimelineTranslator, own: CalendarTranslator): CalendarWords {
  return {
    example: t('example'),
    cancelled: t('cancelled'),
    postponed: own('postponed'),
    movedFrom: t('movedFrom'),
    endUnknown: own('endUnknown'),
    kind: (kind) => (kind === 'other' ? undefined : t(`kind-${kind as Session['kind']}`)),
  };
}
