import type { Link, Picture, Place, Source } from '../../../shapes.js';
import type { Named, WordsOf } from '../types.js';

export const id: Named = ['Id', 'De vaste naam, één keer in deze lijst. Verander hem niet meer.'];
export const example: Named = ['Voorbeeld', 'Zet op true wat verzonnen is. De widgets zeggen het erbij.'];

/** The fields of a shape, for a field with a name and description of its own. */
export const link: WordsOf<Link>[2] = {
  url: ['Adres', 'Waar de link heen gaat.'],
  label: ['Tekst', 'Wat er op de link staat. Zonder tekst zien bezoekers het adres.'],
  kind: ['Soort', 'Wat het is, in één woord: website, video.'],
};

export const source: WordsOf<Source>[2] = {
  label: ['Naam', 'Hoe de bron heet.'],
  url: ['Adres', 'Waar de bron te lezen is.'],
  note: ['Opmerking', 'Wat je over deze bron moet weten.'],
};

export const place: WordsOf<Place>[2] = {
  name: ['Naam', 'Hoe de plek heet.'],
  address: ['Adres', 'Straat, nummer en plaats.'],
  url: ['Website', 'Een pagina over de plek, of een kaart.'],
  lat: ['Breedtegraad', 'In graden, noord is positief.'],
  lon: ['Lengtegraad', 'In graden, oost is positief.'],
};

export const picture: WordsOf<Picture>[2] = {
  src: ['Adres', 'Waar de afbeelding staat.'],
  alt: [
    'Beschrijving',
    'Wat er te zien is, voor wie de afbeelding niet ziet. Laat weg als die niets toevoegt.',
  ],
  width: ['Breedte', 'Het aantal pixels. Samen met de hoogte: dan verspringt de pagina niet.'],
  height: ['Hoogte', 'Het aantal pixels.'],
  fit: [
    'Passend',
    'Hoe de afbeelding in het kader staat.',
    {
      auto: 'vult het kader, of staat er heel in als er anders veel af valt',
      cover: 'vult het kader; wat niet past, valt eraf',
      contain: 'staat heel in het kader, zoals bij een logo hoort',
    },
  ],
  srcset: [
    'Andere maten',
    'Dezelfde afbeelding in andere maten. De browser kiest.',
    {
      src: ['Adres', 'Waar deze maat staat.'],
      width: ['Breedte', 'Het aantal pixels.'],
    },
  ],
  credit: ['Maker', 'Wie de afbeelding maakte, en met welke licentie.'],
};
