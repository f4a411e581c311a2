import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import { gallery, SAMPLE_FEED } from './gallery.js';
import './theming.css';

const meta: Meta = {
  ...gallery,
  title: 'Widgets/Enterprise gallery/Theming',
  parameters: {
    ...gallery.parameters,
    docs: storiesPage(
      'The page decides on font, size and colour; tokens do the rest. The menus at the top of a story show others.',
    ),
  },
  args: { src: SAMPLE_FEED, 'page-size': 4 },
};
export default meta;

/** The page says `color-scheme: dark`; the widget follows. Where a page does not say, `scheme="dark"` does. */
export const Dark: StoryObj = { globals: { scheme: 'dark' } };

/** The page's own font, size and colour, without a word from the widget. */
export const Georgia: StoryObj = { globals: { host: 'georgia' } };

/** Another font, on a tint. */
export const Verdana: StoryObj = { globals: { host: 'verdana' } };

/** A dark page in Georgia. */
export const DarkGeorgia: StoryObj = { globals: { host: 'georgia', scheme: 'dark' } };

/**
 * A theme of NL Design System sets `--utrecht-…` tokens on a class; the widgets read the ones they need. This theme is
 * made up: bring your own.
 */
export const NLDesignSystem: StoryObj = { name: 'NL Design System', globals: { host: 'nlds' } };

/** Our own tokens win over those of NL Design System and over the defaults. */
export const OwnTokens: StoryObj = {
  render: (args) => html`<div class="brick-theme">${gallery.render(args)}</div>`,
};

/**
 * High contrast. In Chrome: DevTools, Rendering, "Emulate CSS media feature forced-colors". In Windows: Settings,
 * Accessibility, Contrast themes. Every boundary, mark and chosen state must still be there.
 */
export const ForcedColours: StoryObj = { args: { facets: 'theme status', filter: 'status=running' } };

/** Rules that reach everywhere stop at the shadow root; the size of the text is inherited, and set back by a token. */
export const HostileHost: StoryObj = {
  globals: { host: 'hostile' },
  render: (args) => html`<div class="sized-theme">${gallery.render(args)}</div>`,
};

/** Twice the size of the text: columns become fewer, nothing is cut off. */
export const LargeText: StoryObj = { name: 'Text 200 %', globals: { text: '200' } };
