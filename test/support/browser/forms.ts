/** Sign-up forms for the tests: a made-up sign-up with a bit of everything, and what a visitor does and sees. */
import { html } from 'lit';
import '../../../src/signup-form/define.js';
import type { SignupEntry } from '../../../src/signup/contract.js';
import { nl } from '../../../src/signup-form/submission/locales/nl.js';
import type { CealSignupForm } from '../../../src/signup-form/signup-form.js';
import { button } from './actions.js';
import type { Raw } from './feed.js';
import { placeWith, type Answer, type Place } from './network.js';
import { mount, until } from './page.js';
import { all, one, textOf } from './tree.js';

export type Form = CealSignupForm;

export const EDITION: Raw = {
  id: 'najaar',
  title: 'Proefgroep najaar',
  start: '2099-09-07',
  status: 'open',
  signupUntil: '2099-08-31',
  example: true,
};

export const SIGNUP: Raw = {
  id: 'meedoen',
  title: 'Meedoen aan de proef',
  introduction: 'Laat weten dat je meedoet.',
  editions: ['najaar'],
  roles: [
    { id: 'student', label: 'Ik studeer' },
    { id: 'bewoner', label: 'Ik woon hier' },
  ],
  contact: 'either',
  questions: [
    { id: 'idee', kind: 'long-text', label: 'Wat is je idee?' },
    { id: 'dag', kind: 'choice', label: 'Welke dag?', options: [{ id: 'ma', label: 'Maandag' }] },
  ],
  controller: { name: 'Voorbeeldstichting', contact: 'privacy@example.org' },
  purposes: ['Om je uit te nodigen.'],
  retention: 'een jaar',
  consents: [{ id: 'nieuws', label: 'Stuur mij nieuws.' }],
  nextSteps: 'Binnen een week bellen we je.',
};

/** A feed with nothing but this sign-up. */
export const signupFeed = (signup: Raw = {}, editions: readonly Raw[] = [EDITION]): Raw => ({
  version: '1.0',
  id: 'proef',
  language: 'nl',
  editions,
  signups: [{ ...SIGNUP, ...signup }],
});

/** Puts a form on the page until the end of the test, ready to be filled in. Settings that are no text are properties. */
export async function putForm(setting: Raw = {}, place?: Element, ...children: Node[]): Promise<Form> {
  const form = document.createElement('ceal-signup-form');
  form.lang = 'nl';
  for (const [name, value] of Object.entries({ data: signupFeed(), ...setting }))
    if (typeof value === 'string') form.setAttribute(name, value);
    else Object.assign(form, { [name]: value });
  form.append(...children);
  (place ?? (await mount(html`<div></div>`))).append(form);
  await form.updateComplete;
  await form.updateComplete;
  return form;
}

/** A receiver that takes everything, and what it was sent. */
export interface Receiver extends Place {
  readonly entries: readonly SignupEntry[];
  readonly requests: readonly RequestInit[];
}

export function receiver(
  answer: Answer = () => Response.json({ reference: 'P-1' }, { status: 201 }),
): Receiver {
  const requests: RequestInit[] = [];
  const place = placeWith((times, signal, init) => {
    requests.push(init!);
    return answer(times, signal, init);
  });
  return Object.defineProperties(place, {
    requests: { value: requests },
    entries: { get: () => requests.map(({ body }) => JSON.parse(body as string) as SignupEntry) },
  }) as Receiver;
}

export const control = (form: Form, name: string): HTMLInputElement => one(form, `[name="${name}"]`);

/** Types a text and leaves the field. */
export async function type(form: Form, name: string, text: string): Promise<void> {
  const input = control(form, name);
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await form.updateComplete;
}

export async function choose(form: Form, name: string, value: string): Promise<void> {
  one<HTMLInputElement>(form, `[name="${name}"][value="${value}"]`).click();
  await form.updateComplete;
}

/** Fills in what must be. */
export async function fillIn(form: Form): Promise<void> {
  await type(form, 'name', 'Noor');
  await type(form, 'email', 'noor@example.org');
  await choose(form, 'roles', 'student');
}

/** Sends the form and waits for the event that says how that ended. */
export async function send(form: Form): Promise<void> {
  const settled = new Promise<void>((resolve) => {
    const events = ['submitted', 'invalid', 'failed'].map((name) => `ceal-signup-${name}`);
    const settle = () => {
      for (const name of events) form.removeEventListener(name, settle);
      resolve();
    };
    for (const name of events) form.addEventListener(name, settle);
  });
  button(form, nl.send).click();
  await settled;
  await form.updateComplete;
  await form.updateComplete;
}

export const summaryOf = (form: Form): string => all(form, '[part~=summary]').map(textOf).join();
export const confirmationOf = (form: Form): string => all(form, '[part~=confirmation]').map(textOf).join();
/** The error of a field, as it stands there. */
export const errorAt = (form: Form, name: string): string => {
  const ids = (
    control(form, name).closest('[aria-describedby]')?.getAttribute('aria-describedby') ?? ''
  ).split(' ');
  return ids
    .filter((id) => id.endsWith('-error'))
    .map((id) => textOf(one(form, `[id="${id}"]`)))
    .join();
};

/** Resolves when a form says something. */
export const says = (form: Form, words: string): Promise<void> =>
  until(form, () => textOf(form).includes(words));

/** A filled-in form for a receiver. */
export async function filled(
  place: { readonly address: string },
  setting: Record<string, unknown> = {},
): Promise<Form> {
  const form = await putForm({ endpoint: place.address, ...setting });
  await fillIn(form);
  return form;
}

/** A header of a request that was sent. */
export const header = ({ headers }: RequestInit, name: string): string | null =>
  new Headers(headers).get(name);

afterEach(() => sessionStorage.clear());
