import type { Fields } from '../fields.js';
import { listSection, type SectionEntry } from '../section.js';
import { link, picture, place, source } from '../shapes.js';

/** Statuses of an enterprise, the end of it and unknown ones included. */
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
    f.object({
      id: f.id(),
      name: f.title(),
      alternateNames: f.list(f.title(), 20),
      tagline: f.optional(f.title()),
      description: f.optional(f.text()),
      edition: f.optional(f.id()),
      themes: f.list(f.id(), 20),
      neighbourhood: f.optional(f.id()),
      status: f.oneOf(STATUSES, 'unknown'),
      founded: f.optional(f.date()),
      people: f.optional(f.count(0, 100_000)),
      image: f.optional(picture(f)),
      place: f.optional(place(f)),
      links: f.list(link(f), 50),
      successorId: f.optional(f.id()),
      sources: f.list(source(f), 50),
      published: f.optional(f.date()),
      example: f.optional(f.onInvalid(f.flag(), true)),
      draft: f.optional(f.onInvalid(f.flag(), true)),
    }),
  {
    references: {
      edition: 'editions',
      themes: 'themes',
      neighbourhood: 'neighbourhoods',
      successorId: 'enterprises',
    },
    dates: ['founded'],
    hidden: (enterprise) => enterprise.draft === true,
  },
);

/** One social enterprise, real or example. */
export type Enterprise = SectionEntry<typeof enterprises>;
