/**
 * A small feed without a fault, with something in it for every widget. All of it is made up and says so; the real one is
 * in `stories/feeds/`.
 */

/** A feed, or a piece of one, as its author writes it. */
export type Raw = Record<string, unknown>;

/** Has a picture wherever the tests are served. */
export const PICTURE = '/test/hosts/buurt/grasveld.svg';

export const FEED = {
  version: '1.0',
  id: 'proef',
  title: { nl: 'Proeffeed', en: 'Test feed' },
  language: 'nl',
  updated: '2026-01-05',
  themes: [
    { id: 'eten', label: 'Eten' },
    { id: 'groen', label: 'Groen' },
    { id: 'maken', label: 'Maken' },
    { id: 'ongebruikt', label: 'Ongebruikt' },
  ],
  neighbourhoods: [
    { id: 'noord', label: 'Proefnoord' },
    { id: 'zuid', label: 'Proefzuid' },
  ],
  pillars: [
    { id: 'samen', title: 'Samen doen' },
    { id: 'zelf', title: 'Zelf doen' },
  ],
  programme: { title: 'Proefprogramma', summary: 'Een programma om mee te proberen.' },
  parts: [
    { id: 'van-idee', title: 'Van idee naar proef', duration: 'tien weken' },
    { id: 'van-proef', title: 'Van proef naar plan', duration: 'tien weken' },
  ],
  editions: [
    {
      id: 'eerste',
      title: 'Eerste proefgroep',
      start: '2024-02-05',
      end: '2024-06-24',
      status: 'finished',
      example: true,
    },
    {
      id: 'tweede',
      title: 'Tweede proefgroep',
      start: '2025-02-03',
      status: 'running',
      signupFrom: '2025-01-01',
      signupUntil: '2099-12-31',
      example: true,
    },
  ],
  sessions: [
    {
      id: 's-start',
      edition: 'tweede',
      part: 'van-idee',
      week: 1,
      title: 'Kennismaken in de proefzaal',
      summary: 'Wie ben je en wat wil je doen?',
      start: '2025-02-03T19:00+01:00',
      end: '2025-02-03T21:30+01:00',
      place: { name: 'Proefzaal', address: 'Proefstraat 1' },
      pillars: ['samen'],
      kind: 'meeting',
      links: [{ url: 'https://example.org/start', label: 'Lees verder' }],
      example: true,
    },
    {
      id: 's-wandeling',
      edition: 'tweede',
      part: 'van-idee',
      week: 2,
      title: 'Wandeling door de proefbuurt',
      start: '2025-02-10',
      pillars: ['samen', 'zelf'],
      kind: 'field',
      status: 'moved',
      movedFrom: { start: '2025-02-09' },
      revision: 1,
      example: true,
    },
  ],
  history: [
    {
      id: 'h-begin',
      date: '2024',
      title: 'Het proefbegin',
      summary: 'Zo had het kunnen beginnen.',
      sources: [{ label: 'Verzonnen bron' }],
    },
    { id: 'h-feest', date: '2024-06', title: 'Het proeffeest', inferred: true },
  ],
  enterprises: [
    {
      id: 'ex-soep',
      name: 'Soep van overschot',
      tagline: 'Groente die over is, wordt soep.',
      description: 'Elke dinsdag koken we voor de straat.\n\nIedereen mag meehelpen.',
      edition: 'eerste',
      themes: ['eten', 'groen'],
      neighbourhood: 'noord',
      status: 'running',
      founded: '2024-03',
      people: 3,
      image: {
        src: PICTURE,
        alt: 'Een pan soep',
        width: 3,
        height: 2,
        srcset: [{ src: PICTURE, width: 600 }],
        credit: 'Getekend voor de proef',
      },
      place: { name: 'Proefkeuken', address: 'Proefstraat 2', url: 'https://example.org/keuken' },
      links: [
        { url: 'https://example.org/film', label: 'Film', kind: 'video' },
        { url: 'https://example.org/soep', label: 'Website', kind: 'website' },
      ],
      sources: [{ label: 'Verzonnen bron', url: 'https://example.org/bron', note: 'Voor de proef.' }],
      example: true,
    },
    {
      id: 'ex-repair',
      name: 'Repareertafel',
      alternateNames: ['Knutselhoek'],
      tagline: 'Maak je lamp samen.',
      edition: 'eerste',
      themes: ['maken'],
      neighbourhood: 'zuid',
      status: 'merged',
      successorId: 'ex-werkplaats',
      example: true,
    },
    {
      id: 'ex-werkplaats',
      name: 'Werkplaats Zuid',
      tagline: 'Gereedschap om te lenen.',
      edition: 'tweede',
      themes: ['maken', 'groen'],
      neighbourhood: 'zuid',
      status: 'developing',
      founded: '2025',
      links: [{ url: 'https://example.org/werkplaats' }],
      example: true,
    },
    {
      id: 'ex-creme',
      name: 'Crème de la rue',
      tagline: 'IJs en café, gemaakt in de straat.',
      themes: ['eten'],
      status: 'idea',
      example: true,
    },
    {
      id: 'ex-tuin',
      name: { nl: 'Tuin van de buren', en: 'Garden of the neighbours' },
      tagline: { nl: 'Samen planten.', en: 'Planting together.' },
      edition: 'tweede',
      themes: ['groen'],
      neighbourhood: 'noord',
      status: 'prototype',
      example: true,
    },
  ],
  oasis: {
    title: 'De proefoase',
    introduction: 'Stappen om mee te proberen.',
    steps: [
      {
        id: 'stap-kijken',
        number: 1,
        name: 'Proefkijken',
        aim: 'Zien wat er al is.',
        summary: 'Loop rond en kijk.',
        activities: [
          { id: 'rondje', title: 'Een rondje lopen', text: 'Kijk goed.', minutes: { min: 20, max: 40 } },
        ],
        materials: [{ id: 'papier', label: 'Papier' }],
        questions: ['Wat valt op?'],
        tips: ['Neem de tijd.'],
      },
      { id: 'stap-doen', number: 2, name: 'Proefdoen', aim: 'Samen iets maken.' },
    ],
  },
  signups: [
    {
      id: 'meedoen',
      title: 'Meedoen aan de proef',
      introduction: 'Laat weten dat je meedoet.',
      editions: ['tweede'],
      roles: [{ id: 'ondernemer', label: 'Ik heb een idee' }],
      contact: 'either',
      questions: [{ id: 'idee', kind: 'long-text', label: 'Wat is je idee?' }],
      controller: { name: 'Voorbeeldstichting', contact: 'privacy@example.org' },
      purposes: ['Om je uit te nodigen.'],
      retention: 'Een jaar',
      consents: [{ id: 'mail', label: 'Jullie mogen mij mailen.' }],
      privacyLink: 'https://example.org/privacy',
    },
  ],
  documents: [{ title: 'Proefhandleiding', url: 'https://example.org/handleiding.pdf', accessible: 'yes' }],
};

/** The feed with some of its sections replaced. */
export const feedWith = (sections: Raw): Raw => ({ ...structuredClone(FEED), ...sections });

/** Nothing but an enterprise's name, and whatever else a test is about. */
export const enterprise = (id: string, name: unknown = id, rest: Raw = {}): Raw => ({
  id,
  name,
  example: true,
  ...rest,
});

/** A feed of enterprises alone. */
export const galleryFeed = (...enterprises: Raw[]): Raw => ({
  version: '1.0',
  id: 'proef',
  language: 'nl',
  enterprises,
});
