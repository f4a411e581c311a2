import { defineElement } from '../element/define.js';
import { CealOasisGuide } from './oasis-guide.js';

defineElement('ceal-oasis-guide', CealOasisGuide);

/** The type of the element, for modules that import only this one. */
export type { CealOasisGuide };
