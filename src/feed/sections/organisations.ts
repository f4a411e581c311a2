import * as z from 'zod/mini';
import type { Fields } from '../fields.js';
import { listSection, type SectionEntry } from '../section.js';
import { picture } from '../shapes.js';

export const organisations = listSection(
  'organisations',
  (f: Fields) =>
    z.object({
      id: f.id(),
      name: f.title(),
      role: z.optional(f.title()),
      url: z.optional(f.url()),
      from: z.optional(f.date()),
      until: z.optional(f.date()),
      logo: z.optional(picture(f)),
    }),
  { dates: ['from', 'until'] },
);

/** A partner, past or present. */
export type Organisation = SectionEntry<typeof organisations>;
