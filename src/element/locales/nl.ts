import type { Messages } from '../words.js';

/** Words that every widget uses. */
export const nl = {
  loading: 'Even laden…',
  loadingLong: 'Het laden duurt langer dan anders. We proberen het nog.',
  retry: 'Probeer opnieuw',
  noFeed: 'Hier komt informatie te staan. Die is nog niet ingesteld.',
  empty: 'Er is nog niets te zien.',
  emptyHelp: 'Kom later nog eens terug.',
  failed: 'Dit lukt nu niet.',
  failedOffline: 'Je hebt geen internet. Kijk of je verbinding werkt en probeer het opnieuw.',
  failedLater: 'We kunnen de informatie nu niet laden. Probeer het later opnieuw.',
  failedSetup: 'We kunnen de informatie niet laden. Er klopt iets niet in de instellingen van deze pagina.',
  failedNewer: 'Deze pagina moet worden vernieuwd om de informatie te kunnen laten zien.',
  ownerDetail: 'Voor de beheerder van deze site: {reason}.',
  staleOffline: 'Je hebt geen internet. Je ziet wat we eerder hebben geladen.',
  stale: 'Je ziet wat we eerder hebben geladen.',
  asOf: 'Laatst bijgewerkt: {date}',
  partlyInvalid: {
    one: '{n} onderdeel van deze informatie kunnen we niet goed laten zien.',
    other: '{n} onderdelen van deze informatie kunnen we niet goed laten zien.',
  },
  example: 'Voorbeeld',
  opensElsewhere: 'opent een andere website',
  language: 'Taal',
  source: 'Bron',
  sources: 'Bronnen',
  close: 'Sluiten',
} as const satisfies Messages;
