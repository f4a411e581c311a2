import type { Messages } from '../../../i18n/translate.js';

/** Words of the history. */
export const nl = {
  unknownYear: 'Jaar niet bekend',
  inferred: 'De bron noemt geen precieze datum.',
} as const satisfies Messages;
