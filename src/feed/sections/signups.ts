import type { Fields } from '../fields.js';
import { listSection, type SectionEntry } from '../section.js';

export const QUESTION_KINDS = ['text', 'long-text', 'choice', 'choices', 'yes-no'] as const;

/** Rules for people below the minimum age: they cannot take part, or only with a guardian's permission. */
export const UNDER_AGE = ['refused', 'guardian'] as const;

const option = (f: Fields) => f.object({ id: f.id(), label: f.title() });

const question = (f: Fields) =>
  f.object({
    id: f.id(),
    kind: f.oneOf(QUESTION_KINDS, 'text'),
    label: f.title(),
    help: f.optional(f.text()),
    required: f.optional(f.flag()),
    options: f.list(option(f), 100),
  });

export const signups = listSection(
  'signups',
  (f: Fields) =>
    f.object({
      id: f.id(),
      title: f.title(),
      introduction: f.optional(f.text()),
      editions: f.list(f.id(), 100),
      parts: f.list(f.id(), 20),
      roles: f.list(option(f), 50),
      contact: f.oneOf(['email', 'phone', 'either'], 'either'),
      questions: f.list(question(f), 50),
      // The page may name a controller of its own; a form without either cannot be used.
      controller: f.optional(f.object({ name: f.title(), contact: f.text() })),
      dpo: f.optional(f.text()),
      purposes: f.list(f.text(), 20),
      legalBasis: f.optional(f.text()),
      recipients: f.list(f.title(), 50),
      transfers: f.optional(f.text()),
      retention: f.optional(f.text()),
      // The retention that the receiver applies: months after the edition's end, else after the sign-up.
      retentionMonths: f.optional(f.count(0, 1_200)),
      consents: f.list(f.object({ id: f.id(), label: f.text(), help: f.optional(f.text()) }), 20),
      minimumAge: f.optional(f.count(0, 120)),
      underAge: f.oneOf(UNDER_AGE, 'refused'),
      nextSteps: f.optional(f.text()),
      privacyLink: f.optional(f.url()),
    }),
  { references: { editions: 'editions', parts: 'parts' } },
);

/**
 * The questions and texts of a sign-up form. The address that receives sign-ups is never here: the embedder sets it.
 */
export type Signup = SectionEntry<typeof signups>;
export type SignupQuestion = Signup['questions'][number];
