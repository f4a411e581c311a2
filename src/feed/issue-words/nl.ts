import type { IssueCode } from '../issues.js';

/** Messages about what is wrong with a feed, to its author. */
export const nl: Record<IssueCode, string> = {
  missing: 'Dit veld is verplicht en ontbreekt.',
  'wrong-type': 'Dit is een ander soort waarde dan hier past.',
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
};
