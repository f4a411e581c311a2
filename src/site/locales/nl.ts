import type { Messages } from '../../i18n/translate.js';

/** The words of the pages of a site. */
export const nl = {
  siteName: 'CEAL Widgets',
  navigation: 'Andere pagina’s',
  publisher: 'Uitgever',
  licence: 'Licentie',
  updated: 'Laatst veranderd',
  news: 'Wat is er nieuw',
  allEnterprises: 'Alle ondernemingen',
  enterprisePage: 'Pagina over deze onderneming',
  allSessions: 'Het hele programma',
  calendar: 'Zet het programma in je agenda',
  example: 'Voorbeeld',
  exampleHelp: 'Dit is verzonnen, als voorbeeld.',
  sources: 'Bronnen',
  links: 'Links',
  photo: 'Beeld: {credit}',
  when: 'Wanneer',
  where: 'Waar',
  introduction:
    'Dit kun je op je eigen website zetten. Kies hieronder wat je wilt laten zien. Bij elk onderdeel staat wat je moet plakken.',
  onYourPage: 'Op je eigen pagina',
  preview: 'Zo ziet het eruit',
  contents: 'Op deze pagina',
  code: 'Code voor {system}',
  'widget-enterprise-gallery': 'Ondernemingen',
  'widget-enterprise-gallery-help': 'Bezoekers zoeken en kiezen in de sociale ondernemingen.',
  'widget-programme-timeline': 'Programma',
  'widget-programme-timeline-help': 'Het programma en de bijeenkomsten, op volgorde van tijd.',
  'widget-oasis-guide': 'Oasis-gids',
  'widget-oasis-guide-help': 'De Oasis-methode, stap voor stap.',
  'widget-signup-form': 'Aanmelden',
  'widget-signup-form-help':
    'Een formulier om mee te doen. Vul bij “endpoint” het adres in waar aanmeldingen heen gaan.',
  'system-html': 'Een gewone webpagina',
  'system-html-help':
    'Plak dit waar het moet komen. De eerste twee regels hoeven maar één keer op een pagina te staan.',
  'system-wordpress': 'WordPress',
  'system-wordpress-help':
    'Voeg een blok “Aangepaste HTML” toe en plak dit. Dat mag alleen wie ongefilterde HTML mag schrijven: meestal een beheerder.',
  'system-drupal': 'Drupal',
  'system-drupal-help':
    'Maak een blok met een tekstformaat zonder editor en zonder “Toegestane HTML-tags beperken”, en plak dit.',
  'system-joomla': 'Joomla',
  'system-joomla-help':
    'Zet bij je profiel de editor op “Geen”. Maak een module “Aangepaste HTML” en plak dit. Tekstfilters moeten op “Geen filter” staan voor je groep.',
  'system-squarespace': 'Squarespace',
  'system-squarespace-help': 'Voeg een blok “Code” toe, kies HTML en plak dit.',
  'system-wix': 'Wix',
  'system-wix-help':
    'Kies Elementen toevoegen, Embed, Aangepast element. Zet de eerste regel bij Server-URL, de tweede bij Tagnaam, en de andere bij Attributen. Dit kan met een betaald pakket en een eigen domein.',
  'system-strict': 'Een site met strenge regels',
  'system-strict-help':
    'Eén bestand, van een versie die nooit verandert. De browser controleert het met de code achter “integrity”.',
  'system-editor': 'Een editor die onbekende code weghaalt (WordPress, Drupal, TYPO3)',
  'system-editor-help':
    'Vraag wie de site beheert om de eerste twee regels één keer in het thema te zetten. Plak zelf de rest in de broncode van je tekst. In Drupal en TYPO3 laat de beheerder eerst een <div> met data-attributen toe. De link blijft staan als er iets ontbreekt.',
  'system-sharepoint': 'SharePoint',
  'system-sharepoint-help':
    'Plak dit in het webonderdeel “Insluiten”. De eigenaar van de SharePoint-site staat dit domein eerst één keer toe: Site-instellingen, Beveiliging van HTML-velden. Is het te laag of te hoog? Verander dan het getal achter “height”.',
  'system-wix-frame': 'Wix, zonder betaald pakket',
  'system-wix-frame-help':
    'Kies Elementen toevoegen, Embed, Een site insluiten, en plak dit adres. Maak het vak zo hoog als je wilt: wat er niet in past, schuift.',
  'system-frame': 'Een ander systeem dat alleen een frame toelaat',
  'system-frame-help':
    'Plak dit in een blok voor insluiten of voor HTML. Met de laatste regel wordt het frame zo hoog als wat erin staat. Laat die weg waar geen script mag.',
} as const satisfies Messages;
