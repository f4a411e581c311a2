import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { attributes } from '../support/attributes.js';
import { storiesPage } from '../support/page.js';
import { answering, ARGS, fillIn, form, formIn, send, sent, type } from './form.js';
import './challenge.js';

const meta: Meta = {
  ...form,
  title: 'Widgets/Sign-up form/States',
  parameters: {
    ...form.parameters,
    docs: storiesPage('Filling in, checking, sending, and every way in which that can end.'),
  },
  args: ARGS,
};
export default meta;

/** The errors stand above the form, with links to the fields, in the same words as there. */
export const Mistakes: StoryObj = {
  play: async ({ canvasElement }) => {
    const element = await formIn(canvasElement);
    await type(element, 'email', 'voorbeeld@');
    await send(element);
  },
};

/** Text that was typed earlier in this tab has come back, with a way to clear it. */
export const Draft: StoryObj = {
  play: async ({ canvasElement }) => {
    const element = await formIn(canvasElement);
    await fillIn(element);
    const again = element.cloneNode() as typeof element;
    element.replaceWith(again);
    await formIn(canvasElement);
  },
};

/** "Clear this form" asks back. */
export const Clearing: StoryObj = {
  play: async ({ canvasElement }) => {
    const element = await formIn(canvasElement);
    await fillIn(element);
    const erase = () => element.renderRoot.querySelector<HTMLButtonElement>('#erase-end');
    while (!erase()) await element.updateComplete;
    erase()!.click();
    await element.updateComplete;
  },
};

/** On its way. The button is never disabled; nothing is sent twice. */
export const Sending: StoryObj = {
  args: { endpoint: answering('never', () => new Promise(() => {})) },
  play: async ({ canvasElement }) => {
    const element = await formIn(canvasElement);
    await fillIn(element);
    element.renderRoot.querySelector<HTMLButtonElement>('[part~="send"]')!.click();
  },
};

/** Received: a number to keep, what happens next, whom to ask. */
export const Received: StoryObj = { play: sent };

/** Received, for the waiting list. */
export const WaitingList: StoryObj = {
  args: {
    endpoint: answering('waiting', () => Response.json({ reference: 'VB-7Q3M', status: 'waiting-list' })),
  },
  play: sent,
};

/** A test, as it ends. */
export const Tested: StoryObj = {
  args: { 'test-mode': true },
  play: async ({ canvasElement }) => {
    const element = await formIn(canvasElement);
    await fillIn(element);
    element.renderRoot.querySelector<HTMLButtonElement>('[part~="send"]')!.click();
    while (!element.renderRoot.querySelector('[part~="confirmation"]')) await element.updateComplete;
  },
};

/** Nobody knows whether it arrived. Pressing again does no harm. */
export const Uncertain: StoryObj = {
  tags: ['hints'],
  args: { endpoint: answering('uncertain', () => new Response('oops', { status: 500 })) },
  play: sent,
};

/** The same with a service that does not know sign-ups that come twice. */
export const UncertainTwice: StoryObj = {
  tags: ['hints'],
  args: { format: 'form', endpoint: answering('twice', () => new Response('oops', { status: 500 })) },
  play: sent,
};

/** The receiver does not want it, and says why. */
export const Refused: StoryObj = {
  tags: ['hints'],
  args: {
    endpoint: answering('refused', () =>
      Response.json({ detail: 'Deze groep is alleen voor bewoners.' }, { status: 403 }),
    ),
  },
  play: sent,
};

/** Errors of the receiver stand at their fields; those about no field stand at the top. */
export const ReceiverFindings: StoryObj = {
  args: {
    endpoint: answering('findings', () =>
      Response.json(
        {
          errors: [
            { pointer: '#/email', detail: 'Dit adres kan geen e-mail ontvangen.' },
            { pointer: '#/postcode', detail: 'Alleen voor de wijk.' },
          ],
        },
        { status: 422 },
      ),
    ),
  },
  play: sent,
};

/** Too many at once. */
export const TooMany: StoryObj = {
  args: {
    endpoint: answering('busy', () => new Response(null, { status: 429, headers: { 'retry-after': '300' } })),
  },
  play: sent,
};

const problem = (kind: string) =>
  answering(kind, () => Response.json({ type: `urn:ceal-widgets:problem:${kind}` }, { status: 409 }));

/** The last place was taken meanwhile, and there is no waiting list. */
export const FullMeanwhile: StoryObj = { args: { endpoint: problem('full') }, play: sent };

/** Sign-up closed meanwhile. */
export const ClosedMeanwhile: StoryObj = { args: { endpoint: problem('closed') }, play: sent };

/** The page has not said where to send. */
export const NoEndpoint: StoryObj = {
  tags: ['hints'],
  args: { endpoint: undefined },
  play: sent,
};

/** A challenge of the site's own, here ALTCHA in its test mode, in the slot above the button. */
export const Challenge: StoryObj = {
  render: (args) => html`
    <ceal-signup-form ${attributes(args)}>
      <altcha-widget slot="challenge" configuration='{"test":true}'></altcha-widget>
    </ceal-signup-form>
  `,
};
