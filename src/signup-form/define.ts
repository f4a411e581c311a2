import { defineElement } from '../element/define.js';
import { CealSignupForm } from './signup-form.js';

defineElement('ceal-signup-form', CealSignupForm);

/** The type of the element, for modules that import only this one. */
export type { CealSignupForm };
