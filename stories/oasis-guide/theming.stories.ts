import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import { guide, SAMPLE_FEED } from './guide.js';
import './theming.css';

const meta: Meta = {
  ...guide,
  title: 'Widgets/Oasis guide/Theming',
  parameters: {
    ...guide.parameters,
    docs: storiesPage(
      'The page decides on font, size and colour; tokens do the rest. The menus at the top of a story show others.',
    ),
  },
  args: { src: SAMPLE_FEED },
};
export default meta;

/** The page says `color-scheme: dark`; the widget follows. Where a page does not say, `scheme="dark"` does. */
export const Dark: StoryObj = { globals: { scheme: 'dark' } };

/** For whoever leads in the evening. */
export const DarkLeading: StoryObj = { globals: { scheme: 'dark' }, args: { mode: 'facilitator' } };

/** The page's own font, size and colour, without a word from the widget. */
export const Georgia: StoryObj = { globals: { host: 'georgia' } };

/** A theme of NL Design System sets `--utrecht-…` tokens on a class; the widgets read the ones they need. */
export const NLDesignSystem: StoryObj = { name: 'NL Design System', globals: { host: 'nlds' } };

/** Our own tokens win over those of NL Design System and over the defaults. */
export const OwnTokens: StoryObj = {
  render: (args) => html`<div class="brick-guide">${guide.render(args)}</div>`,
};

/**
 * High contrast. In Chrome: DevTools, Rendering, "Emulate CSS media feature forced-colors". In Windows: Settings,
 * Accessibility, Contrast themes. The ring, the current step and every box must still be there.
 */
export const ForcedColours: StoryObj = { args: { mode: 'facilitator' } };

/** Rules that reach everywhere stop at the shadow root; the size of the text is inherited, and set back by a token. */
export const HostileHost: StoryObj = {
  globals: { host: 'hostile' },
  render: (args) => html`<div class="sized-guide">${guide.render(args)}</div>`,
};

/** Twice the size of the text: the circle becomes a list, nothing is cut off. */
export const LargeText: StoryObj = { name: 'Text 200 %', globals: { text: '200' } };
