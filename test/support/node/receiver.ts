/** The feed, entries and databases that the tests of the receiver share, and a service on them. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startPostgres } from '#tools/run/postgres.mjs';
import { openFeed, type FeedDocument } from '../../../src/feed/document.js';
import type { SignupStatus } from '../../../src/receiver/allocate-places.js';
import { parseEntry, type ParsedEntry } from '../../../src/receiver/entry.js';
import { Service, type ServiceOptions, type SignUpResult } from '../../../src/receiver/service.js';
import type { Database } from '../../../src/receiver/storage/database.js';
import { openPglite } from '../../../src/receiver/storage/pglite.js';
import { openPostgres } from '../../../src/receiver/storage/postgres.js';
import { migrate } from '../../../src/receiver/storage/schema.js';
import type { SignupEntry } from '../../../src/signup/contract.js';
import { cleanText } from '../../../src/signup/rules.js';
import { fillFolder } from './pglite.js';

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

type RawFields = Readonly<Record<string, unknown>>;

/** Changes to the feed. */
export interface FeedChanges {
  readonly id?: string;
  /** Changes to the sign-up `meedoen`. */
  readonly signup?: RawFields;
  /** Changes to editions, by id. */
  readonly editions?: Readonly<Record<string, RawFields>>;
}

/** A feed as a receiver reads it. */
export function feedOf({ id = 'proef', signup = {}, editions = {} }: FeedChanges = {}): FeedDocument {
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
  assert.ok(opened.ok);
  return opened.document;
}

/** An entry as it travels, with the fields that a test may read of it again. */
export type TestEntry = SignupEntry & { readonly email: string };

/** An entry that is valid, changed: with anything, so that it may be invalid. Every one has a key of its own. */
export const entryOf = (changes: RawFields = {}): TestEntry => ({
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

/** JSON with its texts cleaned, as a body is before an entry is read from it. */
function cleaned(json: unknown): unknown {
  if (typeof json === 'string') return cleanText(json, { multiline: true });
  if (Array.isArray(json)) return json.map(cleaned);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, cleaned(value)]));
}

/** The entry as the receiver reads it. */
export function parsed(entry: unknown): ParsedEntry {
  const result = parseEntry(cleaned(entry));
  assert.ok(result, 'the entry is an object');
  return result;
}

export type DatabaseKind = 'PGlite' | 'PostgreSQL';

/** The databases that there are: the embedded one always, PostgreSQL where it is installed or can be. */
export const DATABASES: readonly DatabaseKind[] = [
  'PGlite',
  ...(findPostgres() ? ['PostgreSQL' as const] : []),
];

export interface TestDatabase {
  readonly database: Database;
  /** Opens another connection to it; PostgreSQL only. */
  readonly openAnother?: () => Promise<Database>;
  close(): Promise<void>;
}

/** Opens a database with our tables, and nothing in them. */
export async function openDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const opened = await openEmptyDatabase(kind);
  await migrate(opened.database);
  return opened;
}

/** Opens a database without any tables. */
export async function openEmptyDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  if (kind === 'PGlite') {
    const folder = await fillFolder(mkdtempSync(join(tmpdir(), 'ceal-receiver-')));
    const database = await openPglite(folder);
    return {
      database,
      close: async () => {
        await database.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  const server = await startPostgres();
  const database = await openPostgres(server.url);
  return {
    database,
    openAnother: () => openPostgres(server.url),
    close: async () => {
      await database.close();
      await server.stop();
    },
  };
}

/** A database that fails whatever it is asked. */
export function failingDatabase(error: Error): Database {
  const fail = () => Promise.reject(error);
  return {
    concurrency: 1,
    query: fail,
    transaction: fail,
    snapshot: fail,
    probe: fail,
    scrub: fail,
    close: () => Promise.resolve(),
  };
}

export interface TestServiceOptions extends Partial<Omit<ServiceOptions, 'database' | 'feed'>> {
  readonly feed?: FeedDocument;
}

export interface TestService {
  readonly service: Service;
  /** The feed, which can be changed while the service runs. */
  readonly state: { feed: FeedDocument };
  signUp(entry: unknown): Promise<SignUpResult>;
  /** Signs up, and gives the receipt; fails where the entry is not stored. */
  store(entry: unknown): Promise<Receipt>;
}

export interface Receipt {
  readonly kind: 'stored' | 'replayed';
  readonly reference: string;
  readonly status: SignupStatus;
}

/** The secret of the keys of forms. */
export const FORM_SECRET = Buffer.alloc(32, 'geheim (voorbeeld)');

/** A service on a database, with a feed of its own. */
export function serviceOn(
  database: Database,
  { feed = feedOf(), ...options }: TestServiceOptions = {},
): TestService {
  const state = { feed };
  const service = new Service({
    database,
    feed: () => state.feed,
    hasWaitingList: true,
    notify: true,
    formSecret: FORM_SECRET,
    ...options,
  });
  const signUp = (entry: unknown) => service.signUp(parsed(entry), { requireKey: true });
  return {
    service,
    state,
    signUp,
    store: async (entry) => {
      const result = await signUp(entry);
      assert.ok('reference' in result, result.kind);
      return result;
    },
  };
}

/** Everything that comes out of an async iterable. */
export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** A list of what `make` gives for each number below `count`. */
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
