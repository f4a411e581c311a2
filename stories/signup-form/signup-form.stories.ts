import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { ARGS, form } from './form.js';

const meta: Meta = { ...form, title: 'Widgets/Sign-up form', args: ARGS };
export default meta;

/** A feed, and an address to send to. */
export const Default: StoryObj = {};

/** Try the attributes. "Show code" in the documentation gives the markup to paste. */
export const Playground: StoryObj = {
  args: {
    heading: 'Doe mee in Overvecht',
    'heading-level': 2,
    format: 'json',
    signup: 'meedoen',
    edition: 'ex-najaar-2027',
    controller: 'Voorbeeldgemeente',
    'controller-contact': 'aanmelden@example.org',
    prefill: 'roles=resident',
    'hidden-fields': 'campaign=letter',
    'test-mode': false,
    'language-switch': true,
  },
};
