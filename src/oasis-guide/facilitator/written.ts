import { html, nothing } from 'lit';
import { bareHeading } from '../../element/views/heading.js';
import type { StepView, Written } from '../step.js';
import type { FacilitatorTranslator } from './locales/index.js';
import { stepProgressOf, type OasisProgress } from './progress.js';
import { clockFace, elapsedMs, UNUSED_TIMER } from './timer.js';

/** The guide that it was written in, and words for it. */
export interface WrittenView extends Pick<StepView, 'guide' | 'headingLevel'> {
  readonly t: FacilitatorTranslator;
}

/** Gathers what is to be put on paper of the progress in a guide. `now`: milliseconds, as `Date.now()` gives them. */
export function writtenOf(
  progress: OasisProgress,
  { guide, t, headingLevel }: WrittenView,
  now: number,
): Written {
  const { groupSize, steps } = progress;
  const known = new Set(guide.steps.map(({ id }) => id));
  return {
    mark(stepId, list, id) {
      const done = stepProgressOf(progress, stepId);
      const elapsed = list === 'activities' ? elapsedMs(done.timers.get(id) ?? UNUSED_TIMER, now) : 0;
      return [
        done[list].has(id) ? [' ', html`<span class="done">✓</span>`] : nothing,
        elapsed > 0 ? ` (${clockFace(elapsed)})` : '',
      ];
    },
    noteOf: (stepId) => stepProgressOf(progress, stepId).note,
    others: html`
      ${groupSize === undefined ? nothing : html`<p>${t('groupSaid', { n: groupSize })}</p>`}
      ${[...steps].map(([id, { note }]) =>
        known.has(id) || note === ''
          ? nothing
          : html`<section class="notes">
              ${bareHeading(headingLevel, t('unknownStep', { id }))}
              <p class="lines">${note}</p>
            </section>`,
      )}
    `,
  };
}
