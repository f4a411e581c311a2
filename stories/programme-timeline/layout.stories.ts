import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import '../enterprise-gallery/layout.css';
import { SAMPLE_FEED, timeline } from './timeline.js';

const meta: Meta = {
  ...timeline,
  title: 'Widgets/Programme timeline/Layout',
  parameters: {
    ...timeline.parameters,
    docs: storiesPage('The timeline looks at its own width, not at that of the window.'),
  },
  args: { src: SAMPLE_FEED, edition: 'ex-najaar-2027' },
};
export default meta;

/** The list alone, however wide the place is. */
export const Vertical: StoryObj = { args: { layout: 'vertical' } };

/** With the overview above the list, however narrow the place is. */
export const Horizontal: StoryObj = { args: { layout: 'horizontal' } };

/** In a column of 20 rem beside an article, as in the margin of a news page. */
export const NarrowColumn: StoryObj = {
  args: { kind: 'celebration' },
  render: (args) => html`
    <div class="beside">
      <div>
        <h2>Ondernemen in de wijk</h2>
        <p>
          Een tekst van de pagina zelf. De tijdlijn staat ernaast en kijkt naar haar eigen breedte, niet naar
          die van het scherm.
        </p>
      </div>
      ${timeline.render(args)}
    </div>
  `,
};
