import type { Fields } from '../fields.js';
import { objectSection, type SectionEntry } from '../section.js';
import { link, picture, source } from '../shapes.js';

const activity = (f: Fields) =>
  f.object({
    id: f.id(),
    alternative: f.optional(f.flag()),
    title: f.title(),
    text: f.optional(f.text()),
    minutes: f.optional(f.object({ min: f.count(0, 100_000), max: f.optional(f.count(0, 100_000)) })),
    hints: f.list(
      f.object({
        min: f.optional(f.count(0, 100_000)),
        max: f.optional(f.count(0, 100_000)),
        text: f.text(),
      }),
      20,
    ),
  });

const step = (f: Fields) =>
  f.object({
    id: f.id(),
    number: f.optional(f.count(0, 1_000)),
    alternative: f.optional(f.flag()),
    name: f.title(),
    originalName: f.optional(f.title()),
    aim: f.optional(f.text()),
    summary: f.optional(f.text()),
    activities: f.list(activity(f), 50),
    materials: f.list(f.object({ id: f.id(), label: f.title() }), 100),
    questions: f.list(f.text(), 50),
    tips: f.list(f.text(), 50),
    links: f.list(link(f), 50),
    duration: f.optional(f.title()),
    groupSize: f.optional(f.title()),
    image: f.optional(picture(f)),
  });

export const oasis = objectSection('oasis', (f: Fields) =>
  f.object({
    title: f.title(),
    introduction: f.optional(f.text()),
    notFor: f.optional(f.text()),
    credit: f.optional(f.text()),
    sources: f.list(source(f), 100),
    steps: f.list(step(f), 100),
  }),
);

/** The Oasis method. How many steps it has is data: seven today, six in older sources. */
export type Oasis = SectionEntry<typeof oasis>;
export type OasisStep = Oasis['steps'][number];
export type OasisActivity = OasisStep['activities'][number];
