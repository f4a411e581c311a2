import { UNKNOWN_DATE } from '../../dates/edtf.js';
import type { Fields } from '../fields.js';
import { listSection, type SectionEntry } from '../section.js';
import { source } from '../shapes.js';

export const history = listSection(
  'history',
  (f: Fields) =>
    f.object({
      id: f.id(),
      date: f.onInvalid(f.date(), UNKNOWN_DATE),
      title: f.title(),
      summary: f.optional(f.text()),
      sources: f.list(source(f), 50),
      inferred: f.optional(f.flag()),
    }),
  { dates: ['date'] },
);

/** A dated event, as precise as its source. `inferred`: the date is worked out, not stated. */
export type HistoryEvent = SectionEntry<typeof history>;
