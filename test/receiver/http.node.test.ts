/** The receiver over HTTP: every status of the contract, bad input of every kind, and nothing for strangers. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { readSignups } from '../../src/receiver/storage/reading.js';
import type { FieldProblem, SignupProblem } from '../../src/signup/contract.js';
import { all, entryOf, feedOf, times } from '../support/node/receiver.js';
import { receiptOf, serve, type Served } from '../support/node/served.js';

let receiver: Served;
before(async () => {
  const label = { nl: 'Stuur mij nieuws', en: 'Send me news', de: 'Schickt mir Neues' };
  receiver = await serve({ service: { feed: feedOf({ signup: { consents: [{ id: 'nieuws', label }] } }) } });
});
after(() => receiver.close());

type HeaderFields = Readonly<Record<string, string>>;

const JSON_TYPE = { 'content-type': 'application/json' };
const stored = () => all(readSignups(receiver.database));
/** The last sign-up that was stored. */
const lastStored = async () => {
  const signup = (await stored()).at(-1);
  assert.ok(signup);
  return signup;
};
const header = ({ headers }: Response, name: string) => headers.get(name) ?? '';

interface Problem extends SignupProblem {
  /** The type without its prefix. */
  readonly kind: string;
  readonly errors: readonly FieldProblem[];
}

const problem = async (response: Response): Promise<Problem> => {
  assert.match(header(response, 'content-type'), /^application\/problem\+json/);
  const json = (await response.json()) as SignupProblem;
  assert.equal(json.status, response.status);
  return { errors: [], ...json, kind: json.type.replace('urn:ceal-widgets:problem:', '') };
};

