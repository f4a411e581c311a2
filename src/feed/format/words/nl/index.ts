import { nl as issues } from '../../../issue-words/nl.js';
import type { FormatWords } from '../types.js';
import { people } from './people.js';
import { programme } from './programme.js';
import { prose, table } from './prose.js';
import { link, picture, place, source } from './shapes.js';
import { takingPart } from './taking-part.js';

export const nl: FormatWords<'nl'> = {
  language: 'nl',
  feed: ['CEAL-feed', 'Alles wat de CEAL-widgets laten zien, in één bestand.'],
  head: {
    $schema: ['Schema', 'Het adres van dit JSON Schema. Een editor kijkt er dan mee. Mag weg.'],
    version: ['Versie', 'De versie van de indeling: "1.0".'],
    id: ['Id', 'De vaste naam van deze feed. Verander hem niet meer.'],
    title: ['Titel', 'Hoe deze feed heet.'],
    language: ['Taal', 'De taal van teksten waar geen taal bij staat.'],
    updated: ['Bijgewerkt', 'Wanneer iemand de feed voor het laatst veranderde.'],
    publishFrom: [
      'Zichtbaar vanaf',
      'Wanneer de feed mag verschijnen. Voor wie hem plaatst: widgets kijken er niet naar.',
    ],
    publisher: ['Uitgever', 'Wie de feed uitgeeft. Staat onder de pagina’s van de site.'],
    licence: ['Licentie', 'Onder welke licentie anderen dit mogen gebruiken, zoals CC BY 4.0.'],
  },
  sections: { ...people, ...programme, ...takingPart },
  shapes: {
    link: ['Link', 'Iets om naartoe te gaan.', link],
    source: ['Bron', 'Waar iets vandaan komt.', source],
    place: ['Plek', 'Een plek in de wijk of daarbuiten.', place],
    picture: ['Afbeelding', 'Een afbeelding en wat je erover moet weten.', picture],
  },
  issues,
  prose,
  table,
};
