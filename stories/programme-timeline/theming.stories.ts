import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import '../enterprise-gallery/theming.css';
import { timeline, underWay } from './timeline.js';

const meta: Meta = {
  ...timeline,
  title: 'Widgets/Programme timeline/Theming',
  parameters: {
    ...timeline.parameters,
    docs: storiesPage(
      'The page decides on font, size and colour; tokens do the rest. The menus at the top of a story show others.',
    ),
  },
  args: { src: underWay('timeline-theming') },
};
export default meta;

/** The page says `color-scheme: dark`; the widget follows. Where a page does not say, `scheme="dark"` does. */
export const Dark: StoryObj = { globals: { scheme: 'dark' } };

/** The page's own font, size and colour, without a word from the widget. */
export const Georgia: StoryObj = { globals: { host: 'georgia' } };

/** A theme of NL Design System sets `--utrecht-…` tokens on a class; the widgets read the ones they need. */
export const NLDesignSystem: StoryObj = { name: 'NL Design System', globals: { host: 'nlds' } };

/** Our own tokens win over those of NL Design System and over the defaults. */
export const OwnTokens: StoryObj = {
  render: (args) => html`<div class="brick-theme">${timeline.render(args)}</div>`,
};

/** High contrast: every mark, rail and line must still be there. */
export const ForcedColours: StoryObj = {};

/** Rules that reach everywhere stop at the shadow root. */
export const HostileHost: StoryObj = {
  globals: { host: 'hostile' },
  render: (args) => html`<div class="sized-theme">${timeline.render(args)}</div>`,
};

/** Twice the size of the text: the date goes above the title, nothing is cut off. */
export const LargeText: StoryObj = { name: 'Text 200 %', globals: { text: '200' } };