describe('a sign-up', () => {
  it('is stored and answered with a receipt, and the same again with the same', async () => {
    const submissionId = randomUUID();
    const first = await receiver.post({ submissionId });
    assert.equal(first.status, 201);
    const receipt = await receiptOf(first);
    assert.equal(receipt.status, 'accepted');
    const again = await receiver.post({ submissionId });
    assert.equal(again.status, 200);
    assert.deepEqual(await again.json(), receipt);
    const other = await receiver.post({ submissionId, name: 'Anders' });
    assert.equal(other.status, 422);
    assert.equal((await problem(other)).kind, 'key-reused');
  });

  it('has its key in the header, in the body, or in both; and not two', async () => {
    const { submissionId, ...rest } = entryOf();
    const send = (body: object, headers: HeaderFields) =>
      receiver.postRaw(JSON.stringify(body), { ...JSON_TYPE, ...headers });
    assert.equal((await send(rest, { 'idempotency-key': submissionId.toUpperCase() })).status, 201);
    assert.equal((await send({ ...rest, submissionId }, {})).status, 200);
    const invalid: [body: object, headers: HeaderFields][] = [
      [rest, {}],
      [{ ...rest, submissionId: 'geen' }, {}],
      [{ ...rest, submissionId: 'x'.repeat(10_001) }, { 'idempotency-key': randomUUID() }],
      [rest, { 'idempotency-key': '"geen"' }],
      [{ ...rest, submissionId }, { 'idempotency-key': `"${randomUUID()}"` }],
    ];
    for (const [body, headers] of invalid) {
      const response = await send(body, headers);
      assert.equal(response.status, 400);
      assert.equal((await problem(response)).kind, 'key-missing');
    }
  });

  it('is told what is wrong in its own language, by pointer', async () => {
    const wrong = { name: '', email: 'noor', answers: { taal: 'x', 'a/b~c é': ['x'.repeat(6_000)] } };
    const dutch = await problem(await receiver.post(wrong));
    assert.deepEqual(
      dutch.errors.map(({ pointer, code }) => [pointer, code]),
      [
        ['#/name', 'empty'],
        ['#/email', 'email'],
        ['#/answers/taal', 'unknown'],
        ['#/answers/a~1b~0c%20%C3%A9', 'long'],
      ],
    );
    assert.equal(dutch.errors[0]?.detail, 'Vul dit in.');
    assert.equal(dutch.errors[3]?.detail, 'Dit is te lang. Er mogen 5000 tekens staan, nu zijn het er 6000.');
    const english = await problem(await receiver.post({ ...wrong, language: 'en-GB' }));
    assert.equal(english.errors[0]?.detail, 'Fill this in.');
    const accepted = await receiver.post(
      { ...wrong, language: undefined },
      { 'accept-language': 'fr, en;q=0.5' },
    );
    assert.equal(accepted.headers.get('content-language'), 'en');
    assert.equal(
      (await problem(await receiver.post({ ...wrong, language: 'xx' }))).title,
      'Er klopt iets niet',
    );
  });

  it('keeps the language in which its feed was read, also one that the receiver does not speak', async () => {
    const consentWords = async (changes: object) => {
      await receiver.post({ consents: ['nieuws'], ...changes }, { 'accept-language': 'en' });
      const { entry } = await lastStored();
      return [entry.language, entry.consentWords?.['nieuws']];
    };
    const words = 'Send me news';
    assert.deepEqual(await consentWords({ language: 'de-CH' }), ['de-CH', 'Schickt mir Neues']);
    assert.deepEqual(await consentWords({ language: undefined }), ['en', words]);
    assert.deepEqual(await consentWords({ language: 'no language at all' }), ['en', words]);
  });

  it('is told that its edition is not open, closed, or taken', async () => {
    assert.equal((await problem(await receiver.post({ edition: 'later' }))).kind, 'not-open');
    const closed = await receiver.post({ edition: 'voorbij' });
    assert.equal(closed.status, 409);
    assert.equal((await problem(closed)).kind, 'closed');
  });

  it('is told to wait while the same is being stored', async () => {
    const submissionId = randomUUID();
    const responses = await Promise.all(times(8, () => receiver.post({ submissionId })));
    const busy = responses.filter(({ status }) => status === 409);
    assert.equal(responses.filter(({ status }) => status === 201).length, 1);
    for (const response of busy) {
      assert.equal(response.headers.get('retry-after'), '1');
      assert.equal((await problem(response)).kind, 'in-progress');
    }
  });

  it('is gone once it has been withdrawn', async () => {
    const submissionId = randomUUID();
    const { reference } = await receiptOf(await receiver.post({ submissionId }));
    const withdraw = (body: object) =>
      fetch(`${receiver.url}/withdrawals`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify(body),
      });
    const wrong = await withdraw({ reference, contact: 'iemand@example.org', language: 'en' });
    assert.equal(wrong.status, 404);
    assert.match((await problem(wrong)).detail ?? '', /^There is nothing/);
    assert.equal((await withdraw({ reference })).status, 400);
    const gone = await withdraw({ reference, contact: 'noor@example.org' });
    assert.deepEqual([gone.status, await gone.json()], [200, { status: 'withdrawn' }]);
    const late = await receiver.post({ submissionId });
    assert.equal(late.status, 410);
    assert.equal((await problem(late)).kind, 'withdrawn');
  });
});

