import type { DiagnosticKey } from './diagnostic.js';

/** Messages about a feed to the site's owner. */
export const nl: Record<DiagnosticKey, string> = {
  valid: 'Alles past wat deze widget van de feed leest.',
  invalid: 'Niet alles in de feed past.',
  'no-feed':
    'Er is geen feed: niet in "src", niet in "data", niet als JSON in het element en niet met een <ceal-feed> eromheen.',
  'not-json': 'Dit is geen JSON.',
  'web-page': 'Op dit adres staat een webpagina en geen feed. Klopt het adres? Of moet je er inloggen?',
  'too-large': 'De feed is groter dan 16 MiB.',
  'newer-version':
    'De feed is nieuwer dan deze ceal-widgets kunnen lezen. Zet nieuwe bestanden van ceal-widgets neer.',
  'not-a-feed': 'Deze JSON is geen CEAL-feed. Dat is een object met "version" en "id".',
  'bad-address': 'Het adres in "src" kunnen we niet lezen.',
  'not-found': 'Op dit adres staat niets.',
  refused: 'De server geeft geen toegang tot dit adres.',
  'server-error': 'De server heeft een probleem.',
  'timed-out': 'Er kwam binnen 12 seconden geen heel antwoord.',
  'opened-from-disk':
    'Deze pagina is als bestand op een computer geopend. Browsers geven een pagina dan geen bestanden ernaast. Open hem via een webserver.',
  offline: 'Dit apparaat heeft geen internet.',
  'blocked-by-policy':
    'De Content-Security-Policy van deze pagina houdt de vraag tegen. Zet de server in connect-src.',
  unreachable:
    'Er kwam geen antwoord. Een feed op een andere site heeft daar "Access-Control-Allow-Origin" (CORS) nodig.',
};
