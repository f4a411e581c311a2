import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { madeUp, manyOf } from '../support/made-up.js';
import { changedFeed } from '../support/network.js';
import { storiesPage } from '../support/page.js';
import { gallery, SAMPLE_FEED } from './gallery.js';

const meta: Meta = {
  ...gallery,
  title: 'Widgets/Enterprise gallery/Content',
  parameters: {
    ...gallery.parameters,
    docs: storiesPage(
      'What a feed may bring: few enterprises or many, long words, no pictures, other languages.',
    ),
  },
  args: { 'page-size': 8 },
};
export default meta;

/** One enterprise. */
export const One: StoryObj = {
  args: { src: changedFeed('one', (feed) => ({ ...feed, enterprises: feed.enterprises.slice(0, 1) })) },
};

/** As many as fit on one page: no "show more". */
export const Ten: StoryObj = { name: '10 enterprises', args: { src: manyOf(10), 'page-size': 24 } };

/** As many as began in the two groups of Overvecht. */
export const FortySix: StoryObj = { name: '46 enterprises', args: { src: manyOf(46), 'page-size': 24 } };

/** However many there are: a page of cards at a time, and every one is searched. */
export const Thousand: StoryObj = {
  name: '1,000 enterprises',
  args: { src: manyOf(1_000), 'page-size': 24 },
};

/** An English page. Ours are Dutch and English; the feed's texts come in the language of the page if they can. */
export const English: StoryObj = { globals: { locale: 'en' }, args: { src: SAMPLE_FEED } };

/** `language-switch` offers the languages that the title of the feed has and we speak. */
export const LanguageSwitch: StoryObj = { args: { src: SAMPLE_FEED, 'language-switch': true } };

/** Words of ours can be replaced. */
export const OwnLabels: StoryObj = {
  args: {
    src: SAMPLE_FEED,
    labels: { heading: 'Wat er in de wijk begon', search: 'Waar ben je benieuwd naar?' },
  },
};

/** Names of one long word and as long as the format allows; addresses in a text. Nothing widens the page. */
export const LongWords: StoryObj = {
  args: {
    src: madeUp('long', [
      {
        name: 'Arbeidsongeschiktheidsverzekeringsmaatschappijvoorzelfstandigen',
        tagline: 'Hottentottententententoonstellingsterreinbeheerderswoningsleutelbosjes.',
      },
      {
        name: 'Een naam die maar niet ophoudt en alles zegt wat de onderneming doet, voor wie, waar, waarom en sinds wanneer',
        tagline: 'Kort.',
      },
      {
        name: 'Soep',
        tagline:
          'Een zin van een heel gewone lengte, die toch langer is dan in de andere kaarten op deze rij, en die helemaal te lezen blijft.',
      },
      {
        name: 'Adressen',
        tagline: 'Zie https://voorbeeld.example/een/heel/lang/pad/zonder/spaties/dat/maar/doorgaat',
      },
    ]),
  },
};

/** No pictures at all, as with `images="none"` or a feed without any: a drawn tile, always the same for each enterprise. */
export const NoImages: StoryObj = {
  args: {
    src: changedFeed('no-images', (feed) => ({
      ...feed,
      enterprises: feed.enterprises.map(({ image: _gone, ...enterprise }) => enterprise),
    })),
    images: 'none',
  },
};

/** The picture is not there: the tile takes its place. */
export const MissingImage: StoryObj = {
  args: {
    src: madeUp('missing-image', [
      {
        name: 'Naaikamer',
        tagline: 'Samen kleding herstellen.',
        image: { src: 'data:image/png;base64,AAAA', alt: 'Een naaimachine', width: 600, height: 400 },
      },
    ]),
  },
};

/** An Arabic page: everything mirrors. Words that the feed has in no Arabic keep their own language and direction. */
export const RightToLeft: StoryObj = {
  globals: { locale: 'ar' },
  args: {
    src: madeUp('rtl', [
      {
        name: { ar: 'ورشة الدراجات', nl: 'Fietswerkplaats' },
        tagline: { ar: 'يتعلم الجيران هنا إصلاح دراجاتهم.' },
      },
      {
        name: { ar: 'حساء من الفائض', nl: 'Soep van overschot' },
        tagline: { ar: 'الخضار المتبقية تصبح حساءً للحي.' },
      },
      { name: { nl: 'Naaikamer' }, tagline: { nl: 'Samen kleding herstellen en verkopen.' } },
    ]),
  },
};

/** Texts in other languages than the page's carry their own `lang`, so that they are read out and hyphenated right. */
export const MixedLanguages: StoryObj = {
  args: {
    src: madeUp('mixed', [
      { name: { nl: 'Buurttuin' }, tagline: { nl: 'Tuinieren tussen de flats.' } },
      { name: { en: 'Bicycle workshop' }, tagline: { en: 'Neighbours learn to mend their bicycles.' } },
      { name: { tr: 'Mahalle mutfağı' }, tagline: { nl: 'Koken met wat er over is.' } },
      { name: { ar: 'غرفة الخياطة', nl: 'Naaikamer' }, tagline: { ar: 'نصلح الملابس معًا.' } },
    ]),
  },
};
