/**
 * Feeds that are damaged in the ways of spreadsheets, content management systems and people: what has one meaning is
 * read as if nothing had happened, and what has none falls to the safe side.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseFeed, type Feed } from '../../../src/feed/parse-feed.js';
import { BASE } from '../../support/node/read.js';

/** Feeds in continuous integration; more with `DAMAGED_FEEDS` and a `SEED` of one's own. */
const RUNS = Number(process.env['DAMAGED_FEEDS'] ?? 10_000);
const SEED = Number(process.env['SEED'] ?? 2027);

const CAFE = 'Café ’t Plein – soep & brood';

/** A feed with something of each kind; every draft, example and cancelled thing has its word in its name. */
const TRUE_FEED = {
  version: '1.0',
  id: 'proef',
  title: 'Proef',
  language: 'nl',
  pillars: [
    { id: 'oasis', title: 'Oasis' },
    { id: 'action-learning', title: 'Action learning' },
  ],
  themes: [
    { id: '7', label: 'Eten' },
    { id: 'zorg-en-buurt', label: { nl: 'Zorg', en: 'Care' } },
  ],
  parts: [{ id: '1', title: 'Deel 1' }],
  editions: [
    {
      id: '254',
      title: 'Najaar',
      start: '2027-09-09',
      status: 'open',
      capacity: 25,
      place: { name: 'De Dreef' },
    },
    { id: 'zomer-2027', title: 'VOORBEELD Zomer', start: '2027', status: 'cancelled', example: true },
  ],
  sessions: [
    {
      id: 'soep-1',
      edition: '254',
      part: '1',
      week: 1,
      title: CAFE,
      summary: 'Een middag.',
      start: '2027-09-09T13:30:00+02:00',
      end: '2027-09-09T17:00:00+02:00',
      place: { name: 'De Dreef', lat: 52.117, lon: 5.11 },
      online: 'https://meet.example.org/abc',
      pillars: ['oasis', 'action-learning'],
      kind: 'meeting',
      links: [{ url: 'https://www.example.org/lees', label: 'Lees' }],
    },
    {
      id: 'soep-2',
      edition: '254',
      title: 'AFGELAST Soep',
      start: '2027-09-16',
      kind: 'field',
      status: 'cancelled',
    },
    {
      id: 'soep-3',
      edition: '254',
      title: 'VOORBEELD Soep',
      start: '2027-09-23',
      status: 'moved',
      example: true,
    },
  ],
  history: [
    {
      id: 'h-1',
      date: '2016',
      title: 'Het begin',
      sources: [{ label: 'Krant', url: 'https://krant.example/1' }],
    },
    { id: 'h-2', date: '2016-06-01', title: 'Het vervolg' },
  ],
  enterprises: [
    {
      id: 'soepbus',
      name: 'Soepbus',
      description: 'Soep voor de straat.',
      themes: ['7', 'zorg-en-buurt'],
      status: 'running',
      founded: '2016',
      people: 12,
      links: [{ url: 'https://www.soep.example/' }],
    },
    { id: 'geheim', name: 'CONCEPT Geheim', status: 'idea', draft: true },
    { id: 'verzonnen', name: 'VOORBEELD Verzonnen', status: 'tested', example: true, draft: false },
  ],
  oasis: {
    title: 'Oasis',
    steps: [
      {
        id: 'kijken',
        number: 1,
        name: 'Kijken',
        activities: [{ id: 'lopen', title: 'Lopen', minutes: { min: 30, max: 30 } }],
        materials: [{ id: 'stiften', label: 'Stiften' }],
        questions: ['Wat zie je?'],
      },
    ],
  },
} as const;

type Json = unknown;
type Path = readonly string[];
type Damage = (value: Json, path: Path, pick: (count: number) => number) => Json;

const key = (path: Path) => path.at(-1) ?? '';
const oneOf = <T>(pick: (count: number) => number, ...values: readonly T[]): T =>
  values[pick(values.length)]!;
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !isList(value);

const IDS = new Set(['id', 'edition', 'part', 'pillars', 'themes']);
const isId = (path: Path) => IDS.has(key(path)) || IDS.has(path.at(-2) ?? '');
const TEXTS = new Set(['title', 'name', 'label', 'summary', 'description', 'questions', 'nl', 'en']);
const isText = (path: Path) => TEXTS.has(key(path)) || path.at(-2) === 'questions';

