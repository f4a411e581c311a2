import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import './foundations.css';

const meta: Meta = {
  title: 'Foundations/Space',
  parameters: { controls: { disable: true } },
};
export default meta;

const STEPS = ['0.25', '0.5', '0.75', '1', '1.5', '2', '3', '4'];

/**
 * Eight steps, in `em`. Inside a group close, between groups at least twice as wide. What can be pressed is at least
 * 2.75 em and 44 px high.
 */
export const Steps: StoryObj = {
  render: () => html`
    <dl class="steps">
      ${STEPS.map(
        (step, index) => html`
          <div>
            <dt>${step} em</dt>
            <dd class="bar bar-${index}"></dd>
          </div>
        `,
      )}
    </dl>
  `,
};
