import type { IssueCode } from '../issues.js';

/** Messages about what is wrong with a feed, to its author. */
export const nl: Record<IssueCode, string> = {
  missing: 'Dit veld is verplicht en ontbreekt.',
  'wrong-type': 'Hier hoort iets anders: {expected}.',
  'bad-id': 'Een id bestaat uit kleine letters, cijfers en streepjes, hooguit 64 tekens: “{value}”.',
  'bad-language': 'Dit is geen taalcode: “{value}”.',
  'bad-address':
    'Dit adres kan niet. Gebruik https:, http:, mailto:, tel: of een adres naast de feed: “{value}”.',
  'bad-date': 'Deze datum bestaat niet of is anders geschreven dan we kennen: “{value}”.',
  'bad-text': 'Hier staat geen leesbare tekst.',
  'date-without-offset': 'Bij deze tijd staat geen tijdzone. We lezen hem als tijd in Amsterdam: “{value}”.',
  'day-number': 'Dit lijkt het dagnummer van een rekenblad. Schrijf {as}: “{value}”.',
  'unix-time': 'Dit lijkt een aantal seconden sinds 1970. Schrijf {as}: “{value}”.',
  'day-first':
    'Hier staan dag en maand voor het jaar, en in andere landen andersom. Schrijf {as}: “{value}”.',
  'whole-day': 'Dit is middernacht. We lezen het als een hele dag. Schrijf {as}: “{value}”.',
  'other-offset':
    'Deze tijdzone geldt in Nederland in de andere helft van het jaar. We laten {shown} zien. Bedoel je {meant}? “{value}”.',
  'end-before-start': 'Het einde ligt voor het begin. We laten alleen het begin zien.',
  'unknown-value': 'Deze waarde kennen we niet: “{value}”.',
  'too-many': 'Er staan hier meer dan {max} onderdelen. We lezen de eerste {max}.',
  'too-long': 'Deze tekst is langer dan {max} tekens. We laten het begin zien.',
  'out-of-range': 'Dit getal is te groot of te klein: {value}.',
  'duplicate-id': 'Dit id is er al. We laten alleen het eerste zien: “{id}”.',
  'dangling-reference': 'Er is geen “{value}” in {list}.',
  'read-as': 'Gelezen als: {as}. Schrijf het zo.',
  'list-as-object': 'Dit is een object met nummers. We lezen het als lijst: schrijf [ … ].',
  markup: 'Hier staat opmaak in de tekst. We lezen: “{as}”. Schrijf gewone tekst.',
  mojibake: 'Letters met een accent zijn stukgegaan: “{value}”. Bewaar de feed als UTF-8.',
  'item-dropped': 'Dit onderdeel laten we niet zien.',
  unreadable: 'Dit onderdeel kan niet worden gelezen.',
  'scheme-added': 'Dit adres mist zijn begin. We lezen “{as}”. Schrijf het zo.',
  'not-utf8': 'Het bestand is geen UTF-8. We lezen het als Windows-1252. Sla het op als UTF-8.',
  'mark-in-key': 'Voor “{key}” staat een onzichtbaar teken (U+FEFF). We lezen het zonder. Haal het weg.',
  'unknown-key': 'We kennen “{key}” niet en lezen het niet. Misschien bedoel je “{suggestion}”.',
  'extra-key': 'Dit veld hoort niet bij het formaat. We lezen “{key}” niet.',
  'no-edition':
    'Deze bijeenkomst noemt geen groep en staat los van de andere. Schrijf "edition" met de id van een groep.',
  'outside-edition':
    'Deze bijeenkomst valt buiten de groep “{edition}”, die loopt van {start} tot {end}. Kijk de datum na.',
  'far-end': 'Deze groep duurt langer dan {years} jaar. Kijk de datum na.',
  'signup-over': 'Aanmelden kan niet meer, want dat kon tot {value}. Kijk de datum na.',
  'no-status': 'Je kunt je voor deze groep aanmelden, maar er staat geen "status". Het formulier is nu open.',
  'no-alt': 'Deze foto heeft geen "alt". Schrijf erin wat er te zien is, of "" als dat er niet toe doet.',
  'no-translation':
    'De titel van de feed is er in “{language}”, deze tekst niet. Schrijf hem ook in die taal.',
  'no-options': 'Bij deze vraag is niets te kiezen. Schrijf "options".',
  'no-retention': 'Er staat geen "retentionMonths". De ontvanger bewaart aanmeldingen dan zonder einde.',
};
