import { type LocaleContext, plainText } from '../../i18n/text.js';
import type { Guide, GuideStep } from '../guide.js';
import type { FacilitatorTranslator } from './locales/index.js';
import { progressOf, type Progress, type StepProgress } from './progress.js';
import { clockFace, elapsed } from './timer.js';

/**
 * What a facilitator has ticked, timed and written, as plain text to keep. Steps that the feed no longer has come last,
 * so that no note is lost.
 */
export function reportOf(
  guide: Guide,
  progress: Progress,
  t: FacilitatorTranslator,
  localeContext: LocaleContext,
  now: number,
): string {
  const { group, steps } = progress;
  const known = new Set(guide.steps.map(({ id }) => id));
  const parts = [
    plainText(guide.oasis.title, localeContext),
    group === undefined ? '' : t('groupSaid', { n: group }),
    ...guide.steps.map((step) =>
      stepReport(step, guide, progressOf(progress, step.id), t, localeContext, now),
    ),
    ...[...steps]
      .filter(([id, { note }]) => !known.has(id) && note !== '')
      .map(([id, { note }]) => `${t('unknownStep', { id })}\n\n${note}`),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function stepReport(
  step: GuideStep,
  { places }: Guide,
  done: StepProgress,
  t: FacilitatorTranslator,
  localeContext: LocaleContext,
  now: number,
): string {
  const title = `${t('stepOf', { at: step.place, n: places })}: ${plainText(step.name, localeContext)}`;
  const box = (isTicked: boolean) => (isTicked ? '[x]' : '[ ]');
  const materials = step.materials.map(
    ({ id, label }) => `${box(done.materials.has(id))} ${plainText(label, localeContext)}`,
  );
  const activities = step.activities.map(({ id, title: name }) => {
    const timer = done.timers.get(id);
    const time = timer && elapsed(timer, now) > 0 ? ` (${clockFace(elapsed(timer, now))})` : '';
    return `${box(done.activities.has(id))} ${plainText(name, localeContext)}${time}`;
  });
  return [
    `${title}\n${'='.repeat(Math.min(title.length, 72))}`,
    titled(t('materials'), materials),
    titled(t('activities'), activities),
    titled(t('notes'), done.note ? [done.note] : []),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function titled(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? [title, ...lines].join('\n') : '';
}
