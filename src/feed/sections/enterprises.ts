import * as z from 'zod/mini';
import type { Fields } from '../fields.js';
import { listSection, type SectionEntry } from '../section.js';
import { link, picture, place, source } from '../shapes.js';

/** How far an enterprise is. An honest range: not every venture blossomed, and of some nothing is known. */
export const STATUSES = [
  'idea',
  'prototype',
  'tested',
  'developing',
  'running',
  'merged',
  'stopped',
  'unknown',
] as const;

export const enterprises = listSection(
  'enterprises',
  (f: Fields) =>
    z.object({
      id: f.id(),
      name: f.title(),
      alternateNames: f.list(f.title(), 20),
      tagline: z.optional(f.title()),
      description: z.optional(f.text()),
      edition: z.optional(f.id()),
      themes: f.list(f.id(), 20),
      neighbourhood: z.optional(f.id()),
      status: f.oneOf(STATUSES, 'unknown'),
      founded: z.optional(f.date()),
      people: z.optional(f.count(0, 100_000)),
      image: z.optional(picture(f)),
      place: z.optional(place(f)),
      links: f.list(link(f), 50),
      becameId: z.optional(f.id()),
      sources: f.list(source(f), 50),
      example: z.optional(f.flag()),
      draft: z.optional(f.flag()),
    }),
  {
    references: {
      edition: 'editions',
      themes: 'themes',
      neighbourhood: 'neighbourhoods',
      becameId: 'enterprises',
    },
    dates: ['founded'],
    hidden: (enterprise) => enterprise.draft === true,
  },
);

/** One social enterprise, real or example. */
export type Enterprise = SectionEntry<typeof enterprises>;
