import { html, nothing, type TemplateResult } from 'lit';
import { bareHeading } from '../../element/views/heading.js';
import type { GuideContext } from './facilitator.js';
import { stepProgressOf, type Checklist, type OasisProgress } from './progress.js';
import { clockFace, elapsedMs, UNUSED_TIMER } from './timer.js';

/** Everything that a facilitator ticked, timed and wrote down, for paper. */
export interface Written {
  /** The mark of something that was ticked, and the time that it took. */
  readonly mark: (stepId: string, list: Checklist, id: string) => unknown;
  /** The note of a step, empty where there is none. */
  readonly noteOf: (stepId: string) => string;
  /** The size of the group, and the notes of steps that the feed no longer has. */
  readonly others: TemplateResult;
}

/** `now`: milliseconds, as `Date.now()` gives them. */
export function writtenOf(
  progress: OasisProgress,
  { guide, t, headingLevel }: Pick<GuideContext, 'guide' | 't' | 'headingLevel'>,
  now: number,
): Written {
  const { groupSize, steps } = progress;
  const known = new Set(guide.steps.map(({ id }) => id));
  return {
    mark(stepId, list, id) {
      const done = stepProgressOf(progress, stepId);
      const elapsed = list === 'activities' ? elapsedMs(done.timers.get(id) ?? UNUSED_TIMER, now) : 0;
      return [
        done[list].has(id) ? html`${' '}<span class="done">✓</span>` : nothing,
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
