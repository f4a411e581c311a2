import { defineElement } from '../element/define.js';
import { CealOasisGuide } from './oasis-guide.js';

defineElement('ceal-oasis-guide', CealOasisGuide);

/** With its types, so that whoever imports this has them too. */
export { CealOasisGuide };