/** Ways of writing the same, each for the values that it fits. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  flags: (value, _path, pick) =>
    typeof value === 'boolean'
      ? value
        ? oneOf<Json>(pick, 'TRUE', 'true', 1, '1', 'ja', ' Ja ', 'WAAR', 'yes', 'x')
        : oneOf<Json>(pick, 'FALSE', 0, 'nee', 'onwaar', 'no')
      : value,
  spellings: (value, path, pick) =>
    ['status', 'kind'].includes(key(path)) && typeof value === 'string'
      ? oneOf(
          pick,
          value.toUpperCase(),
          `${value} `,
          ` ${value}`,
          value[0]!.toUpperCase() + value.slice(1),
          DUTCH[value]!,
        )
      : value,
  dates: (value, path, pick) => {
    if (typeof value !== 'string' || !['start', 'end', 'date', 'founded'].includes(key(path))) return value;
    if (/^\d{4}$/.test(value)) return oneOf<Json>(pick, Number(value), `${value} `, `${value}.0`);
    if (value.length === 10)
      return oneOf(
        pick,
        value.replaceAll('-0', '-'),
        ` ${value}`,
        value.replaceAll('-', ''),
        `${value}T00:00:00.000Z`,
        `${value} 00:00:00`,
      );
    return oneOf(
      pick,
      value.replace('T', ' '),
      value.replace('+02:00', '+0200'),
      value.replace('+02:00', '+02'),
      value.replace('T', 't'),
      `${value}[Europe/Amsterdam]`,
      `${value} `,
    );
  },
  numbers: (value, path, pick) =>
    typeof value === 'number' && !isId(path)
      ? oneOf(pick, String(value), ` ${value} `, String(value).replace('.', ','))
      : value,
  ids: (value, path, pick) => {
    if (typeof value !== 'string' || !isId(path)) return value;
    if (/^\d+$/.test(value)) return oneOf<Json>(pick, Number(value), ` ${value}`);
    return oneOf(
      pick,
      value.toUpperCase(),
      value.replaceAll('-', ' '),
      value.replaceAll('-', '_'),
      `{${value}}`,
      ` ${value} `,
    );
  },
  nothing: (value, path, pick) =>
    isObject(value) && path.length >= 2 && 'id' in value
      ? {
          ...Object.fromEntries(
            NOTHING.filter((name) => !(name in value)).map((name) => [
              name,
              oneOf<Json>(pick, null, '', [], {}, ' '),
            ]),
          ),
          ...value,
        }
      : value,
  lists: (value, path, pick) => {
    if (!isList(value)) return value;
    if (pick(2) === 0) return Object.fromEntries(value.map((entry, index) => [index * 2, entry]));
    if (value.length !== 1)
      return value.every((entry) => typeof entry === 'string') && isId(path) ? value.join(', ') : value;
    return path.length > 1 ? value[0] : value;
  },
  markup: (value, path, pick) => {
    if (typeof value !== 'string' || !isText(path)) return value;
    const entities = value
      .replaceAll('&', '&amp;')
      .replaceAll('é', '&eacute;')
      .replaceAll('–', '&#8211;')
      .replaceAll('’', '&rsquo;');
    return oneOf(
      pick,
      `<p>${entities}</p>\n`,
      `<strong>${entities}</strong>`,
      `${entities}<br />`,
      `<span class="a">${entities}</span>&nbsp;`,
    );
  },
  addresses: (value, path, pick) =>
    typeof value === 'string' && ['url', 'online'].includes(key(path))
      ? oneOf(pick, value.replace('https://', ''), ` ${value}`, value.replace('https://', 'https//'))
      : value,
  groups: (value, path) => {
    if (!isObject(value)) return value;
    if (key(path) === 'place' && Object.keys(value).length === 1) return value['name'];
    if (key(path) === 'minutes') return value['min'];
    if (path.at(-2) === 'materials') return value['label'];
    return value;
  },
};

const DUTCH: Readonly<Record<string, string>> = {
  open: 'geopend',
  cancelled: 'Gaat niet door',
  meeting: 'Bijeenkomst',
  field: 'excursie',
  moved: 'Verplaatst',
  running: 'draait',
  idea: 'Idee',
  tested: 'getest',
};
const NOTHING = ['summary', 'end', 'links', 'place', 'sources', 'image', 'tagline', 'edition'];

/** A damaged copy: `picks` says what is done where. */
function damaged(
  value: Json,
  names: readonly string[],
  pick: (count: number) => number,
  path: Path = [],
): Json {
  let result = value;
  for (const name of names)
    if (pick(3) > 0) {
      result = DAMAGES[name]!(result, path, pick);
      if (result !== value && !isObject(result) && !isList(result)) return result;
    }
  if (isList(result))
    return result.map((entry, index) => damaged(entry, names, pick, [...path, String(index)]));
  if (!isObject(result)) return result;
  return Object.fromEntries(
    Object.entries(result).map(([name, inner]) => [
      name,
      ['version', 'language'].includes(name) ? inner : damaged(inner, names, pick, [...path, name]),
    ]),
  );
}

