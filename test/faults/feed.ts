/** A small feed without a fault, for the answers that are about the way and not about the content. */
export const FEED = {
  version: '1.0',
  id: 'faults',
  title: 'Proefplannen',
  language: 'nl',
  themes: [
    { id: 'maken', label: 'Maken' },
    { id: 'eten', label: 'Eten' },
  ],
  enterprises: [
    {
      id: 'ex-repair',
      name: 'Repareertafel',
      tagline: 'Breng je lamp of broodrooster mee en maak hem samen.',
      themes: ['maken'],
      status: 'running',
      example: true,
    },
    {
      id: 'ex-soep',
      name: 'Soep van overschot',
      // Accents and a sign beyond the first plane: wrong decoding shows.
      tagline: 'Groente die over is, wordt crème de légumes voor de straat. 🥕',
      themes: ['eten'],
      status: 'prototype',
      example: true,
    },
  ],
};

export const FEED_TEXT = JSON.stringify(FEED);

/** The opening of a large feed; one enterprise of it; its end. Together they are valid. */
export const LARGE = {
  open: '{"version":"1.0","id":"large","title":"Groot","language":"nl","enterprises":[',
  item: (n: number) =>
    JSON.stringify({ id: `ex-${n}`, name: `Plan ${n}`, tagline: 'x'.repeat(190), example: true }),
  close: ']}',
};
