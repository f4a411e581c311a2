import type { Prose, TableWords } from '../types.js';

export const prose: Prose = {
  heading: 'Nederlands',
  introduction: `Een feed is één bestand met alles wat de CEAL-widgets laten zien: de ondernemingen, het programma, de
bijeenkomsten, de Oasis-stappen en de aanmelding. Je zet het bestand op je website, naast de pagina’s. Verander je het
bestand, dan veranderen alle widgets mee.`,
  start: [
    'Zo begin je',
    `Maak een bestand met de naam \`feed.json\`. Dit is genoeg om iets te zien:

{example}

Het is JSON, opgeslagen als UTF-8. Zet \`feed.schema.json\` ernaast en open het bestand in een editor zoals Visual Studio
Code. Die vertelt bij elk veld wat het is, vult aan en wijst aan wat niet klopt. Wil je op de pagina zelf zien wat niet
past, zet dan \`debug\` op een widget.`,
  ],
  overview: [
    'Wat erin kan',
    'Alles mag weg, behalve `version` en `id`. Een widget leest alleen de onderdelen die hij laat zien.',
  ],
  dates: [
    'Datums',
    `Schrijf een datum zo precies als je hem weet, en niet preciezer. Dagen zijn dagen in Nederland. Een einde zonder tijd
telt als hele dag mee. Bij een tijd hoort een tijdzone: \`+01:00\` in de winter, \`+02:00\` in de zomer. Staat die er niet,
dan lezen we de tijd als tijd in Amsterdam en melden we dat.`,
    {
      2016: 'een jaar',
      '2015-23': 'een seizoen: 21 lente, 22 zomer, 23 herfst, 24 winter',
      '2016-06': 'een maand',
      '2016-06-01': 'een dag',
      '2015-11/2016-02': 'van en tot en met, elk zo precies als je het weet',
      '2014~': 'ongeveer; achter elke datum zonder tijd',
      '2014?': 'misschien; `2014%` is misschien en ongeveer',
      '201X': 'de jaren 10; een `X` is een cijfer dat niet bekend is, ook in `2016-06-XX`',
      '2013/..': 'vanaf; `../2018` is tot en met, en niets op de plek van `..` is niet bekend',
      'XXXX-09-09': 'een dag waarvan het jaar niet bekend is',
      '2027-09-09T13:30:00+02:00': 'een dag met tijd en tijdzone',
    },
  ],
  texts: [
    'Teksten',
    `Een tekst is gewone tekst, zonder opmaak: \`<b>\` komt er als \`<b>\` te staan. Schrijf één tekst, of één per taal:

\`\`\`json
{ "nl": "Repareertafel", "en": "Repair table" }
\`\`\`

Bezoekers zien hun eigen taal als die er is, anders de taal van de feed, anders de eerste. Staat er geen taal bij, dan
geldt de \`language\` van de feed.`,
  ],
  links: [
    'Links en afbeeldingen',
    `Een adres begint met \`https:\`, \`http:\`, \`mailto:\` of \`tel:\`, of is een adres naast de feed, zoals
\`foto/tafel.jpg\`. Andere adressen laten we weg, en ook adressen met een gebruikersnaam of wachtwoord erin.`,
  ],
  references: [
    'Ids',
    `Elk onderdeel van een lijst heeft een \`id\`: kleine letters, cijfers en streepjes, hooguit 64 tekens. Een id komt in
zijn lijst één keer voor. Velden als \`edition\` en \`themes\` noemen een id uit een andere lijst. Verander een id niet
meer: links van bezoekers gaan anders verloren.`,
  ],
  limits: ['Grenzen', 'Meer dan dit lezen we niet.'],
  fields: [
    'Alle velden',
    'Per onderdeel: een voorbeeld, dan de velden. Velden die je niet kent mag je laten staan: widgets slaan ze over.',
  ],
  shapes: ['Vormen', 'Deze komen in meer onderdelen voor.'],
  invalid: [
    'Als iets niet past',
    `Een widget valt nooit stil door een fout in de feed. Wat niet past laten we weg, zo klein mogelijk: een kapotte link
verdwijnt, de onderneming blijft. Een te lange tekst korten we in. Ontbreekt een verplicht veld, dan valt alleen dat
onderdeel van de lijst weg. Van twee onderdelen met hetzelfde id blijft het eerste. Kan de feed niet worden opgehaald of
gelezen, dan zien bezoekers dat met een knop om het opnieuw te proberen, en zo mogelijk de laatste goede versie.

Bij alles wat we weglaten of veranderen hoort een melding, met de plek in het bestand:`,
  ],
  promise: [
    'Wat zo blijft',
    `Elke widget met versie 1 leest elke feed met versie 1, ook als die ouder of nieuwer is. Binnen versie 1 verdwijnt geen
veld en verandert geen veld van betekenis. Nieuwe velden en nieuwe waarden kunnen erbij komen: een oudere widget slaat een
nieuw veld over en leest een nieuwe waarde als onbekend. Een feed met versie 2 laat een widget met versie 1 niet zien; hij
zegt dat er een nieuwere widget nodig is.`,
  ],
};

export const table: TableWords = {
  field: 'Veld',
  what: 'Wat het is',
  how: 'Hoe je het schrijft',
  meaning: 'Wat het betekent',
  section: 'Onderdeel',
  date: 'Datum',
  limit: 'Hooguit',
  code: 'Melding',
  required: 'verplicht',
  otherwise: 'staat het er niet, dan {value}',
  list: 'lijst van hooguit {max}',
  oneOf: 'een van:',
  idOf: 'id uit {list}',
  whole: 'heel getal, {min} tot en met {max}',
  number: 'getal, {min} tot en met {max}',
  flag: '`true` of `false`',
  object: 'groep velden',
  fieldSchemas: {
    version: '`"1.0"`',
    id: 'id',
    language: 'taalcode, zoals `nl`',
    title: 'tekst, hooguit {title} tekens',
    text: 'tekst, hooguit {text} tekens',
    url: 'adres',
    date: 'datum',
  },
  limits: {
    bytes: 'Grootte van het bestand',
    items: 'Onderdelen in een lijst',
    title: 'Tekens in een naam of titel',
    text: 'Tekens in een langere tekst',
    url: 'Tekens in een adres',
    languages: 'Talen van een tekst',
    issues: 'Fouten in een lijst',
  },
};
