import type { Messages } from '../../i18n/translate.js';

/** The words of the kits: of the fields in which an editor chooses what a widget shows. */
export const nl = {
  feed: 'Adres van de feed',
  feedHelp: 'Waar het bestand met je gegevens staat, zoals https://voorbeeld.nl/feed.json.',
  signups: 'Adres waar aanmeldingen heen gaan',
  signupsHelp: 'Alleen voor het formulier.',
  fallback: 'Tekst tot het onderdeel er is',
  fallbackHelp: 'Te zien als het script niet komt. Een link naar je eigen lijst is genoeg.',
  ownFeed: 'Leeg: de feed van de instellingen.',
  options: 'Wat er te zien is',
  moreOptions: 'Meer keuzes',
  usual: 'zoals gewoonlijk',
  yes: 'ja',
  no: 'nee',
  ownSiteOnly: 'Hier kan alleen een adres op deze site staan. Een ander adres hoort bij de instellingen.',
  noFeed: 'Er is nog geen feed. Zet het adres bij Instellingen, CEAL Widgets, of hiernaast.',
} as const satisfies Messages;
