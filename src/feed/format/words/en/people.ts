import type { SectionWords } from '../types.js';
import { example, id, link, picture, place, source } from './shapes.js';

/** Words for partners, enterprises and documents. */
export const people: Pick<
  SectionWords,
  'organisations' | 'themes' | 'neighbourhoods' | 'enterprises' | 'documents' | 'history'
> = {
  organisations: [
    'Organisations',
    'The partners of the programme, present and past.',
    {
      id,
      name: ['Name', 'What the organisation is called.'],
      role: ['Role', 'What the organisation does in the programme.'],
      url: ['Website', 'Its own website.'],
      from: ['From', 'When the organisation began to take part.'],
      until: ['Until', 'When that ended. Visitors then see that it is a partner of the past.'],
      logo: ['Logo', 'Only a logo that you may use.', picture],
    },
  ],
  themes: [
    'Themes',
    'What enterprises are about. Visitors can choose by them.',
    {
      id,
      label: ['Name', 'As short as possible.'],
      summary: ['Explanation', 'What belongs to this theme.'],
    },
  ],
  neighbourhoods: [
    'Neighbourhoods',
    'The parts of the district. Visitors can choose by them.',
    {
      id,
      label: ['Name', 'What the neighbourhood is called.'],
      summary: ['Explanation', 'Where it is.'],
    },
  ],
  enterprises: [
    'Enterprises',
    'The social enterprises, in the order in which visitors see them.',
    {
      id,
      name: ['Name', 'What the enterprise is called.'],
      alternateNames: ['Other names', 'The enterprise is found by these names too.'],
      tagline: ['In one sentence', 'What the enterprise does.'],
      description: ['Description', 'The whole story. An empty line begins a new paragraph.'],
      edition: ['Edition', 'The edition in which the enterprise began.'],
      themes: ['Themes', 'What the enterprise is about.'],
      neighbourhood: ['Neighbourhood', 'Where the enterprise works.'],
      status: [
        'Status',
        'How it stands. Be honest: not everything works out, and sometimes nothing is known.',
        {
          idea: 'an idea',
          prototype: 'a first version',
          tested: 'tested with people from the neighbourhood',
          developing: 'in development',
          running: 'active',
          merged: 'merged with another',
          stopped: 'stopped',
          unknown: 'not known',
        },
      ],
      founded: ['Begun', 'When the enterprise began.'],
      people: ['People', 'How many people work on it. Only the number: no names.'],
      image: ['Picture', 'A photo or drawing.', picture],
      place: ['Place', 'Where the enterprise can be found.', place],
      links: ['Links', 'The website and other addresses.', link],
      successorId: ['Became', 'The id of the enterprise in which this one went on, if a source says so.'],
      sources: ['Sources', 'Where this comes from.', source],
      published: [
        'Published',
        'When this was first shown. With a day it comes into the list of what is new.',
      ],
      example,
      draft: ['Draft', 'Set to true what is not ready yet. Visitors do not see it.'],
    },
  ],
  documents: [
    'Documents',
    'To read on.',
    {
      id,
      title: ['Title', 'What the document is called.'],
      url: ['Address', 'Where the document is.'],
      kind: ['Kind', 'For example guide, report or article.'],
      date: ['Date', 'When it appeared.'],
      bytes: ['Size', 'In bytes.'],
      pages: ['Pages', 'How many there are.'],
      language: ['Language', 'The language of the document.'],
      licence: ['Licence', 'What one may do with it.'],
      accessible: [
        'Accessible',
        'Whether everybody can read it, with a screen reader too.',
        { yes: 'yes', no: 'no', unknown: 'not known' },
      ],
    },
  ],
  history: [
    'History',
    'What happened, as precisely as the source says it.',
    {
      id,
      date: ['Date', 'When it happened.'],
      title: ['Title', 'What happened.'],
      summary: ['Explanation', 'More about it.'],
      sources: ['Sources', 'Where this is written.', source],
      inferred: ['Inferred', 'Set to true if the date is not in the source but follows from it.'],
    },
  ],
};
