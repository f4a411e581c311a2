/** A sign-up as the widget reads it from a feed, its fields, and the outcomes of sending it. */
import assert from 'node:assert/strict';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import type { Signup } from '../../../src/feed/sections/signups.js';
import { fieldsOf, type Field, type FieldChoices, type Values } from '../../../src/signup/fields.js';
import type { Outcome } from '../../../src/signup-form/outcome.js';

type Raw = Readonly<Record<string, unknown>>;

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
export function signup(changes: Raw = {}): Signup {
  const feed = { version: '1.0', id: 'x', language: 'nl', signups: [{ ...RAW_SIGNUP, ...changes }] };
  const parsed = parseFeed(feed, 'https://feed.example/');
  assert.ok(parsed.ok && parsed.feed.signups[0]);
  return parsed.feed.signups[0];
}

export const NO_CHOICES: FieldChoices = { editions: [], parts: [] };

export const fields = (
  changes: Raw = {},
  values: Values = {},
  choices: FieldChoices = NO_CHOICES,
): readonly Field[] => fieldsOf(signup(changes), choices, values);

/** A form that is filled in as it must be. */
export const GOOD: Values = {
  name: 'Noor',
  email: 'noor@example.org',
  roles: ['student'],
  'answers.org': 'Buurthuis',
};

/** The outcome as one of a kind; any other kind fails the test. */
export function ofKind<K extends Outcome['kind']>(kind: K, outcome: Outcome): Extract<Outcome, { kind: K }> {
  assert.equal(outcome.kind, kind);
  return outcome as Extract<Outcome, { kind: K }>;
}
