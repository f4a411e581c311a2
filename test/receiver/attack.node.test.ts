/**
 * Bodies that are made to cost much: each is answered at once, and others are answered meanwhile. How long they wait is
 * measured by the bench.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it, mock } from 'node:test';
import { entryOf, feedOf, times } from '../support/node/receiver.js';
import { serve, type Served } from '../support/node/served.js';

/** Just under the largest body. */
const SIZE = 2 * 1024 * 1024 - 4_000;
const QUESTIONS = times(50, (index) => ({ id: `v${index}`, kind: 'long-text', label: `Vraag ${index}` }));

let receiver: Served;
before(
  async () => (receiver = await serve({ service: { feed: feedOf({ signup: { questions: QUESTIONS } }) } })),
);
after(() => receiver.close());

const repeat = (count: number, make: (index: number) => string) => times(Math.floor(count), make).join('');
const fill = (text: string, size = SIZE) => text.repeat(Math.floor(size / text.length));
/** The same text for each question, or for as many fields of the page. */
const each = (text: string, prefix = 'v') =>
  Object.fromEntries(times(QUESTIONS.length, (index) => [`${prefix}${index}`, text]));

/** As many marks as a script may write, and a character that no text keeps. */
const SPLIT_MARKS = `${'\u0316\u0301'.repeat(15)}\u200b`;
const FORM = 'signup=meedoen&edition=herfst&name=A&phone=030123456&roles=bewoner&';
const BOUNDARY = 'grens';
const part = (head: string, value: string) => `--${BOUNDARY}\r\n${head}\r\n\r\n${value}\r\n`;
const named = (name: string) => `content-disposition: form-data; name="${name}"`;
const multipart = (...parts: string[]) => `${parts.join('')}--${BOUNDARY}--\r\n`;
const json = (changes: object) => JSON.stringify({ ...entryOf(), ...changes });
/** JSON with members that no object could hold: names that stand twice, text that is no JSON. */
const jsonWith = (members: string) => `${JSON.stringify(entryOf()).slice(0, -1)},${members}}`;

type Attack = readonly [body: string | Buffer, status: number];
const TYPES = {
  'application/json': {
    names: [jsonWith(`${repeat(150_000, (n) => `"n${n}":"",`)}"z":""`), 422],
    'names of answers': [jsonWith(`"answers":{${repeat(150_000, (n) => `"n${n}":1,`)}"z":1}`), 422],
    'as many names as are read': [jsonWith(`"answers":{${repeat(400, (n) => `"n${n}":1,`)}"z":1}`), 422],
    'a list': [jsonWith(`"roles":[${repeat(200_000, (n) => `"${n}",`)}"z"]`), 422],
    'as long a list as is read': [jsonWith(`"roles":[${repeat(1_900, (n) => `${n},`)}1]`), 422],
    'keys to replace': [json({ replaces: times(1_900, () => randomUUID()) }), 422],
    levels: [fill('['), 400],
    'levels of objects': [fill('{"a":'), 400],
    'complaints in every answer': [jsonWith(`"answers":{${repeat(400, (n) => `"n${n}":[{}],`)}"z":1}`), 422],
    'one name many times': [jsonWith(`${repeat(150_000, () => '"name":"x",')}"z":""`), 422],
    prototypes: [jsonWith(`${repeat(200, () => '"__proto__":{"x":1},')}"z":""`), 201],
    'one long text': [json({ name: fill('a') }), 422],
    'a long name': [jsonWith(`"${fill('a')}":"x"`), 413],
    escapes: [jsonWith(`"x":"${fill('\\u0041')}"`), 422],
    'short escapes': [jsonWith(`"x":"${fill('\\n')}"`), 422],
    'a long number': [jsonWith(`"x":${fill('1')}`), 422],
    blanks: [fill(' '), 400],
    'marks on one letter': [json({ name: `a${fill('\u0301', SIZE / 4)}${fill('\u0316', SIZE / 4)}` }), 422],
    'marks in every answer': [
      json({ answers: each(`a${'\u0301'.repeat(4_900)}${'\u0316'.repeat(4_900)}`) }),
      201,
    ],
    'marks with what is taken out between them': [
      json({ answers: each(`a${SPLIT_MARKS.repeat(310)}`) }),
      201,
    ],
    'marks in names': [json({ answers: { [`a${'\u0301'.repeat(900)}`]: 'x' } }), 422],
    'marks in names, with what is taken out between them': [
      json({ answers: { [`a${SPLIT_MARKS.repeat(29)}`]: 'x' } }),
      422,
    ],
    'line breaks': [json({ answers: each('\r\n'.repeat(4_900)) }), 201],
    'halves of pairs': [json({ answers: each('\\ud800'.repeat(5_000)) }).replaceAll('\\\\', '\\'), 201],
    'what is taken out': [json({ answers: each('\u0000'.repeat(6_000)) }), 201],
    'more text than fields can hold': [
      json({ fields: each('x'.repeat(9_900)), answers: each('x'.repeat(9_900)) }),
      413,
    ],
    'addresses in addresses': [json({ email: fill('mailto:', 990) }), 422],
    'brackets in an address': [json({ email: `<${fill('@', 990)}` }), 422],
    'three megabytes': [json({ name: 'x'.repeat(3_000_000) }), 413],
  },
  'application/x-www-form-urlencoded': {
    names: [fill('abc=1&'), 422],
    'different names': [repeat(180_000, (n) => `n${n}=1&`), 422],
    'as many names as are read': [FORM + repeat(490, (n) => `answers.n${n}=1&`), 422],
    'one name many times': [FORM + repeat(1_900, (n) => `roles=n${n}&`), 422],
    separators: [fill('&'), 422],
    'long names': [FORM + repeat(480, (n) => `answers.${n}${'a'.repeat(900)}=b&`), 422],
    'marks in names': [FORM + repeat(400, (n) => `answers.${n}${'%CC%81'.repeat(400)}=b&`), 422],
    blanks: [`${FORM}x=${fill('+')}`, 413],
    'signs of percent': [`${FORM}x=${fill('%')}`, 413],
    escapes: [`${FORM}x=${fill('%41')}`, 413],
    'bytes that are no text': [FORM + repeat(20, (n) => `answers.v${n}=${'%FF'.repeat(30_000)}&`), 422],
  },
  [`multipart/form-data; boundary=${BOUNDARY}`]: {
    parts: [multipart(repeat(30_000, (n) => part(named(`n${n}`), '1'))), 422],
    'one name many times': [multipart(repeat(1_990, () => part(named('name'), '1'))), 422],
    'a long name': [multipart(part(named(fill('x')), '1')), 400],
    'a long head': [multipart(part(`${fill('x: y\r\n')}${named('x')}`, '1')), 400],
    'a long value': [multipart(part(named('name'), fill('x'))), 422],
    'bytes that are no text': [Buffer.from(multipart(part(named('name'), fill('\xff'))), 'latin1'), 422],
    'half boundaries': [multipart(part(named('name'), fill(`\r\n--${BOUNDARY.slice(0, -1)}`))), 422],
    'no end': [part(named('name'), fill('x')), 400],
  },
} satisfies Readonly<Record<string, Readonly<Record<string, Attack>>>>;

