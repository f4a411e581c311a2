import { suggestName } from '../../feed/advice/suggest.js';

/** Other words that people write for fields that protect somebody, in Dutch and English: small letters and digits. */
const WORDS: Readonly<Record<string, string>> = {
  capacity: `capaciteit max maximum maxcapacity maxcapaciteit limit limiet seats maxseats spots slots places plaatsen
    aantalplaatsen maxplaatsen plekken aantalplekken maxplekken aantal maxaantal maximumaantal size groupsize groepsgrootte
    participants maxparticipants attendees maxattendees deelnemers aantaldeelnemers maxdeelnemers maximumaantaldeelnemers`,
  status: 'stand staat toestand state phase stage fase',
  signupFrom: `aanmeldenvanaf aanmeldenvan inschrijvenvanaf inschrijvingvanaf aanmeldingvanaf openvanaf opens opensat openfrom
    registrationfrom registrationopens registrationstart`,
  signupUntil: `deadline sluitingsdatum sluit sluitop uiterlijk aanmeldentot aanmeldentotenmet aanmeldenvoor aanmelddeadline
    inschrijventot inschrijvingtot inschrijfdeadline aanmeldingtot closes closesat closingdate signupdeadline signupby
    registeruntil registerby registrationuntil registrationcloses registrationdeadline registrationend`,
  minimumAge: `leeftijd minleeftijd minimumleeftijd minimaleleeftijd leeftijdvanaf vanafleeftijd leeftijdsgrens age minage
    agemin agelimit ageminimum fromage`,
  underAge: 'minderjarig minderjarigen jongeren minors underaged belowage',
  retentionMonths: `bewaartermijn bewaren bewaarmaanden maandenbewaren bewaartijd bewaarperiode keep keepmonths keepfor retain
    retentionperiod retentiontime`,
  contact: 'contactgegevens contactwijze bereikbaar contactby',
  editions: 'editie edities groep groepen edition group groups voorgroepen',
  questions: 'vraag vragen question',
  required: 'verplicht nodig mandatory obligatory compulsory isrequired',
};

const FIELD_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([field, words]) => words.split(/\s+/).map((word) => [word, field] as const)),
);

/** @returns the one of these fields that somebody means by another name; `undefined` where none is near. */
export function fieldMeantBy(name: string, fields: readonly string[]): string | undefined {
  const word = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  const field = FIELD_OF.get(word);
  return field !== undefined && fields.includes(field) ? field : suggestName(name, fields);
}
