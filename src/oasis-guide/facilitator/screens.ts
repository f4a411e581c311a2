import type { OasisActivity } from '../../feed/sections/oasis.js';
import type { GuideStep } from '../guide.js';
import { flatMap } from '../../lists.js';

/** The screens that a step is led by, one at a time, from its start to the notes. */
export type Screen =
  | { readonly kind: 'start' }
  | { readonly kind: 'materials' }
  | { readonly kind: 'activity'; readonly activity: OasisActivity }
  | { readonly kind: 'talk' }
  | { readonly kind: 'note' };

/** The screens of a step; those that the feed has nothing for are left out. */
export function screensOf(step: GuideStep): readonly Screen[] {
  const screens: Screen[] = [{ kind: 'start' }];
  if (step.materials.length > 0) screens.push({ kind: 'materials' });
  for (const activity of step.activities) screens.push({ kind: 'activity', activity });
  if (step.questions.length + step.tips.length > 0) screens.push({ kind: 'talk' });
  screens.push({ kind: 'note' });
  return screens;
}

/** The key of a screen in an address and in storage: by the id of its activity, so that a changed order changes nothing. */
export function screenKey(screen: Screen): string {
  return screen.kind === 'activity' ? `activity-${screen.activity.id}` : screen.kind;
}

/** The screen with this key; the first one, where the step has no such screen. */
export function findScreen(step: GuideStep, key: string | undefined): Screen {
  const screens = screensOf(step);
  return screens.filter((screen) => screenKey(screen) === key)[0] ?? screens[0]!;
}

/** A screen, and the step that it belongs to. */
export interface StepScreen {
  readonly step: GuideStep;
  readonly screen: Screen;
}

/** The next screen (1) or the one before (-1), across steps; `undefined` beyond either end. */
export function neighbourOf(
  steps: readonly GuideStep[],
  current: StepScreen,
  by: 1 | -1,
): StepScreen | undefined {
  const all = flatMap(steps, (step) => screensOf(step).map((screen) => ({ step, screen })));
  const index = all
    .map(({ step, screen }) => step === current.step && screenKey(screen) === screenKey(current.screen))
    .indexOf(true);
  return index < 0 ? undefined : all[index + by];
}
