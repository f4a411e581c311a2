/** The mail to a participant: whole, for one person, and without what a stranger could say through it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, afterEach, before, describe, it } from 'node:test';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import type { Deliver } from '../../src/receiver/notices/deliver.js';
import { isMailable, toMessage, type Mail } from '../../src/receiver/notices/mail.js';
import { mailName } from '../../src/receiver/notices/mail-name.js';
import { noticeBodyOf, type NoticeBody } from '../../src/receiver/notices/notice-body.js';
import type { KeptEntry } from '../../src/receiver/validate-entry.js';
import { emptyDatabase, noticeOf, notifyingService, type Notifying } from '../support/node/notices.js';
import { PROGRAM } from '../support/node/program.js';
import { entryOf, feedOf, openDatabase, type TestDatabase } from '../support/node/receiver.js';
import { until } from '../support/node/until.js';

const MAIL: Mail = {
  to: { name: 'Noor (voorbeeld)', address: 'noor@example.org' },
  subject: 'Je aanmelding',
  text: 'Hallo,\n',
  language: 'nl',
  date: '2027-01-01T12:00:00.000Z',
};
const parse = (message: string) => PostalMime.parse(message);

/** The data of a notice about an entry, changed. */
const dataOf = (entry: Partial<KeptEntry>, mailFrom?: string) => {
  const notice = noticeOf();
  const source = { feed: feedOf(), withdrawals: undefined, mailFrom };
  return noticeBodyOf({ ...notice, entry: { ...notice.entry!, ...entry } }, source).data;
};

describe('receiver.md 11: the mail to a participant', () => {
  it('is a whole message that nobody answers automatically', async () => {
    const { mail } = dataOf({ name: 'Zoë (voorbeeld)' }, 'Gemeente (voorbeeld) <info@example.org>');
    const parsed = await parse(mail!.message!);
    const header = (key: string) => parsed.headers.find((each) => each.key === key)?.value;
    assert.deepEqual(parsed.to, [{ name: 'Zoë (voorbeeld)', address: 'noor@example.org' }]);
    assert.deepEqual(parsed.from, { name: 'Gemeente (voorbeeld)', address: 'info@example.org' });
    assert.equal(parsed.subject, mail!.subject);
    assert.equal(parsed.text, mail!.text);
    assert.equal(parsed.date, '2027-01-01T00:00:00.000Z');
    assert.equal(header('mime-version'), '1.0');
    assert.equal(header('content-type'), 'text/plain; charset=utf-8');
    assert.equal(header('content-language'), 'nl');
    assert.equal(header('auto-submitted'), 'auto-generated');
    assert.equal(header('x-auto-response-suppress'), 'All');
  });

  it('has no sender of its own where none was set', () =>
    assert.doesNotMatch(dataOf({}).mail!.message!, /^From:/m));

  it('goes to one address, whatever the name is', async () => {
    for (const name of [
      'Noor <x@evil.example>',
      'Noor, x@evil.example',
      '"Noor" <',
      'a\r\nBcc: x@evil.example',
    ])
      for (const message of [
        dataOf({ name }).mail!.message!,
        toMessage({ ...MAIL, to: { ...MAIL.to, name } }),
      ]) {
        const mail = await parse(message);
        assert.deepEqual(
          mail.to?.map(({ address }) => address),
          ['noor@example.org'],
          name,
        );
        assert.equal(mail.bcc, undefined);
      }
  });

  it('is not written for an address that a mail program takes for something else', () => {
    for (const email of [
      '-oProxyCommand=x@example.org',
      'a\nBcc: b@example.org',
      'a b@example.org',
      'a,b@example.org',
      '"a b"@example.org',
      'a@example.org>',
      'example.org',
    ]) {
      const { mail } = dataOf({ email });
      assert.equal(mail?.message, undefined, email);
      assert.equal(mail?.to.email, undefined, email);
    }
    for (const email of ["o'neill+x@example.org", 'zoë@voorbeeld.example'])
      assert.ok(isMailable(email), email);
  });

  it('has the domain of an address in ASCII', async () => {
    const { to } = await parse(dataOf({ email: 'zoe@gemeente-één.example' }).mail!.message!);
    assert.equal(to?.[0]?.address, 'zoe@xn--gemeente-n-j7aa.example');
  });

  it('is read as it was written, in lines of ASCII that no mail server breaks', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 300, size: 'max' }),
        fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\n', '.', '=', 'F', 'é', '😀'), maxLength: 400 }),
        async (words, body) => {
          const subject = words.replace(/[\p{C}\s]+/gu, ' ').trim();
          const message = toMessage({
            ...MAIL,
            subject,
            text: `${body}\n`,
            to: { ...MAIL.to, name: subject || 'x' },
          });
          assert.match(message, /^[\t\n\x20-\x7e]*$/);
          for (const line of message.split('\n')) {
            assert.ok(line.length <= (line.includes('=?') ? 76 : 78), line);
            assert.doesNotMatch(line, /^(\.|From )/);
          }
          const mail = await parse(message);
          assert.equal(mail.subject ?? '', subject);
          assert.equal(mail.text, `${body}\n`);
          assert.deepEqual(mail.to, [{ name: subject || 'x', address: 'noor@example.org' }]);
        },
      ),
      { numRuns: 200, examples: ['"', 'a'].map((sign) => [sign.repeat(55), '']) },
    ));
});

