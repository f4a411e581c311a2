/** Seeded example data, the same for every implementation: everything is made up from a list of words. */
const WORDS =
  'repair garden kitchen bicycle sewing library market street music language window neighbour bread compost paper wood colour story table bridge square school health sport travel light water energy youth elder family craft coffee herb honey glass textile toy radio theatre dance walk care home support work learn share build grow cook plan meet trade swap lend print paint play'.split(
    ' ',
  );
const THEMES = ['food', 'circular', 'care', 'youth', 'culture', 'energy', 'employment', 'mobility'];
const STATUSES = ['idea', 'prototype', 'tested', 'developing', 'running', 'merged', 'stopped'];
const EDITIONS = ['edition-1', 'edition-2', 'edition-3'];
const KINDS = ['meeting', 'studio', 'field', 'milestone'];

/** mulberry32: small, and always the same numbers for the same seed. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = (next, list) => list[Math.floor(next() * list.length)];
const capital = (word) => word[0].toUpperCase() + word.slice(1);
const sentence = (next, length) => `${capital(Array.from({ length }, () => pick(next, WORDS)).join(' '))}.`;

/** Eight plain fields an enterprise. */
export function items(count) {
  const next = random(46);
  return Array.from({ length: count }, (_, index) => ({
    id: `example-${index}`,
    name: `${capital(pick(next, WORDS))} ${capital(pick(next, WORDS))} ${index + 1}`,
    tagline: sentence(next, 6),
    description: `${sentence(next, 10)} ${sentence(next, 14)} ${sentence(next, 12)}`,
    theme: pick(next, THEMES),
    status: pick(next, STATUSES),
    edition: pick(next, EDITIONS),
    image: index % 2 ? '/pixel.gif' : '',
  }));
}

/** The same enterprises as a feed. Theme names are what the peers search too; edition names hold no letters. */
export function feedOf(list) {
  return {
    version: 1,
    id: 'bench',
    language: 'en',
    themes: THEMES.map((id) => ({ id, label: id })),
    editions: EDITIONS.map((id, index) => ({ id, title: String(2020 + index), status: 'finished' })),
    enterprises: list.map(({ theme, image, ...rest }) => ({
      ...rest,
      themes: [theme],
      ...(image ? { image: { src: image, alt: '', width: 120, height: 90 } } : {}),
    })),
  };
}

/** Dated events for the timelines. */
export function events(count) {
  const next = random(7);
  const start = Date.UTC(2016, 1, 1);
  return Array.from({ length: count }, (_, index) => ({
    id: `example-${index}`,
    title: sentence(next, 4),
    text: sentence(next, 18),
    start: new Date(
      start + Math.floor((index * 365 * 864e5) / count) + Math.floor(next() * 3) * 36e5,
    ).toISOString(),
    kind: pick(next, KINDS),
  }));
}

export function timelineFeedOf(list) {
  return {
    version: 1,
    id: 'bench',
    language: 'en',
    editions: [{ id: 'all', title: '2016', status: 'finished' }],
    sessions: list.map(({ text, ...rest }) => ({ ...rest, summary: text, edition: 'all' })),
  };
}
