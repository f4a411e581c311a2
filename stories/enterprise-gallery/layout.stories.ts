import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import { gallery, SAMPLE_FEED } from './gallery.js';
import './layout.css';

const meta: Meta = {
  ...gallery,
  title: 'Widgets/Enterprise gallery/Layout',
  parameters: {
    ...gallery.parameters,
    docs: storiesPage('The gallery looks at its own width, not at that of the window.'),
  },
  args: { src: SAMPLE_FEED, 'page-size': 6 },
};
export default meta;

/** As many columns as the widget has room for, whatever the width of the window. */
export const Grid: StoryObj = { args: { layout: 'grid' } };

/** One under the other, the picture beside the words. */
export const List: StoryObj = { args: { layout: 'list' } };

/** In a column of 20 rem beside an article, as in the margin of a news page. */
export const NarrowColumn: StoryObj = {
  args: { 'page-size': 3 },
  render: (args) => html`
    <div class="beside">
      <div>
        <h2>Ondernemen in de wijk</h2>
        <p>
          Een tekst van de pagina zelf. De galerij staat ernaast en kijkt naar haar eigen breedte, niet naar
          die van het scherm.
        </p>
      </div>
      ${gallery.render(args)}
    </div>
  `,
};

/** Only the cards: for a front page that shows a few. */
export const CardsOnly: StoryObj = {
  args: { heading: 'none', search: 'false', 'page-size': 3 },
  render: ({ heading, search, src, ...args }) => html`
    <ceal-enterprise-gallery
      src=${String(src)}
      heading=${String(heading)}
      search=${String(search)}
      facets=""
      page-size=${String(args['page-size'])}
    ></ceal-enterprise-gallery>
  `,
};

/** Room is held while the feed is on its way, so that the text below stays where it is. */
export const TextBelow: StoryObj = {
  args: { 'page-size': 3 },
  render: (args) =>
    html`${gallery.render(args)}
      <p>Deze regel staat onder de galerij en verspringt niet.</p>`,
};