describe('R25: the name in a mail', () => {
  it('is left out where it could be a text or a link', () => {
    for (const name of [
      'Win a prize: https://evil.example',
      'Koop nu! www.evil.example',
      'evil.example',
      'Ga naar evil。example',
      'e\u200bvil.example',
      'evil．example',
      'noor@evil.example',
      'bit.ly/x',
      'Bel 0900 123456',
      '10.0.0.1',
      'x'.repeat(61),
      '\u202e',
      '',
    ]) {
      assert.equal(mailName(name), undefined, name);
      const { to, text: words, message, subject } = dataOf({ name }).mail!;
      assert.equal(to.name, undefined);
      assert.match(words, /^Hallo,\n/);
      for (const part of [words, subject, message!]) assert.ok(!/evil|bit\.ly|0900|x{20}/.test(part), part);
    }
  });

  it('is there as people write it', () => {
    for (const name of [
      'Noor',
      'J. de Vries',
      'J.P. Jansen',
      "Zoë O'Neill-van 't Hof",
      'محمد',
      'Noor (voorbeeld)',
    ])
      assert.equal(mailName(name), name);
    assert.equal(mailName(' Noor\n\tJansen '), 'Noor Jansen');
  });

  it('is all in it that a visitor typed', () => {
    const typed = 'getypt';
    const { mail } = dataOf({
      name: 'Noor',
      phone: typed,
      roles: [typed],
      part: typed,
      guardian: typed,
      answers: { idee: typed },
      consents: [typed],
      language: typed,
      fields: { veld: typed },
      unasked: { vraag: typed },
    });
    const { message, subject, text: words, language } = mail!;
    for (const part of [message!, subject, words, language]) assert.ok(!part.includes(typed), part);
  });
});

