import * as z from 'zod/mini';
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

export const SESSION_STATUSES = ['scheduled', 'moved', 'cancelled'] as const;

export const sessions = listSection(
  'sessions',
  (f: Fields) =>
    z.object({
      id: f.id(),
      edition: z.optional(f.id()),
      part: z.optional(f.id()),
      week: z.optional(f.count(0, 520)),
      title: f.title(),
      summary: z.optional(f.text()),
      start: z.optional(f.date()),
      end: z.optional(f.date()),
      place: z.optional(place(f)),
      online: z.optional(f.url()),
      pillars: f.list(f.id(), 20),
      kind: f.oneOf(SESSION_KINDS, 'other'),
      status: f.oneOf(SESSION_STATUSES, 'scheduled'),
      movedFrom: z.optional(
        z.object({ start: z.optional(f.date()), end: z.optional(f.date()), place: z.optional(place(f)) }),
      ),
      revision: z._default(f.count(0, 1_000_000), 0),
      links: f.list(link(f), 50),
      example: z.optional(f.flag()),
    }),
  {
    references: { edition: 'editions', part: 'parts', pillars: 'pillars' },
    dates: ['start', 'end'],
    mend: withoutEarlyEnd,
  },
);

/** One meeting, moment or break of an edition. */
export type Session = SectionEntry<typeof sessions>;
