import type { Link, Picture, Place, Source } from '../../../shapes.js';
import type { Named, WordsOf } from '../types.js';

export const id: Named = ['Id', 'The lasting name, once in this list. Do not change it any more.'];
export const example: Named = ['Example', 'Set to true whatever is made up. The widgets say so.'];

/** The fields of a shape, for a field with a name and description of its own. */
export const link: WordsOf<Link>[2] = {
  url: ['Address', 'Where the link goes.'],
  label: ['Text', 'What the link says. Without it visitors see the address.'],
  kind: ['Kind', 'What it is, in one word: website, video.'],
};

export const source: WordsOf<Source>[2] = {
  label: ['Name', 'What the source is called.'],
  url: ['Address', 'Where the source can be read.'],
  note: ['Note', 'What to know about this source.'],
};

export const place: WordsOf<Place>[2] = {
  name: ['Name', 'What the place is called.'],
  address: ['Address', 'Street, number and town.'],
  url: ['Website', 'A page about the place, or a map.'],
  lat: ['Latitude', 'In degrees, north is positive.'],
  lon: ['Longitude', 'In degrees, east is positive.'],
};

export const picture: WordsOf<Picture>[2] = {
  src: ['Address', 'Where the picture is.'],
  alt: ['Description', 'What there is to see, for whoever does not see it. Leave out if it adds nothing.'],
  width: ['Width', 'In pixels. With the height: then the page does not jump.'],
  height: ['Height', 'In pixels.'],
  fit: [
    'Fit',
    'How the picture stands in its frame.',
    {
      auto: 'fills the frame, or stands in it whole where much would be cut off',
      cover: 'fills the frame; what does not fit is cut off',
      contain: 'stands in the frame whole, as a logo should',
    },
  ],
  srcset: [
    'Other sizes',
    'The same picture in other sizes. The browser chooses.',
    {
      src: ['Address', 'Where this size is.'],
      width: ['Width', 'In pixels.'],
    },
  ],
  credit: ['Maker', 'Who made the picture, and under which licence.'],
};