describe('a form without script', () => {
  const FORM = {
    signup: 'meedoen',
    edition: 'herfst',
    name: 'Zonder script',
    phone: '030 1234567',
    roles: 'bewoner',
  };
  const urlencoded = (values: Readonly<Record<string, string>>, headers?: HeaderFields) =>
    receiver.postRaw(new URLSearchParams(values), headers);
  const HTML = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'nl' };

  it('is stored once, and answered with a page', async () => {
    const values = { ...FORM, 'answers.idee': 'Regel\r\nTwee', 'answers.tijden': 'dag', language: '' };
    const pages = [await urlencoded(values, HTML), await urlencoded(values, HTML)];
    assert.deepEqual(
      pages.map(({ status }) => status),
      [201, 200],
    );
    for (const page of pages) {
      assert.match(header(page, 'content-type'), /^text\/html/);
      assert.match(header(page, 'content-security-policy'), /^default-src 'none'; style-src 'sha256-/);
    }
    const [one, two] = await Promise.all(pages.map((page) => page.text()));
    assert.ok(one);
    assert.equal(one, two);
    assert.match(one, /<html lang="nl">.*Bewaar dit nummer: [\w-]{11}</);
    const rows = (await stored()).filter(({ entry }) => entry.name === FORM.name);
    assert.equal(rows.length, 1);
    assert.deepEqual(rows[0]?.entry.answers, { idee: 'Regel\nTwee', tijden: ['dag'] });
  });

  it('E3: reads back on its page how to reach the visitor, as it is kept', async () => {
    const page = await urlencoded(
      { ...FORM, email: '<pagina@example.org>,', phone: '030\u20131234567' },
      HTML,
    );
    assert.match(await page.text(), /We bereiken je via pagina@example\.org, 030-1234567\./);
  });

  it('E5: is told on a page what is wrong with a number', async () => {
    const page = await urlencoded({ ...FORM, phone: '030 12 tst' }, HTML);
    assert.match(await page.text(), /<li>Je telefoonnummer: In een telefoonnummer hoort geen ‘tst’\./);
  });

  it('is told on a page what is wrong, by the names of the fields', async () => {
    const page = await urlencoded({ ...FORM, name: '', 'answers.taal': '"><script>' }, HTML);
    assert.equal(page.status, 422);
    const text = await page.text();
    assert.match(text, /<li>Je naam: Vul dit in\.<\/li>/);
    assert.match(text, /<li>Welke taal\? Deze keuze/);
    assert.doesNotMatch(text, /<script>/);
  });

  it('is told on a page what is wrong with a consent', async () => {
    const page = await urlencoded({ ...FORM, consents: 'x' }, HTML);
    assert.match(await page.text(), /<li>Je toestemming: Deze keuze/);
  });

  it('receiver.md 13: may have what nobody can type, where a visitor withdraws', async () => {
    const { reference } = await receiptOf(await receiver.post({ email: 'nul@example.org' }));
    const withdraw = (body: BodyInit, headers?: HeaderFields) =>
      fetch(`${receiver.url}/withdrawals`, { method: 'POST', body, ...(headers && { headers }) });
    const odd = ['A\0', '\0', '\ud800', '\u0007x', 'x'.repeat(1_000_000), '\ufdfa'.repeat(9_000)];
    for (const text of odd) {
      for (const fields of [
        { reference: text, contact: 'x' },
        { reference, contact: text },
      ]) {
        assert.equal((await withdraw(JSON.stringify(fields), JSON_TYPE)).status, 404);
        assert.match(String((await withdraw(new URLSearchParams(fields))).status), /^4(04|13)$/);
      }
    }
    const pasted = { reference: `${reference}\0`, contact: '\u200bnul@example.org\0' };
    assert.equal((await withdraw(JSON.stringify(pasted), JSON_TYPE)).status, 200);
  });

  it('may be a multipart one, and is held for review when the hidden field was filled in', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...FORM, name: 'Robot', website: 'http://x.example' }))
      form.append(name, value);
    form.append('roles', 'student');
    form.append('dossier', 'A-1');
    const response = await receiver.postRaw(form);
    assert.equal(response.status, 201);
    assert.equal((await receiptOf(response)).status, 'accepted');
    const entry = (await stored()).find((signup) => signup.entry.name === 'Robot')?.entry;
    assert.deepEqual(
      [entry?.review?.[0], entry?.roles, entry?.fields],
      ['honeypot', ['bewoner', 'student'], { dossier: 'A-1' }],
    );
  });

  it('brings no files', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(FORM)) form.append(name, value);
    form.append('bijlage', new Blob(['x']), 'x.txt');
    assert.equal((await receiver.postRaw(form)).status, 422);
  });

  it('can withdraw on a page', async () => {
    const { reference } = await receiptOf(await receiver.post({ email: 'pagina@example.org' }));
    const page = await fetch(`${receiver.url}/withdrawals`, { headers: { 'accept-language': 'en' } });
    const text = await page.text();
    assert.match(text, /<form method="post">.*name="reference".*name="contact"/);
    assert.match(header(page, 'content-security-policy'), /form-action 'self'/);
    const send = (values: Readonly<Record<string, string>>) =>
      fetch(`${receiver.url}/withdrawals`, {
        method: 'POST',
        headers: { ...HTML, 'accept-language': 'en' },
        body: new URLSearchParams(values),
      });
    const wrong = await send({ reference, contact: 'x' });
    assert.equal(wrong.status, 404);
    assert.match(await wrong.text(), /role="alert"/);
    const gone = await send({ reference, contact: 'pagina@example.org', language: 'en' });
    assert.match(await gone.text(), /Your details have been erased/);
  });
});

