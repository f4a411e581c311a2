/**
 * Feeds of any size, made of plain example content: for stories, benchmarks and tests that need more than the sample
 * feed holds. The same seed gives the same feed, byte for byte.
 */

/** An activity of neighbours: as a name, after "om", its theme, and a picture if there is one. */
type Activity = readonly [name: string, infinitive: string, theme: string, picture?: string];

const ACTIVITIES: readonly Activity[] = [
  ['Fietsen maken', 'fietsen te maken', 'maken', 'fiets'],
  ['Samen koken', 'samen te koken', 'eten', 'kooktafel'],
  ['Soep uitdelen', 'soep uit te delen', 'eten', 'soep'],
  ['Kleding herstellen', 'kleding te herstellen', 'maken', 'naaikamer'],
  ['Lampen repareren', 'lampen te repareren', 'maken', 'repareren'],
  ['Planten stekken', 'planten te stekken', 'groen', 'tuin'],
  ['Een tuin maken', 'een tuin te maken', 'groen', 'tuin'],
  ['Taal oefenen', 'taal te oefenen', 'leren', 'taalwandeling'],
  ['Huiswerk maken', 'huiswerk te maken', 'opgroeien', 'huiswerk'],
  ['Voorlezen', 'voor te lezen', 'opgroeien'],
  ['Spelletjes doen', 'spelletjes te doen', 'ontmoeten'],
  ['Koffie drinken', 'koffie te drinken', 'ontmoeten'],
  ['Wandelen', 'te wandelen', 'gezond', 'taalwandeling'],
  ['Sporten', 'te sporten', 'gezond', 'sport'],
  ['Brood bakken', 'brood te bakken', 'eten'],
  ['Brieven lezen', 'brieven te lezen', 'leren'],
  ['Werk zoeken', 'werk te zoeken', 'werk'],
  ['Klussen', 'te klussen', 'werk', 'repareren'],
];
const PLACES = [
  'in de hal',
  'op het plein',
  'achter de flat',
  'in het buurthuis',
  'aan de overkant',
  'onder de bomen',
  'bij de school',
  'in de berging',
  'langs het water',
  'op de galerij',
];
const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const GROUPS = ['buren', 'ouders', 'jongeren', 'ouderen', 'studenten', 'kinderen', 'vrijwilligers'];
const SENTENCES = [
  'Je hoeft niets te kunnen om mee te doen.',
  'Er is altijd iemand die het je uitlegt.',
  'Het kost niets, maar een bijdrage mag.',
  'Wie wil, neemt iets te eten mee.',
  'De groep zoekt nog een vaste plek.',
  'Kom gerust een keer kijken.',
  'Met het geld dat binnenkomt, koopt de groep nieuwe spullen.',
  'Na afloop ruimt iedereen samen op.',
  'De eerste keren waren druk, daarna werd het rustiger.',
  'Over een jaar wil de groep zelf haar kosten betalen.',
];
const THEMES = {
  ontmoeten: 'Ontmoeten',
  werk: 'Werk',
  leren: 'Leren',
  gezond: 'Gezond',
  opgroeien: 'Opgroeien',
  eten: 'Eten',
  maken: 'Maken',
  groen: 'Groen',
};
const NEIGHBOURHOODS = { noord: 'Noord', oost: 'Oost', zuid: 'Zuid', west: 'West' };
const EDITIONS = ['2021', '2022', '2023', '2024', '2025'];
const STATUSES = ['idea', 'prototype', 'tested', 'developing', 'running', 'running', 'merged', 'stopped'];
const PILLARS = {
  'sociaal-ondernemen': 'Sociaal ondernemen',
  'action-learning': 'Leren door te doen',
  oasis: 'Oasis',
};
/** A title and a kind of session. */
const MEETINGS: readonly (readonly [title: string, kind: string])[] = [
  ['Kennismaken', 'meeting'],
  ['De wijk in', 'field'],
  ['Een eerste versie maken', 'studio'],
  ['Leren van elkaars vragen', 'learning-group'],
  ['Vragen aan de coach', 'coaching'],
  ['Laten zien en vieren', 'celebration'],
];
const YEAR = 2026;
const HOUR_MS = 3_600_000;

