import { times } from '../../lists.js';

/** Names that people write for fields and sections, in Dutch and English, after the one that they may mean. */
const SYNONYMS = `
name naam title titel label
title titel name naam kop label
label naam name titel title tekst
description beschrijving omschrijving tekst content inleiding
summary samenvatting description beschrijving omschrijving tekst content
text tekst beschrijving omschrijving uitleg
introduction inleiding intro
tagline slogan subtitle ondertitel samenvatting
date datum
start begin startdatum startdate starttime date datum from van
end einde eind einddatum enddate endtime tot until
from van start begin
until tot end eind einde
founded opgericht date datum
place plaats plek locatie location venue
address adres straat
image afbeelding foto photo picture plaatje
alt alttext bijschrift caption
credit maker fotograaf
themes thema themas theme tags onderwerpen
neighbourhood wijk buurt neighborhood
neighbourhoods wijken buurten neighborhoods
kind soort type category
status fase stage stand
people mensen aantal
capacity plekken plaatsen places aantal
links link website
url link website href adres
sources bron bronnen source
draft concept klad
example voorbeeld
language taal lang
version versie
updated bijgewerkt
enterprises onderneming ondernemingen initiatieven companies
sessions bijeenkomst bijeenkomsten events meetings
programme programma program
edition editie groep group
editions edities groepen groups
part deel fase
parts delen
history geschiedenis
organisations organisaties organizations partners
signups aanmelding aanmeldingen inschrijvingen registrations
documents documenten
steps stap stappen
questions vragen
options opties antwoorden answers
required verplicht mandatory
help uitleg hint
duration duur tijd
minutes minuten
aim doel goal
materials materiaal materialen
activities activiteiten
controller verantwoordelijke
privacyLink privacy
minimumAge leeftijd minage
roles rollen
consents toestemming
successorId becameid
retentionMonths keepmonths bewaartermijn
nextSteps next
alternative or of
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

/** Languages that feeds are written in; their names are the browser's. */
const LANGUAGE_TAGS = 'nl en ar tr fr de es pt pl uk ru so ti fa ps it'.split(' ');

/** Characters of a key that is compared; a longer one is none that somebody mistyped. */
const MAX_KEY_CHARACTERS = 40;

/** A name without what people add and leave out: case, accents, blanks and signs. */
const bare = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** @returns the known name that somebody meant by another one; `undefined` where none is near. */
export function suggestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > MAX_KEY_CHARACTERS) return undefined;
  const written = bare(name);
  const [same] = known.filter((other) => bare(other) === written);
  if (same) return same;
  const [synonym] = SYNONYMS.filter(
    ([meant = '', ...others]) => known.includes(meant) && others.includes(written),
  );
  if (synonym) return synonym[0];
  const [oneOrMore] = known.filter((other) => bare(other) === `${written}s` || `${bare(other)}s` === written);
  if (oneOrMore) return oneOrMore;
  const mostSlips = written.length < 4 ? 0 : written.length < 8 ? 1 : 2;
  const near = known
    .map((other) => ({ other, slips: slipsBetween(written, bare(other), mostSlips) }))
    .filter(({ slips }) => slips <= mostSlips)
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.other;
}

/** @returns the language tag that somebody meant by a key; `undefined` where none is near. */
export function suggestLanguage(name: string): string | undefined {
  const tag = name.trim().replace(/_/g, '-');
  if (tag !== name && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/.test(tag)) return tag;
  const written = bare(name.slice(0, MAX_KEY_CHARACTERS));
  return LANGUAGE_TAGS.filter((language) =>
    ['nl', 'en', language].some((speaking) => {
      const names = new Intl.DisplayNames([speaking], { type: 'language' });
      return bare(names.of(language) ?? '') === written;
    }),
  )[0];
}

/** The slips of the pen between two words: letters too many, too few, other ones or two in the wrong order. */
export function slipsBetween(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before: number[] = [];
  let row = times(b.length + 1, (index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let slips = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, before[j - 2]! + 1);
      next.push(slips);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