describe('names', () => {
  const NAMES = [
    'محمد عبد الله',
    'שלום',
    '李小龍',
    'Đặng Thị Ánh',
    'İlkışık',
    'Zoë van ’t Hoff-Ångström',
    'Nguyễn\u200d',
    '👩‍👩‍👧‍👦🏳️‍🌈',
    'e\u0301\u0327\u0323',
    'x'.repeat(200),
    '=HYPERLINK("http://x.example")',
    '<img src=x onerror=alert(1)>',
    "Robert'); drop table ceal_signups;--",
    '\\u0000 {{7*7}} ${x} %s %n',
    '../../etc/passwd',
  ];
  for (const name of NAMES)
    it(`are kept: ${JSON.stringify(name).slice(0, 40)}`, async () => {
      const response = await receiver.post({ name });
      assert.equal(response.status, 201);
      assert.equal((await lastStored()).entry.name, name.normalize('NFC'));
    });

  it('lose only what nobody can see', async () => {
    await receiver.post({ name: 'A\u0000b\u202e\u0007 c\ud800' });
    assert.equal((await lastStored()).entry.name, 'Ab c\ufffd');
  });

  for (const email of [
    'x+y@sub.example.org',
    '"a b"@example.org',
    'ö@exämple.org',
    'a@[192.0.2.1]',
    "o'brien@example.org",
    'x@xn--bcher-kva.example',
  ])
    it(`may have an odd address: ${email}`, async () =>
      assert.equal((await receiver.post({ email })).status, 201));
});

