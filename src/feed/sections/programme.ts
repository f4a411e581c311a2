import type { Fields } from '../fields.js';
import { listSection, objectSection, type SectionEntry } from '../section.js';

export const programme = objectSection('programme', (f: Fields) =>
  f.object({ title: f.title(), summary: f.optional(f.text()) }),
);

export const parts = listSection('parts', (f: Fields) =>
  f.object({
    id: f.id(),
    title: f.title(),
    summary: f.optional(f.text()),
    duration: f.optional(f.title()),
  }),
);

/** The programme as a whole. */
export type Programme = SectionEntry<typeof programme>;
/** A part of the programme, such as "from idea to prototype". */
export type Part = SectionEntry<typeof parts>;
