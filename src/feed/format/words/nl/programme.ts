import type { SectionWords } from '../types.js';
import { example, id, link, place } from './shapes.js';

/** Words for the programme and its meetings. */
export const programme: Pick<SectionWords, 'pillars' | 'programme' | 'parts' | 'editions' | 'sessions'> = {
  pillars: [
    'Pijlers',
    'De thema’s van het programma.',
    {
      id,
      title: ['Titel', 'Hoe de pijler heet.'],
      summary: ['Uitleg', 'Wat de pijler inhoudt.'],
    },
  ],
  programme: [
    'Programma',
    'Het programma als geheel.',
    {
      title: ['Titel', 'Hoe het programma heet.'],
      summary: ['Uitleg', 'Wat het programma is, en voor wie.'],
    },
  ],
  parts: [
    'Delen',
    'De delen van het programma.',
    {
      id,
      title: ['Titel', 'Hoe het deel heet.'],
      summary: ['Uitleg', 'Wat je in dit deel doet.'],
      duration: ['Duur', 'Hoe lang het duurt, in woorden: ruim 12 weken.'],
    },
  ],
  editions: [
    'Edities',
    'Elke keer dat het programma wordt gehouden.',
    {
      id,
      title: ['Titel', 'Hoe de editie heet.'],
      place: ['Plek', 'Waar de editie is.', place],
      start: ['Begin', 'De eerste dag.'],
      end: ['Einde', 'De laatste dag. Die telt mee.'],
      status: [
        'Stand',
        'Hoe het ermee staat.',
        {
          planned: 'gepland',
          open: 'aanmelden kan',
          full: 'vol',
          running: 'bezig',
          finished: 'afgerond',
          cancelled: 'geannuleerd',
          unknown: 'niet bekend',
        },
      ],
      signupFrom: ['Aanmelden vanaf', 'Vanaf wanneer mensen zich kunnen aanmelden.'],
      signupUntil: ['Aanmelden tot en met', 'De laatste dag om je aan te melden.'],
      capacity: ['Plaatsen', 'Hoeveel mensen mee kunnen doen.'],
      example,
    },
  ],
  sessions: [
    'Bijeenkomsten',
    'Bijeenkomsten, momenten en vrije weken.',
    {
      id,
      edition: ['Editie', 'Bij welke editie dit hoort.'],
      part: ['Deel', 'Bij welk deel van het programma dit hoort.'],
      week: ['Week', 'De hoeveelste week van het deel.'],
      title: ['Titel', 'Hoe de bijeenkomst heet.'],
      summary: ['Uitleg', 'Wat jullie gaan doen.'],
      start: ['Begin', 'Dag, of dag met tijd. Laat weg als het op afspraak is.'],
      end: ['Einde', 'Dag, of dag met tijd. Een dag zonder tijd telt helemaal mee.'],
      place: ['Plek', 'Waar het is.', place],
      online: ['Online', 'Het adres om online mee te doen.'],
      pillars: ['Pijlers', 'Welke pijlers erin terugkomen.'],
      kind: [
        'Soort',
        'Wat voor bijeenkomst het is.',
        {
          meeting: 'bijeenkomst',
          field: 'in de wijk',
          studio: 'atelier',
          'learning-group': 'leergroep',
          coaching: 'coaching',
          celebration: 'feest',
          milestone: 'mijlpaal',
          break: 'vrij',
          other: 'iets anders',
        },
      ],
      status: [
        'Stand',
        'Of het doorgaat.',
        { scheduled: 'gaat door', moved: 'verplaatst', cancelled: 'gaat niet door', unknown: 'niet bekend' },
      ],
      movedFrom: [
        'Was eerst',
        'Waar en wanneer het eerst zou zijn, als het is verplaatst. Zonder nieuw begin wordt het in agenda’s afgezegd.',
        {
          start: ['Begin', 'Het oude begin.'],
          end: ['Einde', 'Het oude einde.'],
          place: ['Plek', 'De oude plek.', place],
        },
      ],
      revision: [
        'Wijziging',
        'Eén hoger bij elke wijziging. Agenda’s die het programma volgen, gaan mee; die van Google laat niet zien wat niet doorgaat. Een bestand dat is gedownload, gaat niet mee: sommige programma’s nemen een nieuw bestand over, andere houden het oude of hebben het dan dubbel.',
      ],
      links: ['Links', 'Om voor te bereiden of na te lezen.', link],
      published: [
        'Geplaatst',
        'Wanneer dit er voor het eerst stond. Met een dag komt het in de lijst van wat nieuw is.',
      ],
      example,
    },
  ],
};
