import { defineElement } from '../element/define.js';
import { CealSignupForm } from './signup-form.js';

defineElement('ceal-signup-form', CealSignupForm);

/** Whoever imports this has the types too. */
export type { CealSignupForm };