describe('R1, R17: a body that is made to cost much', () => {
  for (const [type, attacks] of Object.entries(TYPES))
    for (const [name, [body, status]] of Object.entries<Attack>(attacks))
      it(`is answered, and others meanwhile: ${name} (${type.split(';')[0]})`, async () => {
        const answer = receiver.postRaw(new Uint8Array(Buffer.from(body)), { 'content-type': type });
        const health = await fetch(`${receiver.url}/health`);
        assert.equal(health.status, 200);
        assert.equal((await answer).status, status);
        const problem = (await (await answer).json()) as { readonly errors?: readonly unknown[] };
        assert.ok((problem.errors ?? []).length <= 161, `${problem.errors?.length} complaints`);
      });

  it('is refused before anything is built from it', async (t) => {
    t.after(() => mock.restoreAll());
    const parse = mock.method(JSON, 'parse');
    const attacks: Readonly<Record<string, Attack>> = TYPES['application/json'];
    for (const name of [
      'names',
      'names of answers',
      'a list',
      'levels',
      'levels of objects',
      'one name many times',
    ]) {
      const [body] = attacks[name]!;
      await receiver.postRaw(new Uint8Array(Buffer.from(body)), { 'content-type': 'application/json' });
    }
    const large = parse.mock.calls.filter(({ arguments: [text] }) => text.length > 100_000);
    assert.equal(large.length, 0);
  });

  it('has no text that is normalised for long', async (t) => {
    t.after(() => mock.restoreAll());
    const texts: string[] = [];
    const normalize = Function.prototype.call.bind(String.prototype.normalize) as (
      text: string,
      form?: string,
    ) => string;
    mock.method(String.prototype, 'normalize', function (this: string, form?: string) {
      texts.push(String(this));
      return normalize(String(this), form);
    });
    for (const [type, attacks] of Object.entries(TYPES))
      for (const [name, [body]] of Object.entries<Attack>(attacks))
        if (name.includes('marks') || name.includes('long'))
          await receiver.postRaw(new Uint8Array(Buffer.from(body)), { 'content-type': type });
    const withdrawal = JSON.stringify({
      reference: `a${fill('\u0301', SIZE / 4)}`,
      contact: fill('\u0316', SIZE / 4),
    });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${receiver.url}/withdrawals`, { method: 'POST', headers, body: withdrawal });
    assert.ok(texts.length > 0);
    for (const text of texts) assert.doesNotMatch(text, /^.{10001}|\p{M}{31}/su);
  });

  it('is answered when it comes in pieces of one byte', async () => {
    const socket = connect(receiver.port, '127.0.0.1');
    const head =
      'POST /signups HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
    socket.write(head + '1\r\n \r\n'.repeat(50_000));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    assert.match(answer.toString(), /^HTTP\/1\.1 413/);
    socket.destroy();
  });

  it('counts across the pieces in which it comes', async () => {
    const socket = connect(receiver.port, '127.0.0.1');
    const body = json({ name: 'In "stukjes" \\ [{,:' });
    socket.write(
      `POST /signups HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`,
    );
    for (const byte of Buffer.from(body)) {
      if (!socket.write(Buffer.of(byte))) await once(socket, 'drain');
    }
    const [answer] = (await once(socket, 'data')) as [Buffer];
    assert.match(answer.toString(), /^HTTP\/1\.1 201/);
    socket.destroy();
  });

  it('may be as large as the rules allow', async () => {
    const answers = each('x'.repeat(5_000));
    const escaped = JSON.stringify(entryOf({ answers, fields: each('y'.repeat(5_000), 'f') })).replace(
      /x{5000}/g,
      (text) => text.replaceAll('x', '\\u0078'),
    );
    const response = await receiver.postRaw(escaped, { 'content-type': 'application/json' });
    assert.equal(response.status, 201);
    for (const [form, last] of [[new FormData(), 'é'] as const, [new URLSearchParams(), '…'] as const]) {
      for (const [name, value] of new URLSearchParams(FORM)) form.append(name, value);
      for (const [name, value] of Object.entries(answers))
        form.append(`answers.${name}`, value.slice(1) + last);
      assert.equal((await receiver.postRaw(form)).status, 201);
    }
  });
});
