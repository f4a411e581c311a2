import type { SectionWords } from '../types.js';
import { example, id, link, picture, place, source } from './shapes.js';

/** Words for partners, enterprises and documents. */
export const people: Pick<
  SectionWords,
  'organisations' | 'themes' | 'neighbourhoods' | 'enterprises' | 'documents' | 'history'
> = {
  organisations: [
    'Organisaties',
    'De partners van het programma, van nu en van vroeger.',
    {
      id,
      name: ['Naam', 'Hoe de organisatie heet.'],
      role: ['Rol', 'Wat de organisatie doet in het programma.'],
      url: ['Website', 'De eigen website.'],
      from: ['Vanaf', 'Wanneer de organisatie meedeed.'],
      until: ['Tot en met', 'Wanneer dat ophield. Bezoekers zien dan dat het een partner van vroeger is.'],
      logo: ['Logo', 'Alleen een logo dat je mag gebruiken.', picture],
    },
  ],
  themes: [
    'Thema’s',
    'Waar ondernemingen over gaan. Bezoekers kunnen erop kiezen.',
    {
      id,
      label: ['Naam', 'Zo kort mogelijk.'],
      summary: ['Uitleg', 'Wat bij dit thema hoort.'],
    },
  ],
  neighbourhoods: [
    'Buurten',
    'De delen van de wijk. Bezoekers kunnen erop kiezen.',
    {
      id,
      label: ['Naam', 'Hoe de buurt heet.'],
      summary: ['Uitleg', 'Waar de buurt ligt.'],
    },
  ],
  enterprises: [
    'Ondernemingen',
    'De sociale ondernemingen, in de volgorde waarin bezoekers ze zien.',
    {
      id,
      name: ['Naam', 'Hoe de onderneming heet.'],
      alternateNames: ['Andere namen', 'Ook op deze namen is de onderneming te vinden.'],
      tagline: ['In één zin', 'Wat de onderneming doet.'],
      description: ['Beschrijving', 'Het hele verhaal. Een lege regel begint een nieuwe alinea.'],
      edition: ['Editie', 'De editie waarin de onderneming begon.'],
      themes: ['Thema’s', 'Waar de onderneming over gaat.'],
      neighbourhood: ['Buurt', 'Waar de onderneming werkt.'],
      status: [
        'Stand',
        'Hoe het ermee staat. Wees eerlijk: niet alles lukt, en soms is het niet bekend.',
        {
          idea: 'een idee',
          prototype: 'een eerste versie',
          tested: 'getest met mensen uit de wijk',
          developing: 'in ontwikkeling',
          running: 'actief',
          merged: 'samengegaan met een ander',
          stopped: 'gestopt',
          unknown: 'niet bekend',
        },
      ],
      founded: ['Begonnen', 'Wanneer de onderneming begon.'],
      people: ['Mensen', 'Hoeveel mensen eraan werken. Alleen het aantal: geen namen.'],
      image: ['Afbeelding', 'Een foto of tekening.', picture],
      place: ['Plek', 'Waar de onderneming te vinden is.', place],
      links: ['Links', 'Website en andere adressen.', link],
      successorId: ['Werd', 'Het id van de onderneming waarin deze is doorgegaan, als een bron dat zegt.'],
      sources: ['Bronnen', 'Waar deze gegevens vandaan komen.', source],
      published: [
        'Geplaatst',
        'Wanneer dit er voor het eerst stond. Met een dag komt het in de lijst van wat nieuw is.',
      ],
      example,
      draft: ['Concept', 'Zet op true wat nog niet klaar is. Bezoekers zien het niet.'],
    },
  ],
  documents: [
    'Documenten',
    'Om verder te lezen.',
    {
      id,
      title: ['Titel', 'Hoe het document heet.'],
      url: ['Adres', 'Waar het document staat.'],
      kind: ['Soort', 'Bijvoorbeeld gids, verslag of artikel.'],
      date: ['Datum', 'Wanneer het verscheen.'],
      bytes: ['Grootte', 'Het aantal bytes.'],
      pages: ['Bladzijden', 'Hoeveel het er zijn.'],
      language: ['Taal', 'De taal van het document.'],
      licence: ['Licentie', 'Wat je ermee mag.'],
      accessible: [
        'Toegankelijk',
        'Of iedereen het kan lezen, ook met een schermlezer.',
        { yes: 'ja', no: 'nee', unknown: 'niet bekend' },
      ],
    },
  ],
  history: [
    'Geschiedenis',
    'Wat er gebeurde, zo precies als de bron het zegt.',
    {
      id,
      date: ['Datum', 'Wanneer het gebeurde.'],
      title: ['Titel', 'Wat er gebeurde.'],
      summary: ['Uitleg', 'Meer daarover.'],
      sources: ['Bronnen', 'Waar dit staat.', source],
      inferred: ['Afgeleid', 'Zet op true als de datum niet in de bron staat, maar eruit volgt.'],
    },
  ],
};