describe('bad input', () => {
  const entry = () => JSON.stringify(entryOf());
  type BadRequest = readonly [body: BodyInit | undefined, headers: HeaderFields, status: number];
  const BAD: Readonly<Record<string, BadRequest>> = {
    'nothing at all': [undefined, {}, 415],
    'an empty body': ['', JSON_TYPE, 400],
    'half of a body': ['{"name":"No', JSON_TYPE, 400],
    'a list': ['[]', JSON_TYPE, 400],
    null: ['null', JSON_TYPE, 400],
    'a text': ['"hello"', JSON_TYPE, 400],
    'bytes that are no UTF-8': [new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), JSON_TYPE, 400],
    'another charset': [entry(), { 'content-type': 'application/json; charset=utf-16' }, 415],
    'another type': [entry(), { 'content-type': 'text/plain' }, 415],
    xml: ['<a/>', { 'content-type': 'application/xml' }, 415],
    'a compressed body': [entry(), { ...JSON_TYPE, 'content-encoding': 'gzip' }, 415],
    'a multipart body without its boundary': ['x', { 'content-type': 'multipart/form-data' }, 400],
    'a multipart body that is none': ['x', { 'content-type': 'multipart/form-data; boundary=a' }, 400],
    'a level of a million': [`${'['.repeat(1_000_000)}`, JSON_TYPE, 400],
    'numbers, lists and objects where text belongs': [
      JSON.stringify({ ...entryOf(), name: { a: 1 }, email: ['x'], roles: { 0: 'bewoner' }, answers: [1] }),
      JSON_TYPE,
      422,
    ],
    'a megabyte in a field': [JSON.stringify(entryOf({ name: 'x'.repeat(1_000_000) })), JSON_TYPE, 422],
    'a megabyte in an answer': [
      JSON.stringify(entryOf({ answers: { idee: '\u0000'.repeat(170_000) + 'x'.repeat(5_001) } })),
      JSON_TYPE,
      422,
    ],
    'three megabytes': [JSON.stringify(entryOf({ name: 'x'.repeat(3_000_000) })), JSON_TYPE, 413],
    'a sign-up that does not exist': [JSON.stringify(entryOf({ signup: 'weg' })), JSON_TYPE, 422],
    'an edition that does not exist': [JSON.stringify(entryOf({ edition: '__proto__' })), JSON_TYPE, 422],
    'a thousand keys to replace': [
      JSON.stringify(entryOf({ replaces: times(1_000, () => randomUUID()) })),
      JSON_TYPE,
      422,
    ],
  };
  for (const [name, [body, headers, status]] of Object.entries(BAD))
    it(`is told of: ${name}`, async () => {
      const response = await receiver.postRaw(body, headers);
      assert.equal(response.status, status);
      const { title, detail } = await problem(response);
      assert.ok(title && detail);
    });

  it('with a key twice is read as JSON is read: the last one counts', async () => {
    const body = entry().replace('"language"', '"name":"Laatste","language"');
    assert.equal((await receiver.postRaw(body, JSON_TYPE)).status, 201);
    assert.equal((await lastStored()).entry.name, 'Laatste');
  });

  it('with a field twice in a form is told so', async () => {
    const body = new URLSearchParams({
      signup: 'meedoen',
      edition: 'herfst',
      name: 'A',
      roles: 'bewoner',
      phone: '030 123456',
    });
    body.append('name', 'B');
    const { errors } = await problem(await receiver.postRaw(body));
    assert.deepEqual(
      errors.map(({ pointer, code }) => [pointer, code]),
      [['#/name', 'type']],
    );
  });

  it('does not reach the prototype of anything', async () => {
    const body = `${entry().slice(0, -1)},"__proto__":"x","constructor":"y","answers":{"__proto__":"z"}}`;
    const response = await receiver.postRaw(body, JSON_TYPE);
    assert.ok([201, 422].includes(response.status));
    assert.equal(({} as { x?: unknown }).x, undefined);
  });

  it('of any kind is never answered with 500', () =>
    fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom('name', 'roles', 'answers', 'consents', 'fields', 'replaces', 'signup', 'language'),
        async (value, key) => {
          const response = await receiver.postRaw(JSON.stringify({ ...entryOf(), [key]: value }), JSON_TYPE);
          await response.arrayBuffer();
          assert.ok(response.status < 500, String(response.status));
        },
      ),
      { numRuns: 40 },
    ));
});

