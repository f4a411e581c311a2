import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import { ARGS, form, formIn, send } from './form.js';

const meta: Meta = {
  ...form,
  title: 'Widgets/Sign-up form/Theming',
  parameters: {
    ...form.parameters,
    docs: storiesPage(
      'The form in pages of several kinds, with mistakes in it: that is where colour matters.',
    ),
  },
  args: ARGS,
  play: async ({ canvasElement }) => send(await formIn(canvasElement)),
};
export default meta;

/** The page says `color-scheme: dark`; the form follows. */
export const Dark: StoryObj = { globals: { scheme: 'dark' } };

/** The page's own font, size and colour. */
export const Georgia: StoryObj = { globals: { host: 'georgia' } };

/** Another font, on a tint. */
export const Verdana: StoryObj = { globals: { host: 'verdana' } };

/** A theme of NL Design System: button, fields and links take its tokens. */
export const NLDesignSystem: StoryObj = { name: 'NL Design System', globals: { host: 'nlds' } };

/** Rules that reach everywhere stop at the shadow root. */
export const HostileHost: StoryObj = { globals: { host: 'hostile' } };

/** Right to left: the words fall back to a language that we have, their side does not. */
export const RightToLeft: StoryObj = { globals: { locale: 'ar' } };

/** Text twice as large. */
export const LargeText: StoryObj = { globals: { text: '200' } };

/** A phone of 320 px. */
export const Phone: StoryObj = { globals: { viewport: { value: 'phone' } } };
