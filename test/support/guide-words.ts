/** The words of the Oasis guide in Dutch, those for facilitators too. */
import { createTranslator } from '../../src/i18n/translate.js';
import { languages } from '../../src/oasis-guide/facilitator/locales/index.js';

export const t = createTranslator(languages, 'nl', undefined, undefined);
