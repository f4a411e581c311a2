import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import { gallery, SAMPLE_FEED } from './gallery.js';

const meta: Meta = {
  ...gallery,
  title: 'Widgets/Enterprise gallery/Detail',
  parameters: { ...gallery.parameters, docs: storiesPage('Where an enterprise opens.') },
  args: { src: SAMPLE_FEED, 'page-size': 4 },
};
export default meta;

/** Presses the name on the first card, as a visitor does. */
const openFirst: StoryObj['play'] = async ({ canvasElement }) => {
  const widget = canvasElement.querySelector('ceal-enterprise-gallery')!;
  await new Promise((loaded) => {
    if (widget.shadowRoot!.querySelector('.name-link')) loaded(undefined);
    else widget.addEventListener('ceal-feed-loaded', () => void widget.updateComplete.then(loaded));
  });
  widget.shadowRoot!.querySelector<HTMLElement>('.name-link')!.click();
  await widget.updateComplete;
};

/** Stories that open something do so where they stand alone, not all at once in the documentation. */
const alone = { docs: { story: { inline: false, height: '32rem' } } };

/** The default: a dialog over the page. Escape, the cross and a click beside it close it. */
export const Dialog: StoryObj = { args: { detail: 'dialog' } };

/** The dialog with the first enterprise. */
export const DialogOpen: StoryObj = { args: { detail: 'dialog' }, play: openFirst, parameters: alone };

/** Opens under its card, in the page. The default inside frames, where a dialog would be cut off. */
export const Inline: StoryObj = { args: { detail: 'inline' } };

/** The first enterprise, opened in the page. */
export const InlineOpen: StoryObj = { args: { detail: 'inline' }, play: openFirst, parameters: alone };

/** A card leads to the enterprise's own page, where the feed names one. */
export const Link: StoryObj = { args: { detail: 'link' } };

/** Cards only: nothing opens. */
export const None: StoryObj = { args: { detail: 'none' } };
