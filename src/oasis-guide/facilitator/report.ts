import { type LocaleContext, plainText } from '../../i18n/text.js';
import type { Guide, GuideStep } from '../guide.js';
import type { FacilitatorTranslator } from './locales/index.js';
import { stepProgressOf, type OasisProgress } from './progress.js';
import { clockFace, elapsedMs } from './timer.js';

interface ReportOptions {
  readonly t: FacilitatorTranslator;
  readonly localeContext: LocaleContext;
  /** Milliseconds, as `Date.now()` gives them. */
  readonly now: number;
}

/** Characters; a longer title is not underlined to its end. */
const MAX_UNDERLINE_LENGTH = 72;

/**
 * The ticks, times and notes of a facilitator as plain text to save. Steps that the feed no longer has come last, so that
 * no note is lost.
 */
export function reportOf(guide: Guide, progress: OasisProgress, options: ReportOptions): string {
  const { t, localeContext } = options;
  const { groupSize, steps } = progress;
  const known = new Set(guide.steps.map(({ id }) => id));
  return `${paragraphs([
    plainText(guide.oasis.title, localeContext),
    groupSize === undefined ? '' : t('groupSaid', { n: groupSize }),
    ...guide.steps.map((step) => stepReport(step, guide, progress, options)),
    ...[...steps]
      .filter(([id, { note }]) => !known.has(id) && note !== '')
      .map(([id, { note }]) => `${t('unknownStep', { id })}\n\n${note}`),
  ])}\n`;
}

function stepReport(
  step: GuideStep,
  { places }: Guide,
  progress: OasisProgress,
  { t, localeContext, now }: ReportOptions,
): string {
  const done = stepProgressOf(progress, step.id);
  const title = `${t('stepOf', { at: step.place, n: places })}: ${plainText(step.name, localeContext)}`;
  const box = (isTicked: boolean) => (isTicked ? '[x]' : '[ ]');
  const materials = step.materials.map(
    ({ id, label }) => `${box(done.materials.has(id))} ${plainText(label, localeContext)}`,
  );
  const activities = step.activities.map(({ id, title: name }) => {
    const timer = done.timers.get(id);
    const elapsed = timer ? elapsedMs(timer, now) : 0;
    const time = elapsed > 0 ? ` (${clockFace(elapsed)})` : '';
    return `${box(done.activities.has(id))} ${plainText(name, localeContext)}${time}`;
  });
  return paragraphs([
    `${title}\n${'='.repeat(Math.min(title.length, MAX_UNDERLINE_LENGTH))}`,
    titled(t('materials'), materials),
    titled(t('activities'), activities),
    titled(t('notes'), done.note ? [done.note] : []),
  ]);
}

function titled(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? [title, ...lines].join('\n') : '';
}

/** Joins texts with an empty line between them; empty ones are left out. */
function paragraphs(texts: readonly string[]): string {
  return texts.filter(Boolean).join('\n\n');
}
