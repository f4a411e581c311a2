import type { OasisActivity } from '../../feed/sections/oasis.js';
import type { GuideStep } from '../guide.js';

/** One thing at a time: what a facilitator sees of a step, from its beginning to the notes. */
export type Screen =
  | { readonly kind: 'start' }
  | { readonly kind: 'materials' }
  | { readonly kind: 'activity'; readonly activity: OasisActivity }
  | { readonly kind: 'talk' }
  | { readonly kind: 'note' };

/** The screens of a step; what it has nothing for is left out. */
export function screensOf(step: GuideStep): readonly Screen[] {
  const screens: Screen[] = [{ kind: 'start' }];
  if (step.materials.length > 0) screens.push({ kind: 'materials' });
  for (const activity of step.activities) screens.push({ kind: 'activity', activity });
  if (step.questions.length + step.tips.length > 0) screens.push({ kind: 'talk' });
  screens.push({ kind: 'note' });
  return screens;
}

/** Where a facilitator is: a step, and a screen of it. */
export interface Place {
  readonly step: number;
  readonly screen: number;
}

/** The place one screen further or back, across steps; `undefined` beyond either end. */
export function neighbour(
  steps: readonly GuideStep[],
  { step, screen }: Place,
  by: 1 | -1,
): Place | undefined {
  const here = steps[step];
  if (!here) return undefined;
  const next = screen + by;
  if (next >= 0 && next < screensOf(here).length) return { step, screen: next };
  const beside = steps[step + by];
  if (!beside) return undefined;
  return { step: step + by, screen: by === 1 ? 0 : screensOf(beside).length - 1 };
}
