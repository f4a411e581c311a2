import type { Messages } from '../../../i18n/translate.js';

/** Words for whoever keeps a feed or a page. */
export const nl = {
  dropped: 'Niet te zien',
  leftOut: 'Weggelaten',
  readAs: 'Anders gelezen dan geschreven',
  advice: 'Kijk dit na',
  more: 'en nog {n}',
  expected: 'Hier hoort {what}.',
  placeId: 'een id van kleine letters, cijfers en streepjes, zoals "soep-1"',
  placeLanguage: 'een taalcode, zoals "nl"',
  placeTitle: 'een korte tekst, of een voor elke taal: { "nl": "…", "en": "…" }',
  placeText: 'een tekst, of een voor elke taal: { "nl": "…", "en": "…" }',
  placeUrl: 'een adres, zoals "https://voorbeeld.example/"',
  placeDate: 'een datum, zoals "2027-09-09", "2027-09-09T13:30:00+02:00" of "2016"',
  placeFlag: 'true of false, zonder aanhalingstekens',
  placeCount: 'een heel getal van {min} tot en met {max}',
  placeNumber: 'een getal van {min} tot en met {max}, met een punt',
  placeChoice: 'een van deze: {values}',
  placeList: 'een lijst: [ … ]',
  placeObject: 'een object: { … }, met {fields}',
  attributeValue: 'Het attribuut {name} kent “{value}” niet. Kies uit: {values}.',
  attributeNumber: 'In het attribuut {name} hoort een getal. Er staat “{value}”.',
  attributeJson: 'In het attribuut {name} hoort JSON. Er staat “{value}”.',
  attributeQuotes:
    'Om het attribuut {name} staan krullende aanhalingstekens: {value}. Gebruik rechte: {name}="…". Een blok voor HTML laat ze staan.',
  attributeUnknown: 'Het attribuut {name} kennen we niet. Misschien bedoel je {suggestion}.',
  attributeNeedsId:
    'Er staan meer <{name}> met deep-link en hetzelfde id of zonder id: een link opent alleen de eerste. Geef elk een eigen id.',
} as const satisfies Messages;
