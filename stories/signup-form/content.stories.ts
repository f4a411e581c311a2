import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { attributes } from '../support/attributes.js';
import { changedFeed } from '../support/network.js';
import { storiesPage } from '../support/page.js';
import { ARGS, changedSignup, form } from './form.js';

const meta: Meta = {
  ...form,
  title: 'Widgets/Sign-up form/Content',
  parameters: {
    ...form.parameters,
    docs: storiesPage('What can be asked, of whom, for which editions, and what is said about privacy.'),
  },
  args: ARGS,
};
export default meta;

const OPTIONS = ['Ochtend', 'Middag', 'Avond'].map((label) => ({ id: label.toLowerCase(), label }));
const MANY = Array.from({ length: 12 }, (_, n) => ({ id: `o${n + 1}`, label: `Keuze ${n + 1}` }));

/** Every kind of question that the format has, asked and optional. */
export const EveryKindOfQuestion: StoryObj = {
  args: {
    src: changedSignup('kinds', {
      questions: [
        { id: 'tekst', kind: 'text', label: 'Een korte tekst', help: 'Met hulp ervoor.', required: true },
        { id: 'lang', kind: 'long-text', label: 'Een lange tekst' },
        { id: 'keuze', kind: 'choice', label: 'Een keuze', options: OPTIONS },
        { id: 'lijst', kind: 'choice', label: 'Een keuze uit veel', options: MANY, required: true },
        { id: 'keuzes', kind: 'choices', label: 'Meer keuzes', options: OPTIONS },
        { id: 'ja-nee', kind: 'yes-no', label: 'Ja of nee', required: true },
      ],
    }),
  },
};

/** The other sign-up of the feed: e-mail alone, and for no edition in particular. */
export const AnotherSignUp: StoryObj = { args: { signup: 'vraag-inbrengen' } };

/** Who is too young cannot sign up here. */
export const MinimumAge: StoryObj = {
  args: { src: changedSignup('minimum-age', { minimumAge: 18, underAge: 'refused' }) },
};

/** The page has filled in something, and says so by no word: the visitor sees it. A consent is never filled in. */
export const Prefilled: StoryObj = {
  args: { prefill: 'name=Voorbeeldnaam&roles=student&roles=resident&part=deel-1&consents=nieuws' },
};

const EDITION = { start: '2099-09-07', place: { name: 'Utrecht Overvecht' }, signupUntil: '2099-08-31' };
const EDITIONS = [
  { ...EDITION, id: 'open', title: 'Groep najaar', status: 'open' },
  { ...EDITION, id: 'vol', title: 'Groep voorjaar', status: 'full' },
  { ...EDITION, id: 'straks', title: 'Groep daarna', status: 'planned', signupFrom: '2099-01-15' },
  { ...EDITION, id: 'geweest', title: 'Groep van vorig jaar', status: 'open', signupUntil: '2025-08-31' },
  { ...EDITION, id: 'af', title: 'Zomergroep', status: 'cancelled' },
];

/** Editions that can be chosen, with how it stands with them; of the others it is said why they cannot. */
export const SeveralEditions: StoryObj = { args: { src: changedSignup('several', {}, EDITIONS) } };

/** Free places are told by the receiver, never guessed from the feed. */
export const FreePlaces: StoryObj = {
  args: {
    src: changedSignup('free', {}, EDITIONS.slice(0, 1)),
    availability: changedFeed('availability', () => ({ editions: [{ id: 'open', free: 3 }] })),
  },
};

/** Full: one can still sign up for the waiting list. */
export const Full: StoryObj = { args: { src: changedSignup('full', {}, EDITIONS.slice(1, 2)) } };

/** Not yet: from when, and whom to ask until then. */
export const NotYetOpen: StoryObj = { args: { src: changedSignup('soon', {}, EDITIONS.slice(2, 3)) } };

/** No longer. */
export const Closed: StoryObj = { args: { src: changedSignup('closed', {}, EDITIONS.slice(3, 4)) } };

/** The page says who is responsible. What the feed says of its own controller does not hold then. */
export const OwnController: StoryObj = {
  args: {
    controller: 'Voorbeeldgemeente',
    'controller-contact': 'privacy@example.org',
    'privacy-href': '#privacy',
  },
};

/** Nobody says who is responsible: the form cannot be used, and says so. */
export const NobodyResponsible: StoryObj = {
  args: { src: changedSignup('nobody', { controller: undefined }) },
};

/** Nothing is sent or stored. */
export const TestMode: StoryObj = { args: { 'test-mode': true } };

/** More about privacy, an introduction and a footer of the page's own. */
export const OwnWords: StoryObj = {
  render: (args) => html`
    <ceal-signup-form ${attributes(args)}>
      <p slot="intro">Liever bellen? Dat kan op werkdagen.</p>
      <p slot="privacy">We vragen nooit om je BSN.</p>
      <p slot="footer">Dit formulier is gemaakt met CEAL Widgets.</p>
    </ceal-signup-form>
  `,
};
