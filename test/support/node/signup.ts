/** A sign-up as the widget reads it from a feed, and the fields that it makes. */
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { fieldsOf } from '../../../src/signup/fields.js';

export const RAW_SIGNUP = {
  id: 'meedoen',
  title: 'Doe mee',
  roles: [
    { id: 'student', label: 'Ik studeer' },
    { id: 'bewoner', label: 'Ik woon hier' },
  ],
  contact: 'either',
  questions: [
    { id: 'idee', kind: 'long-text', label: 'Heb je al een idee?' },
    { id: 'org', kind: 'text', label: 'Voor welke organisatie?', required: true },
    {
      id: 'taal',
      kind: 'choice',
      label: 'Welke taal?',
      options: [
        { id: 'nl', label: 'Nederlands' },
        { id: 'tr', label: 'Türkçe' },
      ],
    },
    { id: 'tijd', kind: 'yes-no', label: 'Heb je tijd?' },
  ],
  controller: { name: 'Organisatie (voorbeeld)', contact: 'aanmelden@example.org' },
  consents: [{ id: 'nieuws', label: 'Ja, stuur mij nieuws' }],
};

/** Reads a sign-up, changed, the way a widget would. */
export function signup(changes = {}) {
  const feed = { version: '1.0', id: 'x', language: 'nl', signups: [{ ...RAW_SIGNUP, ...changes }] };
  return parseFeed(feed, 'https://feed.example/').feed.signups[0];
}

export const NO_OFFER = { editions: [], parts: [] };

export const fields = (changes = {}, values = {}, offer = NO_OFFER) =>
  fieldsOf(signup(changes), offer, values);

/** A form that is filled in as it must be. */
export const GOOD = {
  name: 'Noor',
  email: 'noor@example.org',
  roles: ['student'],
  'answers.org': 'Buurthuis',
};
