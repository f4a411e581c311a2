import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import { SAMPLE_FEED, timeline } from './timeline.js';

const meta: Meta = {
  ...timeline,
  title: 'Widgets/Programme timeline/Choosing',
  parameters: {
    ...timeline.parameters,
    docs: storiesPage('What a page shows of a programme, and what a visitor can choose.'),
  },
  args: { src: SAMPLE_FEED },
};
export default meta;

/** Every edition: the one under way is open, the others wait behind their names. */
export const AllEditions: StoryObj = {};

/** One edition, chosen by the page. */
export const OneEdition: StoryObj = { args: { edition: 'ex-najaar-2027' } };

/** One part of it. */
export const OnePart: StoryObj = { args: { edition: 'ex-najaar-2027', 'programme-part': 'deel-2' } };

/** One pillar, through every edition. */
export const OnePillar: StoryObj = { args: { pillar: 'oasis' } };

/** Only what happens in the neighbourhood. */
export const OneKind: StoryObj = { args: { edition: 'ex-najaar-2027', kind: 'field' } };

/** One month. */
export const OneMonth: StoryObj = { args: { from: '2027-11', to: '2027-11' } };

/** Nothing to put in a calendar. */
export const WithoutCalendar: StoryObj = { args: { edition: 'ex-najaar-2027', calendar: 'false' } };

/** A calendar to subscribe to, made in Node from the same feed. */
export const Subscription: StoryObj = {
  args: { edition: 'ex-najaar-2027', 'calendar-src': 'https://example.org/programma.ics' },
};

/** Filters stand in the address, and every session and week has an address of its own. */
export const DeepLink: StoryObj = { args: { edition: 'ex-najaar-2027', 'deep-link': true } };
