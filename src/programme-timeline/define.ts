import { defineElement } from '../element/define.js';
import { CealProgrammeTimeline } from './programme-timeline.js';

defineElement('ceal-programme-timeline', CealProgrammeTimeline);

/** The type of the element, for modules that import only this one. */
export type { CealProgrammeTimeline };
