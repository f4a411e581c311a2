import { randomUUID } from 'node:crypto';
import type { FeedDocument } from '../../feed/document.js';
import type { SignupEntry } from '../../signup/contract.js';
import { encode } from '../../signup/payload.js';

export interface ConformanceOptions {
  readonly endpoint: string;
  readonly document: FeedDocument;
  readonly signup: string | undefined;
  readonly availability: string | undefined;
  readonly origin: string | undefined;
  /** Where sign-ups are withdrawn, to clean up; `undefined` where that is not known. */
  readonly withdrawals: string | undefined;
}

/** The answer of the receiver under test; `json` is empty where the body was none. */
export interface CheckedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Readonly<Record<string, unknown>>;
}

export interface CheckContext {
  /** Makes a valid entry with a key of its own. */
  readonly entry: (changes?: Partial<SignupEntry>) => SignupEntry;
  readonly send: (entry: unknown, headers?: Readonly<Record<string, string>>) => Promise<CheckedResponse>;
  readonly post: (init: RequestInit) => Promise<CheckedResponse>;
  /** Sends a request, and waits where the receiver asks for it. */
  readonly fetch: (address: string, init?: RequestInit) => Promise<Response>;
  readonly options: ConformanceOptions;
}

/** Checks one promise. Rejects with `BrokenPromise` where it is broken. @returns the reason where it was not checked */
type ConformanceCheck = (context: CheckContext) => Promise<void | string>;

/** A promise of the contract that a receiver does not keep. */
export class BrokenPromise extends Error {}

function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new BrokenPromise(message);
}

const isStored = ({ status }: CheckedResponse) => status === 200 || status === 201;
const shown = ({ status, json }: CheckedResponse) =>
  `it answered ${status} ${JSON.stringify(json).slice(0, 200)}`;

