import { localAt } from '../../dates/amsterdam.js';
import { boundsOf, instantOfMoment } from '../../dates/date-span.js';
import { UNKNOWN_DATE, type FeedDate, type SingleDate } from '../../dates/edtf.js';
import { formatDate, formatValue, openWord } from '../../dates/format.js';
import type { Language } from '../../i18n/languages.js';
import { createTranslator } from '../../i18n/translate.js';
import { createDateWriter } from '../../programme-timeline/date-writer.js';
import { languages } from '../../programme-timeline/locales/index.js';

interface Period {
  readonly start?: FeedDate | undefined;
  readonly end?: FeedDate | undefined;
}

/** A period in full words, as precise as the feed says it; empty where it has no date. */
export function periodWords(period: Period, language: Language): string {
  const t = createTranslator(languages, language);
  const write = createDateWriter(t);
  if (period.start === UNKNOWN_DATE) return t('dateUnknown');
  const ends = boundsOf(period);
  if (!ends) return '';
  const ofEnd = (date: SingleDate) => {
    if (date.precision !== 'moment') return { day: formatValue(date, language, write), time: undefined };
    const local = localAt(instantOfMoment(date));
    const day = new Date(local.slice(0, 10));
    const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
    return { day: write(day, parts), time: local.slice(11).replace(/^0/, '') };
  };
  const [from, to] = [ends.from, ends.to].map((date) => date && ofEnd(date));
  const inWords = ({ day, time }: ReturnType<typeof ofEnd>) => [day, time].filter(Boolean).join(', ');
  if (!from || !to) return `${openWord(from, language)} ${inWords((from ?? to)!)}`;
  if (inWords(from) === inWords(to)) return inWords(from);
  const until = t(to.time ? 'until' : 'throughSaid');
  return `${inWords(from)} ${until} ${to.day === from.day && to.time ? to.time : inWords(to)}`;
}

/** One date in words. */
export const dateWords = (date: FeedDate, language: Language): string =>
  formatDate(date, language, createDateWriter(createTranslator(languages, language)));
