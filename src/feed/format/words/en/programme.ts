import type { SectionWords } from '../types.js';
import { example, id, link, place } from './shapes.js';

/** Words for the programme and its meetings. */
export const programme: Pick<SectionWords, 'pillars' | 'programme' | 'parts' | 'editions' | 'sessions'> = {
  pillars: [
    'Pillars',
    'The themes of the programme.',
    {
      id,
      title: ['Title', 'What the pillar is called.'],
      summary: ['Explanation', 'What the pillar means.'],
    },
  ],
  programme: [
    'Programme',
    'The programme as a whole.',
    {
      title: ['Title', 'What the programme is called.'],
      summary: ['Explanation', 'What the programme is, and for whom.'],
    },
  ],
  parts: [
    'Parts',
    'The parts of the programme.',
    {
      id,
      title: ['Title', 'What the part is called.'],
      summary: ['Explanation', 'What you do in this part.'],
      duration: ['Duration', 'How long it takes, in words: just over 12 weeks.'],
    },
  ],
  editions: [
    'Editions',
    'Each time that the programme is held.',
    {
      id,
      title: ['Title', 'What the edition is called.'],
      place: ['Place', 'Where the edition is.', place],
      start: ['Start', 'The first day.'],
      end: ['End', 'The last day, which counts.'],
      status: [
        'Status',
        'How it stands.',
        {
          planned: 'planned',
          open: 'sign-up open',
          full: 'full',
          running: 'running',
          finished: 'finished',
          cancelled: 'cancelled',
          unknown: 'not known',
        },
      ],
      signupFrom: ['Sign-up from', 'When sign-up opens.'],
      signupUntil: ['Sign-up until', 'The last day to sign up.'],
      capacity: ['Places', 'How many people can take part.'],
      example,
    },
  ],
  sessions: [
    'Sessions',
    'Meetings, moments and weeks off.',
    {
      id,
      edition: ['Edition', 'Which edition this belongs to.'],
      part: ['Part', 'Which part of the programme this belongs to.'],
      week: ['Week', 'Which week of the part it is.'],
      title: ['Title', 'What the session is called.'],
      summary: ['Explanation', 'What you will do.'],
      start: ['Start', 'A day, or a day with a time. Leave out if by appointment.'],
      end: ['End', 'A day, or a day with a time. A day without a time counts as a whole.'],
      place: ['Place', 'Where it is.', place],
      online: ['Online', 'The address to take part online.'],
      pillars: ['Pillars', 'Which pillars come back in it.'],
      kind: [
        'Kind',
        'What kind of session it is.',
        {
          meeting: 'meeting',
          field: 'in the neighbourhood',
          studio: 'studio',
          'learning-group': 'learning group',
          coaching: 'coaching',
          celebration: 'celebration',
          milestone: 'milestone',
          break: 'no session',
          other: 'something else',
        },
      ],
      status: [
        'Status',
        'Whether it takes place.',
        { scheduled: 'takes place', moved: 'moved', cancelled: 'does not take place', unknown: 'not known' },
      ],
      movedFrom: [
        'Was first',
        'Where and when it would have been, if it was moved. Moved without a new start, it is taken back in calendars.',
        {
          start: ['Start', 'The old start.'],
          end: ['End', 'The old end.'],
          place: ['Place', 'The old place.', place],
        },
      ],
      revision: [
        'Revision',
        'One higher with every change. Calendars that subscribe follow; Google’s does not show what is cancelled. A file that was downloaded does not follow: some programs take a new file over, others keep the old entry or have two.',
      ],
      links: ['Links', 'To prepare or to read afterwards.', link],
      published: [
        'Published',
        'When this was first shown. With a day it comes into the list of what is new.',
      ],
      example,
    },
  ],
};
