/** The version of this copy of ceal-widgets; a test holds it equal to package.json. */
export const VERSION = '0.1.0';
