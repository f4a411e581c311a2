import type { Fields } from '../fields.js';
import { listSection, type SectionEntry } from '../section.js';
import { place } from '../shapes.js';
import { withoutEarlyEnd } from './period.js';

export const EDITION_STATUSES = [
  'planned',
  'open',
  'full',
  'running',
  'finished',
  'cancelled',
  'unknown',
] as const;

export const editions = listSection(
  'editions',
  (f: Fields) =>
    f.object({
      id: f.id(),
      title: f.title(),
      place: f.optional(place(f)),
      start: f.optional(f.date()),
      end: f.optional(f.date()),
      status: f.oneOf(EDITION_STATUSES, 'unknown'),
      signupFrom: f.optional(f.date()),
      signupUntil: f.optional(f.date()),
      capacity: f.optional(f.count(0, 100_000)),
      example: f.optional(f.onInvalid(f.flag(), true)),
    }),
  { dates: ['start', 'end', 'signupFrom', 'signupUntil'], repair: withoutEarlyEnd },
);

/** One run of the programme. */
export type Edition = SectionEntry<typeof editions>;
