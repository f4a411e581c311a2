import type { Messages } from '../../i18n/translate.js';

/** Words that every widget uses. */
export const nl = {
  loading: 'Even laden…',
  loadingLong: 'Het laden duurt langer dan anders. We proberen het nog.',
  retry: 'Probeer opnieuw',
  noFeed: 'Hier komt straks informatie.',
  empty: 'Er is nog niets te zien.',
  emptyHelp: 'Kom later nog eens terug.',
  failed: 'Het laden is niet gelukt.',
  failedOffline: 'Je hebt geen internet. Kijk of je verbinding werkt en probeer het opnieuw.',
  example: 'Voorbeeld',
  opensElsewhere: 'opent een andere website',
  opensTab: 'opent in een nieuw tabblad',
  language: 'Taal',
  source: 'Bron',
  sources: 'Bronnen',
  close: 'Sluiten',
  filters: 'Filters',
  toResults: 'Naar de resultaten ({n})',
  facetChosen: '{facet}: {n} gekozen',
  noResults: 'geen resultaten',
  chosen: 'Gekozen filters',
  removeFilter: 'Haal filter weg: {filter}',
  clear: 'Wis filters',
} as const satisfies Messages;
