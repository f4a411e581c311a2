/** Names that people write for fields and sections, in Dutch and English, and the names that they may mean. */
const SYNONYMS: Readonly<Record<string, string>> = {
  naam: 'name title label',
  name: 'title label name',
  title: 'name label title',
  titel: 'title name label',
  label: 'name title label',
  kop: 'title',
  beschrijving: 'description summary text introduction',
  omschrijving: 'description summary text introduction',
  description: 'summary description text introduction tagline',
  summary: 'description summary',
  samenvatting: 'summary tagline',
  tekst: 'text summary description',
  content: 'text summary description',
  inleiding: 'introduction',
  intro: 'introduction summary tagline',
  slogan: 'tagline',
  subtitle: 'tagline summary',
  ondertitel: 'tagline summary',
  datum: 'date start founded',
  date: 'start founded date updated',
  begin: 'start from min',
  start: 'from start',
  startdate: 'start from',
  starttime: 'start',
  van: 'from start min',
  einde: 'end until max',
  eind: 'end until max',
  tot: 'until end max',
  enddate: 'end until',
  endtime: 'end',
  plaats: 'place',
  locatie: 'place',
  location: 'place',
  venue: 'place',
  adres: 'address',
  straat: 'address',
  afbeelding: 'image logo',
  foto: 'image logo',
  photo: 'image logo',
  picture: 'image logo',
  plaatje: 'image logo',
  bijschrift: 'alt credit',
  alttext: 'alt',
  caption: 'alt credit',
  breedte: 'width',
  hoogte: 'height',
  thema: 'themes',
  themas: 'themes',
  theme: 'themes',
  tags: 'themes',
  onderwerpen: 'themes',
  wijk: 'neighbourhood neighbourhoods',
  buurt: 'neighbourhood neighbourhoods',
  buurten: 'neighbourhoods',
  neighborhood: 'neighbourhood neighbourhoods',
  neighborhoods: 'neighbourhoods',
  soort: 'kind role',
  type: 'kind role',
  category: 'kind themes',
  fase: 'status part',
  stage: 'status part',
  stand: 'status',
  staat: 'status',
  opgericht: 'founded',
  mensen: 'people',
  aantal: 'people capacity',
  plekken: 'capacity',
  plaatsen: 'capacity',
  places: 'capacity',
  link: 'links url',
  website: 'url links',
  site: 'url links',
  href: 'url',
  adressen: 'links',
  bron: 'sources url',
  bronnen: 'sources',
  source: 'sources',
  concept: 'draft',
  klad: 'draft',
  voorbeeld: 'example',
  taal: 'language',
  lang: 'language',
  versie: 'version',
  bijgewerkt: 'updated',
  onderneming: 'enterprises',
  ondernemingen: 'enterprises',
  initiatieven: 'enterprises',
  companies: 'enterprises',
  bijeenkomst: 'sessions',
  bijeenkomsten: 'sessions',
  events: 'sessions history',
  meetings: 'sessions',
  programma: 'programme',
  program: 'programme',
  groep: 'edition editions',
  groepen: 'editions',
  edities: 'editions',
  editie: 'edition',
  groups: 'editions',
  deel: 'part',
  delen: 'parts',
  geschiedenis: 'history',
  partners: 'organisations',
  organisaties: 'organisations',
  organizations: 'organisations',
  organisatie: 'organisations',
  aanmelding: 'signups',
  aanmeldingen: 'signups',
  inschrijvingen: 'signups',
  registrations: 'signups',
  documenten: 'documents',
  stappen: 'steps',
  stap: 'steps',
  vragen: 'questions',
  opties: 'options',
  antwoorden: 'options',
  answers: 'options',
  verplicht: 'required',
  mandatory: 'required',
  uitleg: 'help text',
  hint: 'help hints',
  duur: 'duration minutes',
  tijd: 'duration minutes start',
  doel: 'aim purposes',
  goal: 'aim',
  materialen: 'materials',
  materiaal: 'materials',
  activiteiten: 'activities',
  minuten: 'minutes',
  verantwoordelijke: 'controller',
  privacy: 'privacyLink',
  leeftijd: 'minimumAge',
  minage: 'minimumAge',
  rollen: 'roles',
  toestemming: 'consents',
  maker: 'credit',
  fotograaf: 'credit',
  becameid: 'successorId',
  keepmonths: 'retentionMonths',
  bewaartermijn: 'retentionMonths retention',
  next: 'nextSteps',
  or: 'alternative',
  of: 'alternative',
};

/** Languages as people name them. */
const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  nederlands: 'nl',
  dutch: 'nl',
  engels: 'en',
  english: 'en',
  frans: 'fr',
  french: 'fr',
  francais: 'fr',
  duits: 'de',
  german: 'de',
  deutsch: 'de',
  spaans: 'es',
  spanish: 'es',
  espanol: 'es',
  portugees: 'pt',
  portuguese: 'pt',
  turks: 'tr',
  turkish: 'tr',
  turkce: 'tr',
  arabisch: 'ar',
  arabic: 'ar',
  pools: 'pl',
  polish: 'pl',
  polski: 'pl',
  oekraiens: 'uk',
  ukrainian: 'uk',
  russisch: 'ru',
  russian: 'ru',
  somalisch: 'so',
  tigrinya: 'ti',
  farsi: 'fa',
  perzisch: 'fa',
  persian: 'fa',
  pasjtoe: 'ps',
  berbers: 'ber',
  papiaments: 'pap',
};

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
  const same = known.find((other) => bare(other) === written);
  if (same) return same;
  const meant = Object.hasOwn(SYNONYMS, written) ? SYNONYMS[written]!.split(' ') : [];
  const synonym = meant.find((other) => known.includes(other));
  if (synonym) return synonym;
  const mostSlips = written.length < 4 ? 0 : written.length < 8 ? 1 : 2;
  const near = known
    .map((other) => ({ other, slips: slipsBetween(written, bare(other), mostSlips) }))
    .filter(({ slips }) => slips <= mostSlips)
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.other;
}

/** @returns the language tag that somebody meant by a key; `undefined` where none is near. */
export function suggestLanguage(name: string): string | undefined {
  const tag = name.trim().replaceAll('_', '-');
  if (tag !== name && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/.test(tag)) return tag;
  const written = bare(name.slice(0, MAX_KEY_CHARACTERS));
  return Object.hasOwn(LANGUAGE_NAMES, written) ? LANGUAGE_NAMES[written] : undefined;
}

/** The slips of the pen between two words: letters too many, too few, other ones or two in the wrong order. */
export function slipsBetween(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
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
