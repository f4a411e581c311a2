import type { Fields } from '../fields.js';
import { listSection, type SectionEntry } from '../section.js';

export const themes = listSection('themes', (f: Fields) =>
  f.object({ id: f.id(), label: f.title(), summary: f.optional(f.text()) }),
);

export const neighbourhoods = listSection('neighbourhoods', (f: Fields) =>
  f.object({ id: f.id(), label: f.title(), summary: f.optional(f.text()) }),
);

export const pillars = listSection('pillars', (f: Fields) =>
  f.object({ id: f.id(), title: f.title(), summary: f.optional(f.text()) }),
);

/** A subject of enterprises. */
export type Theme = SectionEntry<typeof themes>;
/** A part of the district. */
export type Neighbourhood = SectionEntry<typeof neighbourhoods>;
/** One of the threads that run through the programme. */
export type Pillar = SectionEntry<typeof pillars>;
