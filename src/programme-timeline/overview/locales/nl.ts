import type { Messages } from '../../../i18n/translate.js';

/** Words of the overview. */
export const nl = {
  overview: 'Overzicht: {title}. Ga met de pijltjes verder',
  nowMark: 'Nu',
} as const satisfies Messages;
