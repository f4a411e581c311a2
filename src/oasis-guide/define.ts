import { defineElement } from '../element/define.js';
import { CealOasisGuide } from './oasis-guide.js';

defineElement('ceal-oasis-guide', CealOasisGuide);

/** Whoever imports this has the types too. */
export type { CealOasisGuide };
