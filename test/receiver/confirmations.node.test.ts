/** An e-mail address that must be confirmed: the place is held meanwhile, and goes to who waits afterwards. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { ConfirmationLinks } from '../../src/receiver/confirmation-links.js';
import { publicServer } from '../../src/receiver/http/server.js';
import type { NoticeBody } from '../../src/receiver/notices/notice-body.js';
import { settleNotice, takeNotices } from '../../src/receiver/notices/outbox.js';
import { countSignups, readSignups } from '../../src/receiver/storage/reading.js';
import { emptyDatabase, notifyingService, type Notifying } from '../support/node/notices.js';
import {
  all,
  DATABASES,
  entryOf,
  feedOf,
  openDatabase,
  type TestDatabase,
  type TestEntry,
} from '../support/node/receiver.js';
import { until } from '../support/node/until.js';

const links = new ConfirmationLinks('https://signups.example.org/confirmations', randomBytes(32));
const confirm = { hours: 24, links };

for (const kind of DATABASES)
  describe(`an address to be confirmed, ${kind}`, () => {
    let opened: TestDatabase;
    let notifying: Notifying;
    let server: Server;
    let told: NoticeBody[];
    before(async () => (opened = await openDatabase(kind)));
    after(() => opened.close());
    beforeEach(async () => {
      told = [];
      notifying = notifyingService(opened.database, {
        feed: feedOf({ editions: { lente: { capacity: 1 } } }),
        deliver: ({ body }) => {
          told.push(JSON.parse(body) as NoticeBody);
          return Promise.resolve();
        },
        confirm,
        source: { confirm },
      });
      server = publicServer({
        service: notifying.service,
        origins: [],
        perMinute: 1_000,
        behindProxy: false,
        log: () => {},
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
    });
    afterEach(async () => {
      server.closeAllConnections();
      server.close();
      await notifying.worker.stop();
      await emptyDatabase(opened.database);
    });

    const pageOf = (link: URL, body?: string) =>
      fetch(
        `http://127.0.0.1:${(server.address() as AddressInfo).port}${link.pathname}${body ? '' : link.search}`,
        {
          ...(body !== undefined && {
            method: 'POST',
            body,
            headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
          }),
        },
      );
    const press = (link: URL) => pageOf(link, link.search.slice(1));
    /** The link in the mail of the last notice. */
    const linkIn = ({ data }: NoticeBody) =>
      new URL(/https:\/\/signups\.example\.org\/confirmations\S+/.exec(data.mail?.text ?? '')![0]);
    const messages = async (count: number) => {
      await until(() => told.length >= count);
      return told;
    };
    const noor = { edition: 'lente', email: 'noor@example.org' };
    const sam = { edition: 'lente', email: 'sam@example.org' };
    const stored = () => all(readSignups(opened.database));
    const letTimePass = () =>
      opened.database.query(
        `update ceal_signups set confirm_by = now() - interval '1 second' where confirm_by is not null`,
      );

    it('holds its place, and says in the mail and the export that it waits', async () => {
      await notifying.store(entryOf(noor));
      await notifying.store(entryOf(sam));
      const [first] = await messages(2);
      const [record] = await stored();
      // The time begins when the mail has gone out.
      assert.ok(Date.parse(first!.data.confirmBy!) <= Date.parse(record!.confirmBy!));
      const hours = (Date.parse(record!.confirmBy!) - Date.parse(record!.receivedAt)) / 3_600_000;
      assert.ok(Math.abs(hours - 24) < 0.01);
      assert.deepEqual(
        (await stored()).map(({ status }) => status),
        ['accepted', 'waiting-list'],
      );
      assert.match(first!.data.mail!.text, /binnen 24 uur/);
      const counts = await countSignups(opened.database);
      assert.equal(counts.find(({ status }) => status === 'unconfirmed')?.n, 2);
    });

    it('is asked for in the answer, and on the page for who has no script', async () => {
      const post = (headers: Readonly<Record<string, string>>, body: string) =>
        fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/signups`, {
          method: 'POST',
          headers,
          body,
        });
      const asJson = (entry: TestEntry) =>
        post({ 'content-type': 'application/json' }, JSON.stringify(entry)).then((answer) => answer.json());
      assert.deepEqual(Object.entries((await asJson(entryOf(noor))) as object).slice(1), [
        ['status', 'accepted'],
        ['confirmHours', 24],
      ]);
      const unreached = (await asJson(entryOf({ email: undefined, phone: '0612345678' }))) as object;
      assert.ok(!('confirmHours' in unreached));
      const { signup, name } = entryOf();
      const form = new URLSearchParams({ ...sam, signup, name, roles: 'bewoner', language: 'nl' });
      const page = await post(
        { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        form.toString(),
      );
      assert.match(await page.text(), /Klik binnen 24 uur op de link/);
    });

    it('is confirmed by the button on the page, not by opening the link', async () => {
      await notifying.store(entryOf(noor));
      const link = linkIn((await messages(1))[0]!);
      const page = await pageOf(link);
      assert.equal(page.status, 200);
      const html = await page.text();
      assert.equal(html.match(/<button>/g)?.length, 1);
      assert.match(html, /Bevestig mijn e-mailadres/);
      assert.ok((await stored())[0]!.confirmBy);
      const fields = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!,
      ]);
      const answer = await pageOf(link, new URLSearchParams(fields).toString());
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /is bevestigd/);
      assert.equal((await stored())[0]!.confirmBy, null);
      await letTimePass();
      await notifying.service.releaseUnconfirmed();
      assert.equal((await stored()).length, 1);
      assert.equal((await press(link)).status, 200, 'again');
    });

    it('is in the language of the sign-up', async () => {
      await notifying.store(entryOf({ ...noor, language: 'en' }));
      const link = linkIn((await messages(1))[0]!);
      assert.match(await (await pageOf(link)).text(), /lang="en".*Confirm my e-mail address/);
      assert.match(await (await press(link)).text(), /is confirmed/);
    });

    it('leaves after its time, and its place goes to who waits', async () => {
      await notifying.store(entryOf(noor));
      const second = await notifying.store(entryOf({ ...sam, email: undefined, phone: '0612345678' }));
      assert.equal(second.status, 'waiting-list');
      const link = linkIn((await messages(2)).find(({ data }) => data.entry?.email)!);
      await until(async () => (await opened.database.query('select 1 from ceal_notices')).length === 0);
      await letTimePass();
      await notifying.service.releaseUnconfirmed();
      const news = (await messages(4)).slice(2).sort((a, b) => a.type.localeCompare(b.type));
      assert.deepEqual(
        news.map(({ type, data }) => [type, data.status, data.reason]),
        [
          ['signup.offered', 'accepted', undefined],
          ['signup.withdrawn', 'withdrawn', 'unconfirmed'],
        ],
      );
      assert.equal(news[1]!.data.entry, null);
      assert.deepEqual(
        (await stored()).map(({ reference, status }) => [reference, status]),
        [[second.reference, 'accepted']],
      );

      const late = await press(link);
      link.searchParams.set('reference', 'AAAAA-AAAAA');
      const unknown = await press(link);
      link.searchParams.set('token', 'x');
      const wrong = await press(link);
      assert.deepEqual([late.status, unknown.status, wrong.status], [404, 404, 404]);
      const [words, ...others] = await Promise.all([late, unknown, wrong].map((answer) => answer.text()));
      assert.match(words!, /Deze link werkt niet meer/);
      for (const other of others) assert.equal(other, words);
    });

    it('stays as long as the mail that asks for it could not be delivered', async () => {
      await notifying.worker.stop();
      await notifying.store(entryOf(noor));
      await letTimePass();
      await notifying.service.releaseUnconfirmed();
      assert.equal((await stored()).length, 1);
      await opened.database.query('delete from ceal_notices');
      await notifying.service.releaseUnconfirmed();
      assert.equal((await stored()).length, 0);
    });

    it('begins with the mail, however late that is', async () => {
      await notifying.worker.stop();
      await notifying.store(entryOf(noor));
      await opened.database.query(
        `update ceal_signups set received_at = received_at - interval '2 days', confirm_by = confirm_by - interval '2 days'`,
      );
      const [notice] = await takeNotices(opened.database, 'proef', 1);
      await settleNotice(opened.database, notice!);
      await notifying.service.releaseUnconfirmed();
      const [{ confirmBy } = { confirmBy: null }] = await stored();
      assert.ok(Date.parse(confirmBy!) > Date.now() + 23 * 3_600_000);
    });

    it('asks another writing of an address when the hour is over, so that nobody can keep its owner out', async () => {
      await notifying.store(entryOf({ email: 'no.or+x@example.org' }));
      await messages(1);
      await notifying.store(entryOf(noor));
      const isPutOff = async () =>
        (await opened.database.query(`select from ceal_notices where due_at > now() + interval '50 minutes'`))
          .length;
      await until(async () => (await isPutOff()) === 1);
      assert.equal(told.length, 1);
      await letTimePass();
      await notifying.service.releaseUnconfirmed();
      assert.deepEqual(
        (await stored()).map(({ entry }) => entry.email),
        ['noor@example.org'],
      );
      await opened.database.query(`update ceal_mails set at = at - interval '2 hours'`);
      await opened.database.query('update ceal_notices set due_at = now()');
      notifying.worker.wake();
      const mails = () => told.filter(({ type }) => type === 'signup.received');
      await until(() => mails().length === 2);
      linkIn(mails()[1]!);
    });

    it('is not asked of who gave none, and a repeated request is answered as before', async () => {
      await notifying.store(entryOf({ email: undefined, phone: '0612345678' }));
      const [only] = await messages(1);
      assert.equal((await stored())[0]!.confirmBy, null);
      assert.doesNotMatch(only!.data.mail!.text, /Bevestig/);
      const entry = entryOf(noor);
      const first = await notifying.store(entry);
      const again = await notifying.store(entry);
      assert.deepEqual(again, { ...first, kind: 'replayed' });
    });

    it('is one for all sign-ups of an address: it gets one mail an hour, and the next after it was confirmed', async () => {
      await notifying.store(entryOf(noor));
      await messages(1);
      await notifying.store(entryOf({ email: 'Noor@Example.org' }));
      const [first, second] = await messages(2);
      assert.equal(second!.data.repeated, true);
      await press(linkIn(first!));
      assert.deepEqual(
        (await stored()).map(({ confirmBy }) => confirmBy),
        [null, null],
      );
      await notifying.store(entryOf({ email: 'noor@example.org' }));
      linkIn((await messages(3))[2]!);
    });

    it('has a link that is no link for another sign-up or feed', () => {
      const by = (link: string) => {
        const { searchParams } = new URL(link);
        return { reference: searchParams.get('reference')!, token: searchParams.get('token')! };
      };
      const right = by(links.linkOf('proef', 'A', 'nl'));
      assert.ok(links.isValid('proef', right));
      assert.ok(!links.isValid('ander', right));
      assert.ok(!links.isValid('proef', { ...right, reference: 'B' }));
      assert.ok(!links.isValid('proef', { ...right, token: '' }));
      assert.ok(!new ConfirmationLinks('https://x.example/', randomBytes(32)).isValid('proef', right));
    });
  });
