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

/** What a screen is called in an address and in storage: by the id of its activity, never by its place. */
export function keyOf(screen: Screen): string {
  return screen.kind === 'activity' ? `activity-${screen.activity.id}` : screen.kind;
}

/** The screen of this key; the first one, where the step has none of it. */
export function findScreen(step: GuideStep, key: string | undefined): Screen {
  const screens = screensOf(step);
  return screens.find((screen) => keyOf(screen) === key) ?? screens[0]!;
}

export interface Place {
  readonly step: GuideStep;
  readonly screen: Screen;
}

/** The place one screen further or back, across steps; `undefined` beyond either end. */
export function neighbour(steps: readonly GuideStep[], here: Place, by: 1 | -1): Place | undefined {
  const places = steps.flatMap((step) => screensOf(step).map((screen) => ({ step, screen })));
  const at = places.findIndex(
    ({ step, screen }) => step === here.step && keyOf(screen) === keyOf(here.screen),
  );
  return at < 0 ? undefined : places[at + by];
}
