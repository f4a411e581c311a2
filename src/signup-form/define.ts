import { defineElement } from '../element/define.js';
import { CealSignupForm } from './signup-form.js';

defineElement('ceal-signup-form', CealSignupForm);

/** Types for whoever imports this module. */
export type { CealSignupForm };
