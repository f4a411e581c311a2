/** The smallest feed that shows something. */
export const SMALLEST = {
  $schema: 'feed.schema.json',
  version: '1.0',
  id: 'overvecht',
  language: 'nl',
  enterprises: [
    {
      id: 'ex-repareertafel',
      name: 'Repareertafel',
      tagline: 'Breng je lamp of broodrooster en maak het samen.',
      status: 'running',
      example: true,
    },
  ],
};

/**
 * A feed with one entry in every section, for the format's description and for editors. Invented entries are marked.
 */
export const EXAMPLE = {
  $schema: 'feed.schema.json',
  version: '1.0',
  id: 'overvecht',
  title: 'Sociaal ondernemen in de wijk',
  language: 'nl',
  updated: '2026-11-02',
  publisher: 'Organisatie (voorbeeld)',
  licence: 'CC BY 4.0',
  organisations: [
    {
      id: 'wijkenco',
      name: 'Wijk&Co',
      role: { nl: 'Partner in de wijk', en: 'Community partner' },
      from: '2013',
      until: '2018-12-31',
    },
  ],
  pillars: [
    {
      id: 'action-learning',
      title: 'Action learning',
      summary: {
        nl: 'Je leert door te doen. Je probeert iets uit, stelt elkaar vragen en probeert het opnieuw.',
        en: 'You learn by doing. You try something, ask each other questions and try again.',
      },
    },
  ],
  themes: [{ id: 'maken', label: { nl: 'Maken en repareren', en: 'Making and repair' } }],
  neighbourhoods: [{ id: 'vechtzoom-zuid', label: 'Vechtzoom-Zuid' }],
  programme: {
    title: { nl: 'Sociaal ondernemen in de wijk', en: 'Social enterprise in the neighbourhood' },
  },
  parts: [
    {
      id: 'deel-1',
      title: { nl: 'Van idee naar prototype', en: 'From idea to prototype' },
      duration: { nl: 'ruim 12 weken', en: 'just over 12 weeks' },
    },
  ],
  editions: [
    {
      id: 'ex-2027',
      title: { nl: 'Najaar 2027', en: 'Autumn 2027' },
      start: '2027-09-09',
      end: '2027-12-02',
      status: 'open',
      signupUntil: '2027-08-31',
      capacity: 24,
      example: true,
    },
  ],
  sessions: [
    {
      id: 'ex-week-1',
      edition: 'ex-2027',
      part: 'deel-1',
      week: 1,
      title: { nl: 'Kennismaken en de wijk in', en: 'Meet and walk the district' },
      start: '2027-09-09T13:30:00+02:00',
      end: '2027-09-09T17:00:00+02:00',
      place: { name: { nl: 'Buurthuis', en: 'Community centre' } },
      pillars: ['action-learning'],
      kind: 'field',
      example: true,
    },
  ],
  history: [
    {
      id: 'eerste-groep',
      date: '2015-11/2016-02',
      title: { nl: 'De eerste groep in Overvecht', en: 'The first group in Overvecht' },
      sources: [
        {
          label: 'Students transform their dream',
          url: 'http://ceal.eu/students-transform-their-dream-into-a-tested-prototype-of-a-community-enterprise/',
        },
      ],
    },
  ],
  enterprises: [
    {
      id: 'ex-repareertafel',
      name: { nl: 'Repareertafel', en: 'Repair table' },
      tagline: {
        nl: 'Breng je lamp of broodrooster en maak het samen.',
        en: 'Bring your lamp or toaster and mend it together.',
      },
      edition: 'ex-2027',
      themes: ['maken'],
      neighbourhood: 'vechtzoom-zuid',
      status: 'running',
      founded: '2026',
      people: 6,
      image: {
        src: 'foto/repareertafel.jpg',
        alt: 'Een tafel met gereedschap en een open broodrooster',
        width: 1200,
        height: 800,
      },
      links: [{ url: 'https://repareertafel.example/', label: 'Website' }],
      example: true,
    },
  ],
  oasis: {
    title: { nl: 'De Oasis-methode', en: 'The Oasis method' },
    credit: {
      nl: 'De Oasis-methode is bedacht door Instituto Elos in Brazilië.',
      en: 'The Oasis method was created by Instituto Elos in Brazil.',
    },
    steps: [
      {
        id: 'kijken',
        number: 1,
        name: { nl: 'Kijken', en: 'Gaze' },
        originalName: { pt: 'Olhar' },
        summary: {
          nl: 'Loop door de wijk en zoek wat mooi en goed is.',
          en: 'Walk through the area and look for what is good and beautiful.',
        },
        questions: [{ nl: 'Wat vind je hier mooi?', en: 'What do you find beautiful here?' }],
      },
    ],
  },
  signups: [
    {
      id: 'meedoen',
      title: { nl: 'Doe mee', en: 'Take part' },
      editions: ['ex-2027'],
      roles: [
        { id: 'student', label: { nl: 'Ik studeer', en: 'I am a student' } },
        { id: 'bewoner', label: { nl: 'Ik woon in Overvecht', en: 'I live in Overvecht' } },
      ],
      contact: 'either',
      questions: [
        { id: 'idee', kind: 'long-text', label: { nl: 'Heb je al een idee?', en: 'Do you have an idea?' } },
      ],
      controller: { name: 'Organisatie (voorbeeld)', contact: 'privacy@organisatie.example' },
      purposes: [{ nl: 'Je plek in de groep regelen', en: 'To arrange your place in the group' }],
      retention: {
        nl: 'Tot een maand na de laatste bijeenkomst',
        en: 'Until a month after the last session',
      },
      retentionMonths: 1,
      privacyLink: 'https://organisatie.example/privacy',
    },
  ],
  documents: [
    {
      id: 'gids',
      title: 'CEAL Guide',
      url: 'http://ceal.eu/wp-content/uploads/2016/09/ceal_guide_03_9_download.pdf',
      kind: { nl: 'Gids', en: 'Guide' },
      pages: 58,
      language: 'en',
    },
  ],
};
