import { en as issues } from '../../../issue-words/en.js';
import type { FormatWords } from '../types.js';
import { people } from './people.js';
import { programme } from './programme.js';
import { prose, table } from './prose.js';
import { link, picture, place, source } from './shapes.js';
import { takingPart } from './taking-part.js';

export const en: FormatWords<'en'> = {
  language: 'en',
  feed: ['CEAL feed', 'Everything that the CEAL widgets show, in one file.'],
  head: {
    $schema: ['Schema', 'The address of this JSON Schema. An editor then helps. May be left out.'],
    version: ['Version', 'The version of the format: "1.0".'],
    id: ['Id', 'The lasting name of this feed. Do not change it any more.'],
    title: ['Title', 'What this feed is called.'],
    language: ['Language', 'The language of texts that do not say theirs.'],
    updated: ['Updated', 'When somebody last changed the feed.'],
    publishFrom: [
      'Visible from',
      'When the feed may appear. For whoever places it: widgets do not look at it.',
    ],
    publisher: ['Publisher', 'Who publishes the feed. Stands below the pages of the site.'],
    licence: ['Licence', 'The licence under which others may use this, such as CC BY 4.0.'],
  },
  sections: { ...people, ...programme, ...takingPart },
  shapes: {
    link: ['Link', 'Something to follow.', link],
    source: ['Source', 'Where something comes from.', source],
    place: ['Place', 'A place in the neighbourhood or elsewhere.', place],
    picture: ['Picture', 'A picture and what to know about it.', picture],
  },
  issues,
  prose,
  table,
};
