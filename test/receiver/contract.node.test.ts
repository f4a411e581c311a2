/** receiver.md 14: every answer is one that `openapi.yaml` lists, in status, media type and shape. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { SignupReceipt } from '../../src/signup/contract.js';
import { ConfirmationLinks } from '../../src/receiver/confirmation-links.js';
import { entryOf, failingDatabase, times } from '../support/node/receiver.js';
import { serve, serveOn, type Served } from '../support/node/served.js';

type Content = Readonly<Record<string, unknown>>;
interface Operation {
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
}
const contract = parse(readFileSync('src/receiver/openapi.yaml', 'utf8')) as {
  readonly components: { readonly responses: Readonly<Record<string, { readonly content: Content }>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const ajv = new Ajv2020.default({ strict: false });
addFormats.default(ajv);
ajv.addSchema(contract, 'contract');

const mediaType = (header: string | null) => header?.split(';')[0]?.trim() ?? '';
const pointer = (...keys: string[]) =>
  `contract#${keys.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;

/** What is wrong with a value by the schema at a place in the contract; empty where it fits. */
function faultsOf(value: unknown, ...place: string[]): readonly string[] {
  const validate = ajv.getSchema(pointer(...place, 'schema'));
  if (!validate) return [`There is no schema at ${place.join(' ')}.`];
  void validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The place in the contract where the content of an answer stands. */
function contentPlace(path: string, method: string, status: number): readonly string[] {
  const response = contract.paths[path]?.[method]?.responses[status];
  assert.ok(response, `${method} ${path} lists no ${status}`);
  const name = response.$ref?.split('/').at(-1);
  return name
    ? ['components', 'responses', name, 'content']
    : ['paths', path, method, 'responses', String(status), 'content'];
}

/** The answers that were seen, as `post /signups 201`. */
const seen = new Set<string>();

interface ListedRequest {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit | undefined;
  readonly on?: Served;
}

/** Sends a request, and holds its answer against the contract. */
async function send({
  path = '/signups',
  method = 'POST',
  headers = {},
  body,
  on = receiver,
}: ListedRequest) {
  const response = await fetch(on.url + path, { method, headers, ...(body !== undefined && { body }) });
  const type = mediaType(response.headers.get('content-type'));
  const text = await response.text();
  const [listed = ''] = path.split('?');
  const place = contentPlace(listed, operationsOf(listed, method)[0]!, response.status);
  const value: unknown = type === 'text/html' ? text : JSON.parse(text);
  assert.deepEqual(faultsOf(value, ...place, type), [], `${response.status} ${type}`);
  for (const operation of operationsOf(listed, method)) seen.add(`${operation} ${listed} ${response.status}`);
  return { status: response.status, type, value };
}

/** The operations that list the answer: another method is listed with each of its path. */
function operationsOf(path: string, method: string): readonly string[] {
  const operations = Object.keys(contract.paths[path] ?? {});
  const own = method.toLowerCase();
  return operations.includes(own) ? [own] : operations;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const PAGE = { accept: 'text/html,application/xhtml+xml' };
const FORM = {
  signup: 'meedoen',
  edition: 'herfst',
  name: 'A (voorbeeld)',
  phone: '030 123456',
  roles: 'bewoner',
};
const form = (changes: Readonly<Record<string, string>> = {}) => new URLSearchParams({ ...FORM, ...changes });
const json = (changes: object = {}) => JSON.stringify(entryOf({ ...changes }));
const withoutKey = () => JSON.stringify({ ...entryOf(), submissionId: undefined });

const links = new ConfirmationLinks('https://signups.example.org/confirmations', randomBytes(32));
const confirm = { hours: 24, links };

let receiver: Served;
let limited: Served;
let broken: Served;
before(async () => {
  receiver = await serve({ service: { confirm } });
  const database = failingDatabase(new Error('gone'));
  limited = await serveOn(database, { server: { perMinute: 1 } });
  broken = await serveOn(database, { service: { confirm } });
});
after(async () => {
  for (const served of [limited, broken, receiver]) await served.close();
});

type Case = readonly [request: () => ListedRequest, status: number];
const withdrawal = (body: BodyInit, headers: ListedRequest['headers'] = JSON_TYPE): ListedRequest => ({
  path: '/withdrawals',
  headers,
  body,
});
const confirmation = (
  body: BodyInit | undefined,
  headers: ListedRequest['headers'] = JSON_TYPE,
): ListedRequest => ({ path: '/confirmations', headers, body });
/** What the link in the mail of a sign-up holds. */
const linkOf = (reference: string) =>
  Object.fromEntries(new URL(links.linkOf('proef', reference, 'nl')).searchParams);
const CASES: Readonly<Record<string, Case>> = {
  'an entry': [() => ({ headers: JSON_TYPE, body: json() }), 201],
  'an entry with its key in the header only': [
    () => ({ headers: { ...JSON_TYPE, 'idempotency-key': `"${randomUUID()}"` }, body: withoutKey() }),
    201,
  ],
  'an entry as another kind of JSON': [
    () => ({ headers: { 'content-type': 'application/vnd.api+json' }, body: json() }),
    201,
  ],
  'an entry without a key': [() => ({ headers: JSON_TYPE, body: withoutKey() }), 400],
  'an entry with two keys': [
    () => ({ headers: { ...JSON_TYPE, 'idempotency-key': `"${randomUUID()}"` }, body: json() }),
    400,
  ],
  'half of an entry': [() => ({ headers: JSON_TYPE, body: json().slice(0, -9) }), 400],
  'a list': [() => ({ headers: JSON_TYPE, body: '[]' }), 400],
  'an entry that does not fit': [() => ({ headers: JSON_TYPE, body: json({ name: '', roles: 5 }) }), 422],
  'an entry for what has ended': [() => ({ headers: JSON_TYPE, body: json({ edition: 'voorbij' }) }), 409],
  'an entry for what is to come': [() => ({ headers: JSON_TYPE, body: json({ edition: 'later' }) }), 409],
  'too many names, with a good key': [
    () => ({
      headers: JSON_TYPE,
      body: json(Object.fromEntries(times(101, (index) => [`x${index}`, 'x']))),
    }),
    422,
  ],
  'very many names': [
    () => ({
      headers: JSON_TYPE,
      body: json(Object.fromEntries(times(9_000, (index) => [`x${index}`, 'x']))),
    }),
    422,
  ],
  'too much': [() => ({ headers: JSON_TYPE, body: json({ name: 'x'.repeat(3_000_000) }) }), 413],
  text: [() => ({ headers: { 'content-type': 'text/plain' }, body: 'x' }), 415],
  'what is compressed': [() => ({ headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: 'x' }), 415],
  'a page of a stranger': [
    () => ({ headers: { ...JSON_TYPE, origin: 'https://evil.example' }, body: json() }),
    403,
  ],
  'a form': [() => ({ body: form({ name: 'B (voorbeeld)' }) }), 201],
  'a form with one role, and one with two': [
    () => ({ body: new URLSearchParams([...form(), ['roles', 'student'], ['consents', 'nieuws']]) }),
    201,
  ],
  'a form that does not fit': [() => ({ body: form({ name: '' }) }), 422],
  'a form from a page': [() => ({ headers: PAGE, body: form({ name: 'C (voorbeeld)' }) }), 201],
  'the same form from a page': [() => ({ headers: PAGE, body: form({ name: 'C (voorbeeld)' }) }), 200],
  'a form from a page that does not fit': [() => ({ headers: PAGE, body: form({ name: '' }) }), 422],
  'a form from a page for what has ended': [
    () => ({ headers: PAGE, body: form({ edition: 'voorbij' }) }),
    409,
  ],
  'a form from a page with too much': [
    () => ({ headers: { ...PAGE, ...FORM_TYPE }, body: 'a=1&'.repeat(9_000) }),
    422,
  ],
  'a form from a page with far too much': [
    () => ({ headers: PAGE, body: form({ name: 'x'.repeat(3e6) }) }),
    413,
  ],
  'a form of parts that is none': [
    () => ({ headers: { ...PAGE, 'content-type': 'multipart/form-data; boundary=x' }, body: 'x' }),
    400,
  ],
  'another method for an entry': [() => ({ method: 'PUT' }), 405],
  'reading entries': [() => ({ method: 'GET' }), 405],
  'an entry that cannot be stored': [() => ({ on: broken, headers: JSON_TYPE, body: json() }), 503],
  'a form that cannot be stored': [() => ({ on: broken, headers: PAGE, body: form() }), 503],
  'free places': [() => ({ method: 'GET', path: '/availability' }), 200],
  'free places without a database': [() => ({ on: broken, method: 'GET', path: '/availability' }), 503],
  'another method for free places': [() => ({ path: '/availability' }), 405],
  'the page to withdraw': [() => ({ method: 'GET', path: '/withdrawals' }), 200],
  'another method to withdraw': [() => ({ method: 'DELETE', path: '/withdrawals' }), 405],
  'withdrawing what is not there': [() => withdrawal('{"reference":"A","contact":"x"}'), 404],
  'withdrawing with what nobody can type': [() => withdrawal('{"reference":"A\\u0000","contact":"x"}'), 404],
  'withdrawing nothing': [() => withdrawal('{}'), 400],
  'withdrawing a list': [() => withdrawal('[]'), 400],
  'withdrawing no text': [() => withdrawal('{"reference":5,"contact":[]}'), 400],
  'withdrawing half': [() => withdrawal('{"reference":'), 400],
  'withdrawing with very many names': [() => withdrawal('{"a":1,'.repeat(3)), 400],
  'withdrawing by text': [() => withdrawal('x', { 'content-type': 'text/plain' }), 415],
  'withdrawing with too much': [() => withdrawal(`"${'x'.repeat(3_000_000)}"`), 413],
  'withdrawing from the page of a stranger': [
    () => withdrawal('{}', { ...JSON_TYPE, origin: 'https://evil.example' }),
    403,
  ],
  'withdrawing what is not there, on the page': [
    () => withdrawal(new URLSearchParams({ reference: 'A', contact: 'x' }), PAGE),
    404,
  ],
  'withdrawing nothing, on the page': [() => withdrawal(new URLSearchParams({ reference: 'A' }), PAGE), 400],
  'withdrawing with too much, on the page': [
    () => withdrawal('a'.repeat(3_000_000), { ...PAGE, ...FORM_TYPE }),
    413,
  ],
  'withdrawing without a database': [
    () => ({ ...withdrawal('{"reference":"A","contact":"x"}'), on: broken }),
    503,
  ],
  'the page to confirm': [
    () => ({ method: 'GET', path: '/confirmations?reference=A&token=x&language=nl' }),
    200,
  ],
  'the page to confirm, without what the link holds': [
    () => ({ method: 'GET', path: '/confirmations' }),
    200,
  ],
  'another method to confirm': [() => ({ method: 'DELETE', path: '/confirmations' }), 405],
  'confirming with a wrong token': [() => confirmation('{"reference":"A","token":"x"}'), 404],
  'confirming what is not there': [() => confirmation(JSON.stringify(linkOf('A'))), 404],
  'confirming nothing': [() => confirmation('{}'), 404],
  'confirming no text': [() => confirmation('{"reference":5,"token":[]}'), 404],
  'confirming half': [() => confirmation('{"reference":'), 400],
  'confirming with very many names': [() => confirmation('a=1&'.repeat(9_000), FORM_TYPE), 400],
  'confirming by text': [() => confirmation('x', { 'content-type': 'text/plain' }), 415],
  'confirming with too much': [() => confirmation(`"${'x'.repeat(3_000_000)}"`), 413],
  'confirming from the page of a stranger': [
    () => confirmation('{}', { ...JSON_TYPE, origin: 'https://evil.example' }),
    403,
  ],
  'confirming with a wrong token, on the page': [
    () => confirmation(new URLSearchParams({ reference: 'A', token: 'x' }), PAGE),
    404,
  ],
  'confirming with too much, on the page': [
    () => confirmation('a'.repeat(3_000_000), { ...PAGE, ...FORM_TYPE }),
    413,
  ],
  'confirming by parts that are none, on the page': [
    () => confirmation('x', { ...PAGE, 'content-type': 'multipart/form-data; boundary=x' }),
    400,
  ],
  'confirming without a database': [
    () => ({ ...confirmation(JSON.stringify(linkOf('A'))), on: broken }),
    503,
  ],
  'whether it lives': [() => ({ method: 'GET', path: '/health' }), 200],
  'another method for whether it lives': [() => ({ path: '/health' }), 405],
  'whether it can store': [() => ({ method: 'GET', path: '/ready' }), 200],
  'whether it can store without a database': [() => ({ on: broken, method: 'GET', path: '/ready' }), 503],
  'another method for whether it can store': [() => ({ path: '/ready' }), 405],
};

describe('receiver.md 14: the answer to', () => {
  for (const [name, [request, status]] of Object.entries(CASES))
    it(`${name} is listed`, async () => {
      const answer = await send(request());
      assert.equal(answer.status, status);
    });

  it('an entry that is known, changed, withdrawn, and that withdrawal, is listed', async () => {
    const entry = entryOf();
    const post = (changes: object = {}) =>
      send({ headers: JSON_TYPE, body: JSON.stringify({ ...entry, ...changes }) });
    const { value } = await post();
    assert.equal((await post()).status, 200);
    assert.equal((await post({ name: 'Anders (voorbeeld)' })).status, 422);
    const { reference } = value as SignupReceipt;
    const by = { reference: reference ?? '', contact: entry.email };
    assert.equal((await send(withdrawal(JSON.stringify(by)))).status, 200);
    assert.equal((await send(withdrawal(JSON.stringify(by)))).status, 404);
    assert.equal((await post()).status, 410);
    const again = await send({ headers: JSON_TYPE, body: json() });
    const page = new URLSearchParams({ ...by, reference: (again.value as SignupReceipt).reference ?? '' });
    assert.deepEqual(await send(withdrawal(page, PAGE)).then(({ status, type }) => [status, type]), [
      200,
      'text/html',
    ]);
  });

  it('a confirmation, by JSON and on the page, now and before, is listed', async () => {
    const { value } = await send({ headers: JSON_TYPE, body: json() });
    const link = linkOf((value as SignupReceipt).reference ?? '');
    const answers = [
      await send(confirmation(JSON.stringify(link))),
      await send(confirmation(JSON.stringify(link), { 'content-type': 'application/vnd.api+json' })),
      await send(confirmation(new URLSearchParams(link), PAGE)),
    ];
    assert.deepEqual(
      answers.map(({ status, type }) => `${status} ${type}`),
      ['200 application/json', '200 application/json', '200 text/html'],
    );
  });

  it('too many requests is listed', async () => {
    const on = limited;
    await send({ on, headers: JSON_TYPE, body: json() });
    assert.equal((await send({ on, headers: JSON_TYPE, body: json() })).status, 429);
    for (const request of [withdrawal('{}'), confirmation('{}')])
      assert.equal((await send({ ...request, on })).status, 429);
    while ((await fetch(`${on.url}/withdrawals`)).status !== 429);
    for (const path of ['/withdrawals', '/confirmations', '/availability'])
      assert.equal((await send({ on, method: 'GET', path })).status, 429);
  });

  it('a visitor without script is a page, also where there is no handling it', async () => {
    const forms = [
      { body: form() },
      withdrawal(new URLSearchParams({ reference: 'A', contact: 'x' })),
      confirmation(new URLSearchParams(linkOf('A'))),
    ];
    const origin = 'https://evil.example';
    while ((await fetch(`${limited.url}/withdrawals`, { method: 'POST' })).status !== 429);
    for (const request of forms)
      for (const [refused, status] of [
        [{ ...request, headers: PAGE, on: broken }, 503],
        [{ ...request, headers: PAGE, on: limited }, 429],
        [{ ...request, headers: { ...PAGE, origin } }, 403],
        [{ path: request.path ?? '/signups', method: 'DELETE', headers: PAGE }, 405],
      ] as const) {
        const answer = await send(refused);
        assert.deepEqual([answer.status, answer.type], [status, 'text/html'], request.path);
      }
  });

  it('nothing that is listed was left out', () => {
    const listed = Object.entries(contract.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => `${method} ${path} ${status}`),
      ),
    );
    assert.deepEqual(
      listed.filter((answer) => !seen.has(answer)),
      [],
    );
  });

  it('what is not listed is found out', () => {
    assert.throws(() => contentPlace('/signups', 'post', 418), /lists no 418/);
    const problem = contentPlace('/signups', 'post', 422);
    assert.notDeepEqual(faultsOf({ title: 5 }, ...problem, 'application/problem+json'), []);
    assert.notDeepEqual(faultsOf({}, ...problem, 'application/xml'), []);
  });

  it('what is listed as a request is taken', () => {
    const place = ['paths', '/signups', 'post', 'requestBody', 'content'];
    assert.deepEqual(faultsOf(JSON.parse(withoutKey()), ...place, 'application/json'), []);
    assert.deepEqual(faultsOf({ ...FORM }, ...place, 'application/x-www-form-urlencoded'), []);
    assert.deepEqual(faultsOf({ ...FORM, roles: ['bewoner'] }, ...place, 'multipart/form-data'), []);
    const { content = {} } = contract.paths['/signups']?.['post']?.requestBody ?? {};
    assert.ok('application/*+json' in content);
  });

  it('too many names says so', async () => {
    const names = Object.fromEntries(times(101, (index) => [`x${index}`, 'x']));
    const { value } = await send({ headers: JSON_TYPE, body: json(names) });
    const { errors } = value as { readonly errors: readonly unknown[] };
    assert.deepEqual(errors, [{ pointer: '#', code: 'too-many', detail: 'Hier staat te veel.' }]);
  });
});
