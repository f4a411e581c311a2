import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { SAMPLE_FEED, timeline } from './timeline.js';

const meta: Meta = { ...timeline, title: 'Widgets/Programme timeline', args: { src: SAMPLE_FEED } };
export default meta;

/** One attribute is enough. */
export const Default: StoryObj = {};

/** Try the attributes. "Show code" in the documentation gives the markup to paste. */
export const Playground: StoryObj = {
  args: {
    view: 'programme',
    heading: 'Het programma',
    'heading-level': 2,
    edition: 'ex-najaar-2027',
    layout: 'auto',
    'collapse-past': true,
    'language-switch': true,
  },
};

/** The dated events around the programme, each as precise as its source. */
export const History: StoryObj = { args: { view: 'history' } };
