/** What the tests of the receiver share: a feed, entries, and a service on a database. */
import { randomUUID } from 'node:crypto';
import { openFeed } from '../../../src/feed/document.js';
import { readEntry } from '../../../src/receiver/entry.js';
import { Service } from '../../../src/receiver/service.js';
import { migrate } from '../../../src/receiver/storage/schema.js';
import { openPglite } from '../../../src/receiver/storage/pglite.js';
import { openPostgres } from '../../../src/receiver/storage/postgres.js';
import { findPostgres, startPostgres } from '#tools/run/postgres.mjs';
import { fillFolder } from './pglite.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An instant at which the editions of the feed are open. */
export const NOW = Date.parse('2027-05-10T12:00:00Z');

export const SIGNUP = {
  id: 'meedoen',
  title: { nl: 'Doe mee', en: 'Take part' },
  editions: ['lente', 'herfst', 'later', 'voorbij', 'vervallen'],
  roles: [
    { id: 'student', label: 'Ik studeer' },
    { id: 'bewoner', label: 'Ik woon hier' },
  ],
  contact: 'either',
  questions: [
    { id: 'idee', kind: 'long-text', label: { nl: 'Heb je een idee?', en: 'Do you have an idea?' } },
    {
      id: 'tijden',
      kind: 'choices',
      label: 'Wanneer?',
      options: [
        { id: 'dag', label: 'Overdag' },
        { id: 'avond', label: "'s Avonds" },
      ],
    },
    {
      id: 'taal',
      kind: 'choice',
      label: 'Welke taal?',
      options: [
        { id: 'nl', label: 'Nederlands' },
        { id: 'tr', label: 'Türkçe' },
      ],
    },
  ],
  controller: { name: 'Organisatie (voorbeeld)', contact: 'aanmelden@example.org' },
  consents: [{ id: 'nieuws', label: { nl: 'Ja, stuur mij nieuws', en: 'Yes, send me news' } }],
  nextSteps: { nl: 'We bellen je.', en: 'We call you.' },
  retentionMonths: 6,
};

export const EDITIONS = [
  { id: 'lente', title: 'Lente', status: 'open', start: '2027-06-01', end: '2027-08-31', capacity: 2 },
  { id: 'herfst', title: 'Herfst', status: 'open' },
  { id: 'later', title: 'Later', status: 'planned', signupFrom: '2090-01-01' },
  { id: 'voorbij', title: 'Voorbij', status: 'finished', end: '2020-02-29' },
  { id: 'vervallen', title: 'Vervallen', status: 'cancelled' },
];

/** A feed as a receiver reads it. `signup` and `editions` change what is in it. */
export function feedOf({ id = 'proef', signup = {}, editions = {} } = {}) {
  const raw = {
    version: '1.0',
    id,
    language: 'nl',
    editions: EDITIONS.map((edition) => ({ ...edition, ...editions[edition.id] })),
    signups: [
      { ...SIGNUP, ...signup },
      { id: 'vraag', title: 'Stel een vraag', contact: 'email', controller: SIGNUP.controller },
    ],
  };
  const opened = openFeed(JSON.stringify(raw), 'https://feed.example/');
  return opened.document;
}

/** An entry that is good, changed. Every one has a key of its own. */
export const entryOf = (changes = {}) => ({
  submissionId: randomUUID(),
  feed: 'proef',
  signup: 'meedoen',
  edition: 'herfst',
  name: 'Noor (voorbeeld)',
  email: 'noor@example.org',
  roles: ['bewoner'],
  answers: {},
  consents: [],
  language: 'nl',
  ...changes,
});

export const read = (entry) => readEntry(entry);

/** The databases that there are: the embedded one always, PostgreSQL where it is installed or can be. */
export const DATABASES = ['PGlite', ...(findPostgres() ? ['PostgreSQL'] : [])];

/** A database with nothing in it. `again` opens another connection to it, where that can be. */
export async function openDatabase(kind) {
  if (kind === 'PGlite') {
    const folder = await fillFolder(mkdtempSync(join(tmpdir(), 'ceal-receiver-')));
    const database = await openPglite(folder);
    await migrate(database);
    return {
      database,
      close: async () => {
        await database.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  const server = await startPostgres();
  const open = async () => {
    const database = await openPostgres(server.url);
    await migrate(database);
    return database;
  };
  const database = await open();
  return {
    database,
    url: server.url,
    again: open,
    close: async () => {
      await database.close();
      await server.stop();
    },
  };
}

/** A service with a feed of its own, which can be changed while it runs. */
export function serviceOn(database, { feed = feedOf(), ...options } = {}) {
  const state = { feed };
  const service = new Service({
    database,
    feed: () => state.feed,
    hasWaitingList: true,
    notify: true,
    ...options,
  });
  return {
    service,
    state,
    signUp: (entry) => service.signUp(read(entry), true),
  };
}

/** Everything that comes out of an async iterable. */
export async function all(items) {
  const list = [];
  for await (const item of items) list.push(item);
  return list;
}

export const times = (n, make) => Array.from({ length: n }, (_, at) => make(at));