/** True for a text in one language that begins with a word. */
const isNamed = (text: unknown, word: string) => typeof text === 'string' && text.startsWith(word);

/** Numbers as they are needed, from those that fast-check gives. */
function picker(numbers: readonly number[]): (count: number) => number {
  let index = 0;
  return (count) => (numbers[index++ % numbers.length]! + index) % count;
}

function read(feed: unknown): Feed {
  const parsed = parseFeed(feed, BASE);
  assert.ok(parsed.ok);
  return parsed.feed;
}

/** Texts end in no blank; the rest is compared as it is. */
const plain = (feed: Feed): unknown =>
  JSON.parse(JSON.stringify(feed), (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\u00a0', ' ').trim() : value,
  );

const picks = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 60 });
const names = fc.subarray(Object.keys(DAMAGES), { minLength: 1 });

describe('a damaged feed', () => {
  const expected = plain(read(TRUE_FEED));

  for (const name of Object.keys(DAMAGES))
    it(`with other ${name} is read as it was meant`, () =>
      fc.assert(
        fc.property(picks, (numbers) =>
          assert.deepEqual(plain(read(damaged(TRUE_FEED, [name], picker(numbers)))), expected),
        ),
        { numRuns: 300, seed: SEED },
      ));

  it(`with any of these at once is read as it was meant, ${RUNS} times`, () =>
    fc.assert(
      fc.property(names, picks, (chosen, numbers) =>
        assert.deepEqual(plain(read(damaged(TRUE_FEED, chosen, picker(numbers)))), expected),
      ),
      { numRuns: RUNS, seed: SEED },
    ));

  it('with what has no meaning loses no entry, and shows nothing as its opposite', () => {
    const nonsense = fc.constantFrom<Json>(
      'misschien',
      'zie bijlage',
      12.5,
      -3,
      '???',
      ['a', 'b'],
      { a: 1 },
      '2027-02-30',
      7,
      '\u202e',
      '<b></b>',
    );
    const place = fc.constantFrom(
      'draft',
      'example',
      'status',
      'kind',
      'start',
      'date',
      'week',
      'people',
      'place',
      'links',
      'themes',
      'founded',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(place, nonsense), { minLength: 1, maxLength: 6 }), (changes) => {
        const changed = JSON.parse(
          JSON.stringify(TRUE_FEED),
          function (this: object, name: string, value: unknown) {
            const change = changes.find(([field]) => field === name);
            return change && !Array.isArray(this) ? change[1] : value;
          },
        ) as unknown;
        const { enterprises, sessions, history } = read(changed);
        const isFlagChanged = (flag: string) => changes.some(([field]) => field === flag);
        assert.ok(!enterprises.some(({ name }) => isNamed(name, 'CONCEPT')));
        for (const entry of [...enterprises, ...sessions])
          if (isNamed('name' in entry ? entry.name : entry.title, 'VOORBEELD'))
            assert.equal(entry.example, true);
        for (const session of sessions)
          if (isNamed(session.title, 'AFGELAST')) assert.notEqual(session.status, 'scheduled');
        assert.equal(sessions.length, 3);
        assert.equal(history.length, 2);
        assert.equal(enterprises.length, isFlagChanged('draft') ? 1 : 2);
      }),
      { numRuns: 2_000, seed: SEED },
    );
  });
});
