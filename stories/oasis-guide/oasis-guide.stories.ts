import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { guide, SAMPLE_FEED } from './guide.js';

const meta: Meta = { ...guide, title: 'Widgets/Oasis guide', args: { src: SAMPLE_FEED } };
export default meta;

/** One attribute is enough. */
export const Default: StoryObj = {};

/** Try the attributes. "Show code" in the documentation gives the markup to paste. */
export const Playground: StoryObj = {
  args: {
    heading: 'Zo werkt een Oasis',
    'heading-level': 2,
    layout: 'auto',
    mode: 'reader',
    step: 'dromen',
    'print-as': 'worksheet',
    'language-switch': true,
  },
};
