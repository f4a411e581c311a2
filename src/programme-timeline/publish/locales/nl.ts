import type { Messages } from '../../../i18n/translate.js';

/** Words for whoever makes files of a programme in Node. */
export const nl = {
  noBase:
    'Dit adres staat naast de feed, en waar die staat is niet bekend. Geef "base", of schrijf het hele adres: “{value}”.',
} as const satisfies Messages;
