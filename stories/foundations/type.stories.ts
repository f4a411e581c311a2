import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import './foundations.css';

const meta: Meta = {
  title: 'Foundations/Type',
  parameters: { controls: { disable: true } },
};
export default meta;

const SCALE = [
  { size: '1.75', use: 'Heading of a widget' },
  { size: '1.375', use: 'Heading in a widget, name in the detail' },
  { size: '1.125', use: 'Name on a card' },
  { size: '1', use: 'Text' },
  { size: '0.875', use: 'Facts, badges, notes' },
];

/**
 * The page's own font, in one scale, in `em` of the page's own size; never under 14 px. Two weights: the page's normal
 * and 600.
 */
export const Scale: StoryObj = {
  render: () => html`
    <dl class="scale">
      ${SCALE.map(
        ({ size, use }, index) => html`
          <div>
            <dt>${size} em</dt>
            <dd class="sample sample-${index}">Samen ondernemen in de wijk</dd>
            <dd class="use">${use}</dd>
          </div>
        `,
      )}
    </dl>
  `,
};
