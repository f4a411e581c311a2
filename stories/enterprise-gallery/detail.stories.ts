import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { gallery, SAMPLE_FEED } from './gallery.js';

const meta: Meta = {
  ...gallery,
  title: 'Widgets/Enterprise gallery/Detail modes',
  args: { src: SAMPLE_FEED, 'page-size': 4 },
};
export default meta;

/** The default: a dialog over the page. Escape, the cross and a click beside it close it. */
export const Dialog: StoryObj = { args: { detail: 'dialog' } };

/** Opens under its card, in the page. The default inside frames, where a dialog would be cut off. */
export const Inline: StoryObj = { args: { detail: 'inline' } };

/** A card leads to the enterprise's own page, where the feed names one. */
export const Link: StoryObj = { args: { detail: 'link' } };

/** Cards only: nothing opens. */
export const None: StoryObj = { args: { detail: 'none' } };