describe('R25: one mail an address and hour', () => {
  let opened: TestDatabase;
  let notifying: Notifying;
  let told: NoticeBody[] = [];
  before(async () => (opened = await openDatabase('PGlite')));
  after(() => opened.close());
  afterEach(async () => {
    await notifying.worker.stop();
    told = [];
    await emptyDatabase(opened.database);
  });

  const start = (
    deliver: Deliver = ({ body }) => {
      told.push(JSON.parse(body) as NoticeBody);
      return Promise.resolve();
    },
  ) => {
    notifying = notifyingService(opened.database, { deliver });
    return notifying;
  };
  /** Signs up, and gives the data that is told of it. */
  const tell = async (email: string) => {
    const count = told.length;
    await notifying.store(entryOf({ email }));
    await until(() => told.length > count);
    return told.at(-1)!.data;
  };

  it('goes out whatever is signed up, and the rest is told without one', async () => {
    start();
    assert.ok((await tell('noor@example.org')).mail);
    for (const email of ['noor@example.org', 'NOOR@Example.org', 'no.or+x@example.org']) {
      const data = await tell(email);
      assert.equal(data.repeated, true, email);
      assert.equal(data.mail, undefined);
      assert.equal(data.entry?.email, email);
    }
    assert.ok((await tell('ander@example.org')).mail);
    await opened.database.query(`update ceal_mails set at = at - interval '1 hour'`);
    assert.ok((await tell('noor@example.org')).mail);
  });

  it('is not had again by withdrawing in between', async () => {
    start();
    const { reference } = await tell('noor@example.org');
    await notifying.service.withdraw({ reference, contact: 'noor@example.org' });
    await until(() => told.length === 2);
    assert.equal((await tell('noor@example.org')).repeated, true);
  });

  it('is the same mail where its notice is tried again', async () => {
    const bodies: string[] = [];
    start(({ body }) => {
      bodies.push(body);
      return bodies.length === 1 ? Promise.reject(new Error('no')) : Promise.resolve();
    });
    await notifying.store(entryOf());
    await until(() => notifying.log.length > 0);
    await opened.database.query('update ceal_notices set due_at = now()');
    notifying.worker.wake();
    await until(() => bodies.length === 2);
    assert.match(bodies[0]!, /mail/);
    assert.equal(bodies[0], bodies[1]);
  });
});

describe('receiver.md 11: ceal-widgets send-mail', () => {
  let folder: string;
  let program: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ceal-mail-'));
    program = join(folder, 'sendmail');
    writeFileSync(
      program,
      `#!/bin/sh\necho "$@" > ${folder}/arguments\ncat > ${folder}/mail\nexit $(cat ${folder}/code)\n`,
    );
    chmodSync(program, 0o700);
  });
  after(() => rmSync(folder, { recursive: true }));

  const send = async (notice: string, ...args: readonly string[]) => {
    const child = spawn(process.execPath, [PROGRAM, 'send-mail', '--sendmail', program, ...args]);
    child.stdin.end(notice);
    const [output] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    return { code: child.exitCode, output };
  };
  const noticeText = (entry: Partial<KeptEntry> = {}, mailFrom?: string) =>
    JSON.stringify({ data: dataOf(entry, mailFrom) });
  const sendsWith = (code: number) => writeFileSync(join(folder, 'code'), String(code));
  const sent = () => readFileSync(join(folder, 'mail'), 'utf8');

  it('hands the mail to sendmail, from the sender that it is given', async () => {
    sendsWith(0);
    assert.deepEqual(await send(noticeText(), '--from', 'Gemeente (voorbeeld) <info@example.org>'), {
      code: 0,
      output: '',
    });
    assert.equal(readFileSync(join(folder, 'arguments'), 'utf8'), '-t -i\n');
    const mail = await parse(sent());
    assert.equal(mail.from?.address, 'info@example.org');
    assert.equal(mail.to?.[0]?.address, 'noor@example.org');
    assert.match(mail.text ?? '', /AB-12/);
    await send(noticeText({}, 'receiver@example.org'), '--from', 'info@example.org');
    assert.equal((await parse(sent())).from?.address, 'receiver@example.org');
  });

  it('fails where sendmail does, so that the receiver tries again', async () => {
    sendsWith(75);
    assert.equal((await send(noticeText())).code, 75);
    assert.notEqual((await send(noticeText(), '--sendmail', join(folder, 'nowhere'))).code, 0);
    assert.notEqual((await send('no notice')).code, 0);
    assert.equal((await send(noticeText(), '--from', '-oQ@example.org')).code, 2);
  });

  it('sends nothing where there is no mail', async () => {
    sendsWith(75);
    for (const notice of [noticeText({ email: '-x@example.org' }), '{}', '{"data":{"mail":{}}}'])
      assert.deepEqual(await send(notice), { code: 0, output: '' });
  });
});
