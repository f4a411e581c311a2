import * as z from 'zod/mini';
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
    z.object({
      id: f.id(),
      title: f.title(),
      place: z.optional(place(f)),
      start: z.optional(f.date()),
      end: z.optional(f.date()),
      status: f.oneOf(EDITION_STATUSES, 'unknown'),
      signupFrom: z.optional(f.date()),
      signupUntil: z.optional(f.date()),
      capacity: z.optional(f.count(0, 100_000)),
      example: z.optional(f.flag()),
    }),
  { dates: ['start', 'end', 'signupFrom', 'signupUntil'], mend: withoutEarlyEnd },
);

/** One time that the programme is held. */
export type Edition = SectionEntry<typeof editions>;
