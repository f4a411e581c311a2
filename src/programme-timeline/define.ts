import { defineElement } from '../element/define.js';
import { CealProgrammeTimeline } from './programme-timeline.js';

defineElement('ceal-programme-timeline', CealProgrammeTimeline);

/** Whoever imports this has the types too. */
export type { CealProgrammeTimeline };
