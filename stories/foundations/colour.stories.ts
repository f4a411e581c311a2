import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import './contrast-table.js';

const meta: Meta = {
  title: 'Foundations/Colour',
  parameters: { controls: { disable: true } },
};
export default meta;

/**
 * The default colours, and their contrast as measured in this browser. Asked by WCAG 2.2: 4.5 : 1 for text, 3 : 1 for
 * the borders of controls and for focus. Status is always told by word and shape too.
 */
export const Contrast: StoryObj = {
  render: () => html`
    <story-contrast-table></story-contrast-table>
    <story-contrast-table dark></story-contrast-table>
  `,
};