describe('a connection', () => {
  /** Writes something and gives back what comes. */
  const raw = (text: string) =>
    new Promise<string>((settle) => {
      const socket = connect(receiver.port, '127.0.0.1');
      let answer = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
      socket.on('close', () => settle(answer));
      socket.on('error', () => settle(answer));
      socket.write(text);
      if (!text.endsWith('\n\n')) socket.end();
    });

  it('that is cut in the middle of a body stores nothing', async () => {
    const before = (await stored()).length;
    const body = JSON.stringify(entryOf());
    const head = `POST /signups HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    await raw(head + body.slice(0, -5));
    assert.equal((await stored()).length, before);
    assert.equal(receiver.log.filter(({ event }) => event === 'error').length, 0);
  });

  it('that speaks no HTTP is told so', async () =>
    assert.match(await raw('hello\r\n\r\n'), /^HTTP\/1\.1 400/));
});

describe('strangers', () => {
  it('may not send from their pages, nor read', async () => {
    const response = await receiver.post({}, { origin: 'https://evil.example' });
    assert.equal(response.status, 403);
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    assert.equal((await problem(response)).kind, 'forbidden-origin');
    assert.equal((await receiver.post({}, { origin: 'null' })).status, 403);
    const preflight = await fetch(`${receiver.url}/signups`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    assert.equal(preflight.status, 403);
  });

  it('are who is not on the list, nor on the same host', async () => {
    const allowed = await receiver.post({}, { origin: 'https://www.example.org' });
    assert.equal(allowed.status, 201);
    assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://www.example.org');
    assert.equal(allowed.headers.get('vary'), 'Origin');
    assert.equal((await receiver.post({}, { origin: receiver.url })).status, 201);
    assert.equal((await receiver.post({}, { origin: 'null', 'sec-fetch-site': 'same-origin' })).status, 201);
    // The header of a proxy counts only where there is one.
    assert.equal(
      (await receiver.post({}, { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }))
        .status,
      403,
    );
  });

  it('R6: are who writes an origin as no browser does', async () => {
    const host = `127.0.0.1:${receiver.port}`;
    const written = [
      `chrome-extension://${host}`,
      `http://evil@${host}`,
      `http://evil:x@${host}`,
      `HTTP://${host}`,
      `http://${host}/`,
      `http://${host}/x`,
      `http://${host}?`,
      `http:${host}`,
      `ftp://${host}`,
      `ws://${host}`,
      'http://127.0.0.1',
      `http://127.0.0.1:${receiver.port + 1}`,
      `http://127.1:${receiver.port}`,
      ` http://${host}, https://evil.example`,
      'https://WWW.example.org',
      'https://www.example.org/',
      'https://www.example.org:443',
      'https://www.example.org:8443',
      'https://www.example.org.',
    ];
    for (const origin of written) {
      const response = await receiver.post({}, { origin });
      assert.equal(response.status, 403, origin);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    }
    // The receiver's own, in both schemes: a proxy may do the TLS.
    for (const origin of [`http://${host}`, `https://${host}`])
      assert.equal((await receiver.post({}, { origin })).status, 201, origin);
  });

  it('see a preflight answered for who is', async () => {
    const response = await fetch(`${receiver.url}/signups`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://www.example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });
    assert.equal(response.status, 204);
    assert.match(header(response, 'access-control-allow-headers'), /Idempotency-Key/);
    assert.equal(response.headers.get('access-control-allow-credentials'), null);
  });
});

describe('every answer', () => {
  it('has safe headers, also where there is nothing', async () => {
    for (const path of [
      '/signups',
      '/availability',
      '/health',
      '/ready',
      '/withdrawals',
      '/',
      '/x%00',
      '//',
      '/signups/../x',
    ]) {
      const response = await fetch(receiver.url + path);
      assert.equal(header(response, 'x-content-type-options'), 'nosniff', path);
      assert.equal(header(response, 'cache-control'), 'no-store', path);
      assert.match(header(response, 'content-security-policy'), /^default-src 'none'/, path);
    }
  });

  it('says which methods there are', async () => {
    const response = await fetch(`${receiver.url}/signups`, { method: 'DELETE' });
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'POST, OPTIONS');
    assert.equal((await fetch(`${receiver.url}/constructor`)).status, 404);
    assert.equal((await fetch(`${receiver.url}/health`, { method: 'HEAD' })).status, 200);
  });

  it('leaves nothing personal in the log', async () => {
    await receiver.post({
      name: 'Zeldzame Naam',
      email: 'zeldzaam@example.org',
      answers: { taal: 'Zeldzaam' },
    });
    await fetch(`${receiver.url}/signups?email=zeldzaam@example.org`);
    await fetch(`${receiver.url}/zeldzaam@example.org`);
    assert.doesNotMatch(JSON.stringify(receiver.log), /zeldz|noor|127\.0\.0\.1/i);
  });

  it('tells whether it lives and can store', async () => {
    assert.deepEqual(await (await fetch(`${receiver.url}/health`)).json(), { status: 'ok' });
    assert.deepEqual(await (await fetch(`${receiver.url}/ready`)).json(), { status: 'ready' });
    assert.deepEqual(await (await fetch(`${receiver.url}/availability`)).json(), {
      editions: [{ id: 'lente', free: 2 }],
    });
  });
});