/** Every promise of the contract, in its own words. */
export const CHECKS: Readonly<Record<string, ConformanceCheck>> = {
  'stores a sign-up and answers 201 with a reference': async ({ entry, send }) => {
    const answer = await send(entry());
    must(answer.status === 201, shown(answer));
    must(
      typeof answer.json['reference'] === 'string' && answer.json['reference'] !== '',
      'there is no reference',
    );
    must(isJson(answer, 'application/json'), 'the receipt is not application/json');
  },

  'answers the same sign-up again with the same receipt': async ({ entry, send }) => {
    const one = entry();
    const first = await send(one);
    const again = await send(one);
    must(isStored(first) && isStored(again), shown(again));
    must(first.json['reference'] === again.json['reference'], 'the second receipt has another reference');
  },

  'stores one of ten that come at once under one key': async ({ entry, send }) => {
    const one = entry();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(one)));
    for (const answer of answers) must(isStored(answer) || answer.status === 409, shown(answer));
    const references = new Set(answers.filter(isStored).map(({ json }) => json['reference']));
    must(references.size === 1, `there are ${references.size} references`);
  },

  'refuses another content under the same key with 422': async ({ entry, send }) => {
    const one = entry();
    must(isStored(await send(one)), 'the first was not stored');
    const answer = await send({ ...one, name: 'Test (other)' });
    must(answer.status === 422 && kindOf(answer) === 'key-reused', shown(answer));
  },

  'takes the key from the body too': async ({ entry, post }) => {
    const one = entry();
    const headers = { 'content-type': 'application/json' };
    const answer = await post({ headers, body: JSON.stringify(one) });
    must(isStored(answer), shown(answer));
  },

  'refuses JSON without a key with 400': async ({ entry, post }) => {
    const { submissionId: _key, ...rest } = entry();
    const headers = { 'content-type': 'application/json' };
    const answer = await post({ headers, body: JSON.stringify(rest) });
    must(answer.status === 400, shown(answer));
  },

  'lets a changed sign-up take the place of an earlier one': async ({ entry, send }) => {
    const one = entry();
    const first = await send(one);
    const answer = await send(entry({ name: 'Test (changed)', replaces: [one.submissionId] }));
    must(isStored(answer), shown(answer));
    must(answer.json['status'] === first.json['status'], 'it has lost its place');
    const late = await send(one);
    must(
      !isStored(late) || late.json['reference'] === answer.json['reference'],
      'the earlier one is stored as well',
    );
  },

  'keeps out an earlier one that arrives afterwards': async ({ entry, send }) => {
    const late = entry();
    const answer = await send(entry({ replaces: [late.submissionId] }));
    const after = await send(late);
    must(!isStored(after) || after.json['reference'] === answer.json['reference'], 'both are stored');
  },

  'says what is wrong with each field (RFC 9457)': async ({ entry, send }) => {
    const answer = await send(entry({ name: '', email: 'nobody', phone: '1' }));
    must([400, 422].includes(answer.status), shown(answer));
    must(isJson(answer, 'application/problem+json'), 'it is not application/problem+json');
    const errors = (answer.json['errors'] ?? []) as readonly { pointer?: unknown; detail?: unknown }[];
    must(Array.isArray(errors), 'there is no list of errors');
    must(
      errors.some(({ pointer, detail }) => pointer === '#/name' && typeof detail === 'string'),
      'no error points to #/name',
    );
  },

  'says it in the language of the entry': async ({ entry, send }) => {
    const [dutch, english] = [
      await send(entry({ name: '' })),
      await send(entry({ name: '', language: 'en' })),
    ];
    const words = ({ json }: CheckedResponse) => JSON.stringify(json['errors'] ?? json['detail']);
    must(words(dutch) !== words(english), 'Dutch and English are the same');
  },

  'refuses a sign-up and an edition that do not exist': async ({ entry, send }) => {
    for (const changes of [{ signup: 'no-such-signup' }, { edition: 'no-such-edition' }]) {
      const answer = await send(entry(changes));
      must(answer.status >= 400 && answer.status < 500, shown(answer));
    }
  },

  'never answers bad input with 500': async ({ entry, post, send }) => {
    const json = { 'content-type': 'application/json' };
    const key = `"${randomUUID()}"`;
    const bodies: RequestInit[] = [
      { headers: json, body: '' },
      { headers: json, body: '{' },
      { headers: json, body: 'null' },
      { headers: json, body: '[]' },
      { headers: { ...json, 'idempotency-key': key }, body: '{"name":{"a":[1]},"roles":5}' },
      { headers: { 'content-type': 'text/plain' }, body: 'hello' },
      { headers: json, body: new Uint8Array([0x22, 0xff, 0x22]) },
    ];
    for (const body of bodies) {
      const answer = await post(body);
      must(answer.status >= 400 && answer.status < 500, shown(answer));
    }
    const large = await send(entry({ name: 'x'.repeat(1_000_000) }));
    must(large.status >= 400 && large.status < 500, shown(large));
  },

  'keeps names of every script': async ({ entry, send }) => {
    for (const name of [
      'Test محمد',
      'Test 李小龍',
      'Test İlkışık',
      'Test 👩‍👩‍👧',
      "Test O'Brien; drop",
      'Test\u0000\u202e',
    ])
      must(isStored(await send(entry({ name }))), `it does not take ${JSON.stringify(name)}`);
  },

  'takes forms as pages without script send them': async ({ entry, post }) => {
    for (const format of ['form', 'urlencoded'] as const) {
      const answer = await post(encode(entry(), format));
      must(isStored(answer), `${format}: ${shown(answer)}`);
    }
  },

  'tells free places': async ({ fetch, options: { availability } }) => {
    if (!availability) return 'no --availability';
    const response = await fetch(availability);
    const { editions } = (await response.json()) as { editions?: unknown };
    must(Array.isArray(editions), 'there is no list of editions');
    for (const { id, free } of editions as readonly { id?: unknown; free?: unknown }[])
      must(
        typeof id === 'string' && Number.isInteger(free) && Number(free) >= 0,
        'an edition has no id or places',
      );
    return undefined;
  },

  'lets pages of an allowed site send, and no others': async ({
    entry,
    send,
    fetch,
    options: { endpoint, origin },
  }) => {
    if (!origin) return 'no --origin';
    const preflight = await fetch(endpoint, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });
    const allowed = (preflight.headers.get('access-control-allow-headers') ?? '').toLowerCase();
    must(preflight.ok, `the preflight is answered with ${preflight.status}`);
    for (const name of ['content-type', 'idempotency-key'])
      must(allowed.includes(name), `${name} is not allowed`);
    const answer = await send(entry(), { origin });
    must(answer.headers.get('access-control-allow-origin') === origin, 'the answer may not be read');
    const other = await send(entry(), { origin: 'https://other.invalid' });
    must(other.headers.get('access-control-allow-origin') === null, 'another site may read the answer');
    return undefined;
  },
};

function isJson({ headers }: CheckedResponse, type: string): boolean {
  return headers.get('content-type')?.split(';')[0]!.trim() === type;
}

function kindOf({ json }: CheckedResponse): string | undefined {
  return typeof json['type'] === 'string' ? json['type'].split(/[/:#]/).at(-1) : undefined;
}
