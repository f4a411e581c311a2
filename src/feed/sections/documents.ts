import type { Fields } from '../fields.js';
import { listSection, type SectionEntry } from '../section.js';

export const documents = listSection('documents', (f: Fields) =>
  f.object({
    id: f.optional(f.id()),
    title: f.title(),
    url: f.url(),
    kind: f.optional(f.title()),
    date: f.optional(f.date()),
    bytes: f.optional(f.count(0, 10_000_000_000)),
    pages: f.optional(f.count(0, 100_000)),
    language: f.optional(f.language()),
    licence: f.optional(f.title()),
    accessible: f.oneOf(['yes', 'no', 'unknown'], 'unknown'),
  }),
);

/** A document for further reading; `accessible` says whether it can be read with assistive technology. */
export type FeedDocumentEntry = SectionEntry<typeof documents>;
