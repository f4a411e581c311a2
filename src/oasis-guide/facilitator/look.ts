import type { StepView } from '../step.js';
import type { GuideStep } from '../guide.js';
import type { FacilitatorTranslator } from './locales/index.js';
import type { Progress } from './progress.js';
import type { Place, Screen } from './screens.js';

/** What a facilitator has before them: where they are, what was done, and what they can do about it. */
export interface Look extends StepView {
  readonly t: FacilitatorTranslator;
  readonly step: GuideStep;
  readonly screen: Screen;
  readonly progress: Progress;
  /** The time for which it is shown. */
  readonly now: number;
  /** Makes new progress of what there is. */
  readonly change: (make: (progress: Progress) => Progress) => void;
  readonly go: (place: Place) => void;
}