/** Numbers from 0 up to 1. */
type Random = () => number;

export interface GenerateOptions {
  /** The number of enterprises, 46 by default. */
  readonly enterprises?: number;
  /** The number of sessions, 0 by default. */
  readonly sessions?: number;
  /** Another seed gives another feed; 1 by default. */
  readonly seed?: number;
}

/** @returns a valid feed of format version 1, in Dutch; all of it is marked as an example */
export function generateFeed({ enterprises = 46, sessions = 0, seed = 1 }: GenerateOptions = {}) {
  const random = seededRandom(seed);
  return {
    version: 1,
    id: `voorbeeld-${enterprises}-${sessions}-${seed}`,
    title: 'Voorbeelden uit de wijk',
    language: 'nl',
    pillars: Object.entries(PILLARS).map(([id, title]) => ({ id, title })),
    themes: labelled(THEMES),
    neighbourhoods: labelled(NEIGHBOURHOODS),
    parts: [
      { id: 'deel-1', title: 'Deel 1' },
      { id: 'deel-2', title: 'Deel 2' },
    ],
    editions: [...EDITIONS, String(YEAR)].map((year) => ({
      id: `ex-${year}`,
      title: year,
      start: year,
      status: year === String(YEAR) ? 'running' : 'finished',
      example: true,
    })),
    sessions: Array.from({ length: sessions }, (_, index) => session(random, index, sessions)),
    enterprises: Array.from({ length: enterprises }, (_, index) => enterprise(random, index)),
  };
}

function labelled(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([id, label]) => ({ id, label }));
}

function enterprise(random: Random, index: number) {
  const [name, infinitive, theme, picture] = pick(random, ACTIVITIES);
  const themes = [...new Set([theme, pick(random, Object.keys(THEMES))])];
  const year = pick(random, EDITIONS);
  return {
    id: `ex-${index + 1}`,
    name: `${name} ${pick(random, PLACES)} ${index + 1}`,
    tagline: `Elke ${pick(random, WEEKDAYS)} komen ${pick(random, GROUPS)} bij elkaar om ${infinitive}.`,
    ...(random() < 0.8 && { description: [1, 2, 3].map(() => pick(random, SENTENCES)).join(' ') }),
    ...(random() < 0.8 && { edition: `ex-${year}` }),
    themes,
    ...(random() < 0.9 && { neighbourhood: pick(random, Object.keys(NEIGHBOURHOODS)) }),
    status: pick(random, STATUSES),
    ...(random() < 0.7 && { founded: year }),
    ...(random() < 0.7 && { people: 2 + Math.floor(random() * 14) }),
    ...(picture && random() < 0.6 && { image: { src: `images/${picture}.svg`, width: 960, height: 640 } }),
    example: true,
  };
}

/** One of `count` sessions, which are spread over one year, in order. */
function session(random: Random, index: number, count: number) {
  const [title, kind] = pick(random, MEETINGS);
  const day = Math.floor((index * 364) / count);
  const start = Date.UTC(YEAR, 0, 1 + day, 9 + Math.floor(random() * 10));
  const hours = 1 + Math.floor(random() * 3);
  return {
    id: `ex-${index + 1}`,
    edition: `ex-${YEAR}`,
    part: day < 182 ? 'deel-1' : 'deel-2',
    week: 1 + Math.floor(day / 7),
    title,
    summary: `${pick(random, SENTENCES)} ${pick(random, SENTENCES)}`,
    start: dateTime(start),
    end: dateTime(start + hours * HOUR_MS),
    place: { name: `Ergens ${pick(random, PLACES)}` },
    pillars: [pick(random, Object.keys(PILLARS))],
    kind,
    example: true,
  };
}

const dateTime = (timeMs: number) => new Date(timeMs).toISOString().replace('.000', '');
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** Random numbers that are always the same for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
