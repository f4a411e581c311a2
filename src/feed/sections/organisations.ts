import type { Fields } from '../fields.js';
import { listSection, type SectionEntry } from '../section.js';
import { picture } from '../shapes.js';

export const organisations = listSection(
  'organisations',
  (f: Fields) =>
    f.object({
      id: f.id(),
      name: f.title(),
      role: f.optional(f.title()),
      url: f.optional(f.url()),
      from: f.optional(f.date()),
      until: f.optional(f.date()),
      logo: f.optional(picture(f)),
    }),
  { dates: ['from', 'until'] },
);

/** A partner, past or present. */
export type Organisation = SectionEntry<typeof organisations>;
