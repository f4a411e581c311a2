/** Steps of an Oasis and guides made of them, as they are once they have been read. */
import type { OasisActivity, OasisStep } from '../../../src/feed/sections/oasis.js';
import { guideOf, type Guide } from '../../../src/oasis-guide/guide.js';

/** An activity with nothing but an id and a title, and whatever else a test is about. */
export const activityWith = (id: string, rest: Partial<OasisActivity> = {}): OasisActivity => ({
  id,
  title: id,
  hints: [],
  ...rest,
});

/** A step with nothing but an id and a name, and whatever else a test is about. */
export const stepWith = (id: string, rest: Partial<OasisStep> = {}): OasisStep => ({
  id,
  name: id,
  activities: [],
  materials: [],
  questions: [],
  tips: [],
  links: [],
  ...rest,
});

export const guideWith = (...steps: OasisStep[]): Guide => guideOf({ title: 'De Oasis', sources: [], steps });
