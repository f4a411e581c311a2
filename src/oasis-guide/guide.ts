import { languageOf } from '../i18n/locale.js';
import { type Text, type LocaleContext, localizeText } from '../i18n/text.js';
import type { Oasis, OasisStep } from '../feed/sections/oasis.js';

/** A step at its place in the guide. */
export interface GuideStep extends OasisStep {
  /** Its place, from 1. An alternative has the place of the step before it. */
  readonly place: number;
  /** True if it may be done instead of the step before it. */
  readonly isAlternative: boolean;
}

/** The guide as it is shown: its steps in order, and how many places there are. */
export interface Guide {
  readonly oasis: Oasis;
  readonly steps: readonly GuideStep[];
  readonly places: number;
}

/**
 * Puts the steps in order. Their numbers only sort them: a number may be missing, stand there twice or begin at four, and
 * the guide still counts from one. A step without a number comes after the one that the feed has before it.
 */
export function guideOf(oasis: Oasis): Guide {
  let places = 0;
  const steps = inOrder(oasis.steps).map((step, index): GuideStep => {
    const isInstead = step.alternative === true && index > 0;
    if (!isInstead) places++;
    return { ...step, place: places, isAlternative: isInstead };
  });
  return { oasis, steps, places };
}

function inOrder(steps: readonly OasisStep[]): readonly OasisStep[] {
  let last = 0;
  const numbered = steps.map((step) => {
    last = step.number ?? last;
    return { step, number: last };
  });
  return numbered.sort((a, b) => a.number - b.number).map(({ step }) => step);
}

/** The step that a page or an address asks for: by its id, else by its place. */
export function findStep(guide: Guide, wanted: string | undefined): GuideStep | undefined {
  return (
    guide.steps.filter(({ id }) => id === wanted)[0] ??
    guide.steps.filter(({ place }) => String(place) === wanted)[0]
  );
}

/** The name of a step in another language. */
export interface OtherName {
  readonly text: string;
  readonly language: string;
}

/** The method comes from Brazil: an original name that does not say its language is Portuguese. */
const ORIGINAL_LANGUAGE = 'pt';

/** The names of a step besides the one that the reader sees: the original first. Each name once. */
export function otherNames(step: OasisStep, localeContext: LocaleContext): readonly OtherName[] {
  const { text: shown, language } = localizeText(step.name, localeContext);
  const original = step.originalName ? namesIn(step.originalName, ORIGINAL_LANGUAGE) : [];
  const translated = namesIn(step.name, undefined).filter(
    (name) => languageOf(name.language) !== languageOf(language ?? localeContext.locale),
  );
  const seen = new Set([shown]);
  return [...original, ...translated].filter(({ text }) => !seen.has(text) && seen.add(text));
}

function namesIn(name: Text, language: string | undefined): OtherName[] {
  if (typeof name !== 'string') return Object.entries(name).map(([tag, text]) => ({ text, language: tag }));
  return language ? [{ text: name, language }] : [];
}
