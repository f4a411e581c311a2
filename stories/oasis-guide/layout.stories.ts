import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import { guide, pressing, SAMPLE_FEED } from './guide.js';
import './layout.css';

const meta: Meta = {
  ...guide,
  title: 'Widgets/Oasis guide/Layout',
  parameters: {
    ...guide.parameters,
    docs: storiesPage(
      'One step at a time or all of them. The guide looks at its own width, not at that of the window.',
    ),
  },
  args: { src: SAMPLE_FEED },
};
export default meta;

/** One step at a time, and no choice of it. In a wide place the steps stand around a circle. */
export const Stepper: StoryObj = { args: { layout: 'stepper' } };

/** All steps under one another: to read without a press. */
export const All: StoryObj = { args: { layout: 'all' } };

/** With `auto`, the default, the visitor has chosen to see all. */
export const Chosen: StoryObj = { play: pressing('Laat alle stappen zien') };

/** Begins with another step. A visitor can go anywhere from there. */
export const AnotherStep: StoryObj = { args: { step: 'wonder' } };

/** The step stands in the address, so that a visitor can pass it on and come back to it. */
export const DeepLink: StoryObj = { args: { 'deep-link': true } };

/** In a column of 20 rem beside an article: the step first, the list of steps after it. */
export const NarrowColumn: StoryObj = {
  args: { heading: 'none' },
  render: (args) => html`
    <div class="beside-guide">
      <div>
        <h2>Samen de buurt maken</h2>
        <p>Een tekst van de pagina zelf. De gids staat ernaast en kijkt naar zijn eigen breedte.</p>
      </div>
      ${guide.render(args)}
    </div>
  `,
};

/** Printed, this becomes a worksheet: a page a step, with room to write. Print it to see. */
export const Worksheet: StoryObj = { args: { layout: 'all', 'print-as': 'worksheet' } };

/** Printed, this becomes an overview of all steps on two pages. Print it to see. */
export const Overview: StoryObj = { args: { layout: 'all', 'print-as': 'overview' } };
