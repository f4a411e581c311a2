import type { StepView } from '../step.js';
import type { GuideStep } from '../guide.js';
import type { FacilitatorTranslator } from './locales/index.js';
import type { OasisProgress } from './progress.js';
import type { Screen, StepScreen } from './screens.js';

/** Everything a screen is rendered from: the position, the progress, and ways to change both. */
export interface FacilitatorView extends StepView {
  readonly t: FacilitatorTranslator;
  readonly step: GuideStep;
  readonly screen: Screen;
  readonly progress: OasisProgress;
  /** Milliseconds, as `Date.now()` gives them. */
  readonly now: number;
  readonly updateProgress: (change: (before: OasisProgress) => OasisProgress) => void;
  readonly goTo: (target: StepScreen) => void;
  /** True while the screen is kept awake. */
  readonly screenAwake: boolean;
  /** True if there is a sound when time is up. */
  readonly sound: boolean;
  readonly onSound: (on: boolean) => void;
}
