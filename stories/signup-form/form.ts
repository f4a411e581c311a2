import { html, type TemplateResult } from 'lit';
import type { StoryObj } from '@storybook/web-components-vite';
import '../../src/ceal-feed/define.js';
import '../../src/signup-form/define.js';
import type { CealSignupForm } from '../../src/signup-form/signup-form.js';
import { attributes, type Args } from '../support/attributes.js';
import { changedFeed, feedAt, type Answer } from '../support/network.js';

/** Drafts would wander from one story to the next. */
const forget = () => sessionStorage.clear();

/** The setting that every file of form stories shares. */
export const form = {
  beforeEach: () => {
    forget();
    return forget;
  },
  component: 'ceal-signup-form',
  render: (args: Args): TemplateResult => html`<ceal-signup-form ${attributes(args)}></ceal-signup-form>`,
  argTypes: { data: { control: false }, labels: { control: 'object' } },
  parameters: {
    actions: {
      handles: [
        'ceal-signup-submit',
        'ceal-signup-submitted',
        'ceal-signup-invalid',
        'ceal-signup-failed',
        'ceal-signup-erased',
      ],
    },
  },
} as const;

/** The address that stories send to; it takes everything. */
export const receiver = answering('takes', () => Response.json({ reference: 'VB-4F2K' }, { status: 201 }));

export const ARGS = { src: 'feeds/overvecht.json', endpoint: receiver };

/** An address to send to that answers as a story wants it. */
export function answering(name: string, answer: Answer): string {
  return feedAt(`signups-${name}`, answer);
}

/** The sample feed with its sign-up changed, and with other editions if they are given. */
export function changedSignup(
  name: string,
  signup: Readonly<Record<string, unknown>>,
  editions?: readonly Readonly<Record<string, unknown>>[],
): string {
  return changedFeed(`signup-${name}`, (feed) => {
    const [first, ...rest] = feed['signups'] as Record<string, unknown>[];
    const ids = editions && { editions: editions.map(({ id }) => id) };
    const own = editions && { editions: editions.map((edition) => ({ ...edition, example: true })) };
    return { ...feed, ...own, signups: [{ ...first, ...ids, ...signup }, ...rest] };
  });
}

/** The form of a story, when it can be sent. */
export async function formIn(canvas: HTMLElement): Promise<CealSignupForm> {
  const element = canvas.querySelector('ceal-signup-form')!;
  while (!element.renderRoot?.querySelector('form')) await new Promise(requestAnimationFrame);
  await element.updateComplete;
  return element;
}

export async function type(element: CealSignupForm, name: string, text: string): Promise<void> {
  const field = element.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

export async function fillIn(element: CealSignupForm): Promise<void> {
  await type(element, 'name', 'Voorbeeldnaam');
  await type(element, 'email', 'voorbeeld@example.org');
  for (const name of ['roles', 'oldEnough']) {
    element.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)?.click();
    await element.updateComplete;
  }
}

/** Sends, and waits for what comes of it. */
export async function send(element: CealSignupForm): Promise<void> {
  const names = ['submitted', 'invalid', 'failed'].map((name) => `ceal-signup-${name}`);
  const settled = Promise.race(
    names.map((name) => new Promise((settle) => element.addEventListener(name, settle, { once: true }))),
  );
  element.renderRoot.querySelector<HTMLButtonElement>('[part~="send"]')!.click();
  await settled;
  await element.updateComplete;
}

export const sent: StoryObj['play'] = async ({ canvasElement }) => {
  const element = await formIn(canvasElement);
  await fillIn(element);
  await send(element);
};
