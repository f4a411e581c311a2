import { UNKNOWN_DATE } from '../../dates/edtf.js';
import type { Fields } from '../fields.js';
import { listSection, type SectionEntry } from '../section.js';
import { link, place } from '../shapes.js';
import { withoutEarlyEnd } from './period.js';

export const SESSION_KINDS = [
  'meeting',
  'field',
  'studio',
  'learning-group',
  'coaching',
  'celebration',
  'milestone',
  'break',
  'other',
] as const;

export const SESSION_STATUSES = ['scheduled', 'moved', 'cancelled', 'unknown'] as const;

export const sessions = listSection(
  'sessions',
  (f: Fields) =>
    f.object({
      id: f.id(),
      edition: f.optional(f.id()),
      part: f.optional(f.id()),
      week: f.optional(f.count(0, 520)),
      title: f.title(),
      summary: f.optional(f.text()),
      start: f.optional(f.onInvalid(f.date(), UNKNOWN_DATE)),
      end: f.optional(f.date()),
      place: f.optional(place(f)),
      online: f.optional(f.url()),
      pillars: f.list(f.id(), 20),
      kind: f.oneOf(SESSION_KINDS, 'other'),
      status: f.oneOf(SESSION_STATUSES, 'scheduled', 'unknown'),
      movedFrom: f.optional(
        f.object({ start: f.optional(f.date()), end: f.optional(f.date()), place: f.optional(place(f)) }),
      ),
      revision: f.withDefault(f.count(0, 1_000_000), 0),
      links: f.list(link(f), 50),
      published: f.optional(f.date()),
      example: f.optional(f.onInvalid(f.flag(), true)),
    }),
  {
    references: { edition: 'editions', part: 'parts', pillars: 'pillars' },
    dates: ['start', 'end'],
    repair: withoutEarlyEnd,
  },
);

/** One meeting, moment or break of an edition. */
export type Session = SectionEntry<typeof sessions>;
