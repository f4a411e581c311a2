import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { gallery, SAMPLE_FEED } from './gallery.js';

const meta: Meta = { ...gallery, title: 'Widgets/Enterprise gallery', args: { src: SAMPLE_FEED } };
export default meta;

/** One attribute is enough. */
export const Default: StoryObj = {};

/** Try the attributes. "Show code" in the documentation gives the markup to paste. */
export const Playground: StoryObj = {
  args: {
    heading: 'Ondernemingen uit de wijk',
    'heading-level': 2,
    facets: 'theme status edition neighbourhood',
    sort: 'feed',
    'page-size': 8,
    layout: 'auto',
    detail: 'dialog',
    search: true,
    'language-switch': true,
  },
};
