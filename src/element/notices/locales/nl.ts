import type { Messages } from '../../../i18n/translate.js';

/** Words for when something is wrong with the feed. */
export const nl = {
  failedLater: 'We kunnen de informatie nu niet laden. Probeer het later opnieuw.',
  failedSetup: 'We kunnen de informatie niet laden. Er klopt iets niet in de instellingen van deze pagina.',
  failedNewer: 'We kunnen de informatie niet laden. De beheerder moet deze pagina eerst bijwerken.',
  failedFromDisk: 'Deze pagina staat los op een computer. Op een website laat hij de informatie wel zien.',
  ownerDetail: 'Voor de beheerder van deze site: {reason}',
  staleOffline: 'Je hebt geen internet. Je ziet wat we eerder hebben geladen.',
  stale: 'Je ziet wat we eerder hebben geladen.',
  asOf: 'Opgehaald op {date}.',
  partlyInvalid: {
    one: '{n} onderdeel van deze informatie kunnen we niet goed laten zien.',
    other: '{n} onderdelen van deze informatie kunnen we niet goed laten zien.',
  },
} as const satisfies Messages;
