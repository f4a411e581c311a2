/** Storing on a real database: once, in order, never more than there is room for, whatever happens at the same moment. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openAdmin } from '../../src/receiver/admin/admin-api.js';
import { UNKNOWN_CAPACITY } from '../../src/receiver/allocate-places.js';
import { takeNotices } from '../../src/receiver/notices/outbox.js';
import type { Database } from '../../src/receiver/storage/database.js';
import { countSignups, readSignups } from '../../src/receiver/storage/reading.js';
import { purge } from '../../src/receiver/storage/purge.js';
import { eraseSignups } from '../../src/receiver/storage/withdrawal.js';
import {
  all,
  DATABASES,
  entryOf,
  feedOf,
  openDatabase,
  parsed,
  serviceOn,
  times,
  type FeedChanges,
  type TestDatabase,
  type TestServiceOptions,
} from '../support/node/receiver.js';

const RULES = { capacityOf: () => UNKNOWN_CAPACITY, notify: false };

/** Counts of what is stored of a feed, from the counts and from the rows. */
async function countsOf(database: Database, id: string) {
  const counted = (await countSignups(database, id)).filter(({ status }) => status !== 'doubtful');
  const rows = await database.query(
    `select feed, signup, edition, status, count(*)::float8 as n from ceal_signups where feed = $1
      group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    [id],
  );
  return { counted, rows };
}

for (const kind of DATABASES)
  describe(`storing on ${kind}`, () => {
    let opened: TestDatabase;
    let database: Database;
    let n = 0;
    before(async () => {
      opened = await openDatabase(kind);
      ({ database } = opened);
    });
    after(() => opened.close());

    /** A feed of its own for each test, so that they do not see each other's places. */
    const fresh = (changes: FeedChanges = {}, options: TestServiceOptions = {}) => {
      const id = `proef-${(n += 1)}`;
      return {
        id,
        ...serviceOn(database, { feed: feedOf({ id, ...changes }), ...options }),
        entry: (more?: Readonly<Record<string, unknown>>) => entryOf({ feed: id, ...more }),
        stored: () => storedOf(id),
      };
    };
    const storedOf = async (id: string) =>
      (await all(readSignups(database))).filter(({ feed }) => feed === id);

    it('keeps what was filled in, to the letter', async () => {
      const { store, entry, stored } = fresh();
      const sent = entry({
        name: 'محمد Đặng 👩‍👩‍👧 Ångström',
        phone: '+31 6 12345678',
        roles: ['student', 'bewoner'],
        answers: { idee: 'Regel één\n"twee"; \\ <b>drie</b>', tijden: ['avond'], taal: 'tr' },
        consents: ['nieuws'],
        language: 'en',
      });
      const { kind: result, reference, status } = await store(sent);
      assert.deepEqual([result, status], ['stored', 'accepted']);
      assert.match(reference, /^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/);
      const [row] = await stored();
      assert.ok(row);
      assert.equal(row.reference, reference);
      assert.equal(row.edition, 'herfst');
      assert.match(row.receivedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      const { name, phone, roles, answers, consents, email, language } = sent;
      assert.deepEqual(
        { ...row.entry },
        {
          name,
          phone,
          roles,
          answers,
          consents,
          email,
          language,
          consentWords: { nieuws: 'Yes, send me news' },
        },
      );
    });

    it('answers the same again as before, and another content under its key not at all', async () => {
      const { signUp, store, entry, stored } = fresh();
      const one = entry();
      const first = await store(one);
      assert.deepEqual(await signUp({ ...one, review: ['tooFast'] }), { ...first, kind: 'replayed' });
      assert.deepEqual(await signUp({ ...one, name: 'Iemand anders' }), { kind: 'key-reused' });
      assert.equal((await stored()).length, 1);
    });

    it('answers again as before when the feed has changed or closed meanwhile', async () => {
      const { id, signUp, store, entry, state } = fresh();
      const one = entry({ answers: { idee: 'x' } });
      const first = await store(one);
      state.feed = feedOf({
        id,
        signup: { questions: [], minimumAge: 16 },
        editions: { herfst: { status: 'finished' } },
      });
      assert.deepEqual(await signUp(one), { ...first, kind: 'replayed' });
      assert.equal((await signUp(entry())).kind, 'invalid');
      assert.deepEqual(await signUp(entry({ oldEnough: 'yes' })), { kind: 'closed' });
    });

    it('stores one of twenty that come at the same moment under one key', async () => {
      const { signUp, entry, stored } = fresh();
      const one = entry();
      const results = await Promise.all(times(20, () => signUp(one)));
      const count = (kindOf: string) => results.filter((result) => result.kind === kindOf).length;
      assert.equal(count('stored'), 1);
      assert.equal(count('in-progress'), 19);
      assert.equal((await signUp(one)).kind, 'replayed');
      assert.equal((await stored()).length, 1);
    });

    it('gives the last place to one of fifty, and the others a place on the waiting list, in order', async () => {
      const { store, entry, stored, service } = fresh({ editions: { lente: { capacity: 1 } } });
      const entries = times(50, (index) => entry({ edition: 'lente', name: `Naam ${index}` }));
      const receipts = await Promise.all(entries.map(store));
      const accepted = receipts.filter(({ status }) => status === 'accepted');
      assert.equal(accepted.length, 1);
      assert.equal(receipts.filter(({ status }) => status === 'waiting-list').length, 49);
      const rows = await stored();
      assert.deepEqual(
        rows.map(({ entry: { name } }) => name),
        entries.map(({ name }) => name),
      );
      assert.equal(rows[0]?.status, 'accepted');
      assert.deepEqual((await service.availability()).editions, [{ id: 'lente', free: 0 }]);
    });

    it('refuses the last place but one where there is no waiting list', async () => {
      const { signUp, entry } = fresh({ editions: { lente: { capacity: 1 } } }, { hasWaitingList: false });
      const results = await Promise.all(times(5, () => signUp(entry({ edition: 'lente' }))));
      assert.deepEqual(results.map(({ kind: result }) => result).sort(), [
        'full',
        'full',
        'full',
        'full',
        'stored',
      ]);
    });

    it('counts free places', async () => {
      const { signUp, entry, service } = fresh({ editions: { lente: { capacity: 3 } } });
      assert.deepEqual(await service.availability(), { editions: [{ id: 'lente', free: 3 }] });
      await signUp(entry({ edition: 'lente' }));
      await signUp(entry({ edition: 'herfst' }));
      assert.deepEqual(await service.availability(), { editions: [{ id: 'lente', free: 2 }] });
    });

    describe('an entry that replaces others', () => {
      it('takes the place that they had', async () => {
        const { signUp, store, entry, stored } = fresh({ editions: { lente: { capacity: 1 } } });
        const one = entry({ edition: 'lente' });
        const { reference } = await store(one);
        assert.equal((await store(entry({ edition: 'lente' }))).status, 'waiting-list');
        const two = entry({ edition: 'lente', name: 'Beter', replaces: [one.submissionId] });
        assert.equal((await store(two)).status, 'accepted');
        const rows = await stored();
        assert.deepEqual(
          rows.map(({ entry: { name }, status }) => [name, status]),
          [
            ['Beter', 'accepted'],
            ['Noor (voorbeeld)', 'waiting-list'],
          ],
        );
        assert.ok(rows.every((row) => row.reference !== reference));
        assert.deepEqual(await signUp(one), { kind: 'withdrawn' });
      });

      it('keeps out what it replaces when that arrives afterwards', async () => {
        const { signUp, entry, stored } = fresh();
        const late = entry();
        assert.equal((await signUp(entry({ replaces: [late.submissionId] }))).kind, 'stored');
        assert.deepEqual(await signUp(late), { kind: 'withdrawn' });
        assert.equal((await stored()).length, 1);
      });

      it('leaves one, in whatever order they arrive at the same moment', async () => {
        const { signUp, entry, stored } = fresh();
        const one = entry();
        const two = entry({ replaces: [one.submissionId] });
        const three = entry({ replaces: [one.submissionId, two.submissionId] });
        await Promise.all([two, three, one].map(signUp));
        const rows = await stored();
        assert.equal(rows.length, 1);
      });

      it('deletes nothing where it names the key of a form, which is nobody’s to replace', async () => {
        let deleted = 0;
        const { store, entry } = fresh({}, { onDeleted: () => (deleted += 1) });
        await store(entry({ replaces: [randomUUID().replace(/-4/, '-8')] }));
        assert.equal(deleted, 0);
        await store(entry({ replaces: [randomUUID()] }));
        assert.equal(deleted, 1);
      });

      it('gives the place in another edition to the first who waits', async () => {
        const { signUp, entry, stored } = fresh({ editions: { lente: { capacity: 1 } } });
        const one = entry({ edition: 'lente' });
        await signUp(one);
        await signUp(entry({ edition: 'lente', name: 'Wacht' }));
        await signUp(entry({ edition: 'herfst', name: 'Verhuisd', replaces: [one.submissionId] }));
        const rows = await stored();
        assert.deepEqual(
          rows.map(({ entry: { name }, status, offeredAt }) => [name, status, offeredAt !== null]),
          [
            ['Wacht', 'accepted', true],
            ['Verhuisd', 'accepted', false],
          ],
        );
      });
    });

    describe('leaving', () => {
      it('needs the reference and how to reach the owner, and says no more than that', async () => {
        const { signUp, store, entry, service, stored } = fresh();
        const one = entry({ email: 'Noor@Example.org', phone: '+31 6 12345678' });
        const { reference } = await store(one);
        assert.equal(await service.withdraw({ reference, contact: 'iemand@example.org' }), false);
        assert.equal(await service.withdraw({ reference: 'AAAAA-AAAAA', contact: one.email }), false);
        assert.equal(await service.withdraw({ reference, contact: '' }), false);
        assert.equal((await stored()).length, 1);
        assert.equal(
          await service.withdraw({ reference: ` ${reference.toLowerCase()} `, contact: '06-12345678' }),
          true,
        );
        assert.equal((await stored()).length, 0);
        assert.equal(await service.withdraw({ reference, contact: one.email }), false);
        assert.deepEqual(await signUp(one), { kind: 'withdrawn' });
      });

      it('E3, E5: finds a contact however it is written, and as it was stored before it was cleaned', async () => {
        const { id, store, entry, service, stored } = fresh();
        const email = `${randomUUID()}@Example.org`;
        const { reference } = await store(
          entry({ email: `\u200eNoor <${email}>,`, phone: '(+31) 6\u201112345678' }),
        );
        assert.deepEqual(
          (await stored()).map(({ entry: { email, phone } }) => [email, phone]),
          [[email, '(+31) 6-12345678']],
        );
        assert.equal(await service.withdraw({ reference, contact: '٠٦١٢٣٤٥٦٧٩' }), false);
        assert.equal(await service.withdraw({ reference, contact: '٠٦١٢٣٤٥٦٧٨' }), true);
        const old = await store(entry());
        const writeUncleaned = (row: string) =>
          database.query(
            `update ceal_signups set entry = jsonb_set(entry, '{email}', to_jsonb($1::text)) where reference = $2`,
            [`\u200emailto:${email},`, row],
          );
        await writeUncleaned(old.reference);
        const copied = old.reference.replace('-', '\u2011').toLowerCase();
        assert.equal(await service.withdraw({ reference: ` ${copied}.`, contact: email }), true);
        await writeUncleaned((await store(entry())).reference);
        assert.equal(await eraseSignups(database, id, { email: `<${email.toUpperCase()}>` }, RULES), 1);
        assert.equal((await stored()).length, 0);
      });

      it('leaves nothing personal in the database', async () => {
        const { id, store, entry, service } = fresh();
        const { reference } = await store(entry({ name: 'Zeldzaam', answers: { idee: 'Uniek' } }));
        await service.withdraw({ reference, contact: 'noor@example.org' });
        const rows = await database.query<{ row: string }>(
          'select to_jsonb(s)::text as row from ceal_signups s where feed = $1',
          [id],
        );
        assert.equal(rows.length, 1);
        assert.doesNotMatch(rows[0]!.row, /Zeldzaam|Uniek|noor|[0-9a-f]{64}/);
      });

      it('offers the place to the first on the waiting list', async () => {
        const { signUp, store, entry, service, stored } = fresh({ editions: { lente: { capacity: 1 } } });
        const { reference } = await store(entry({ edition: 'lente' }));
        for (const name of ['Een', 'Twee']) await signUp(entry({ edition: 'lente', name }));
        await service.withdraw({ reference, contact: 'noor@example.org' });
        assert.deepEqual(
          (await stored()).map(({ entry: { name }, status }) => [name, status]),
          [
            ['Een', 'accepted'],
            ['Twee', 'waiting-list'],
          ],
        );
        // Nobody overtakes who waits, also where there is room.
        assert.equal((await store(entry({ edition: 'lente' }))).status, 'waiting-list');
      });

      it('erases by reference, and by e-mail address in any writing', async () => {
        const { id, signUp, store, entry, stored } = fresh();
        const email = `${randomUUID()}@Example.org`;
        const { reference } = await store(entry());
        await signUp(entry({ email }));
        await signUp(entry({ email: email.toUpperCase() }));
        assert.equal(await eraseSignups(database, id, { email: email.toLowerCase() }, RULES), 2);
        assert.equal(await eraseSignups(database, id, { reference: reference.toLowerCase() }, RULES), 1);
        assert.equal(await eraseSignups(database, id, { reference }, RULES), 0);
        assert.equal((await stored()).length, 0);
      });
    });

    it('lets people move up when the feed has more places', async () => {
      const { id, signUp, entry, state, service, stored } = fresh({ editions: { lente: { capacity: 1 } } });
      for (const name of ['Een', 'Twee', 'Drie']) await signUp(entry({ edition: 'lente', name }));
      state.feed = feedOf({ id, editions: { lente: { capacity: 2 } } });
      await service.promoteWaiting();
      assert.deepEqual(
        (await stored()).map(({ status }) => status),
        ['accepted', 'accepted', 'waiting-list'],
      );
    });

    it('receiver.md 3: leaves a place open that is erased without a feed, and the receiver gives it out', async () => {
      const { id, signUp, store, entry, service, stored } = fresh({ editions: { lente: { capacity: 1 } } });
      const { reference } = await store(entry({ edition: 'lente' }));
      for (const name of ['Een', 'Twee']) await signUp(entry({ edition: 'lente', name }));
      const admin = openAdmin({ database, feed: () => undefined, scrub: () => database.scrub() });
      assert.equal(await admin.erase({ reference }), 1);
      const statuses = async () => (await stored()).map(({ status }) => status);
      assert.deepEqual(await statuses(), ['waiting-list', 'waiting-list']);
      await service.promoteWaiting();
      assert.deepEqual(await statuses(), ['accepted', 'waiting-list']);
      await service.promoteWaiting();
      assert.deepEqual(await statuses(), ['accepted', 'waiting-list']);
      const counts = (await countSignups(database, id)).map(({ status, n }) => `${status} ${n}`);
      assert.deepEqual(counts, ['accepted 1', 'erased 1', 'waiting-list 1']);
    });

    it('R26: marks a mailbox that signs up for an edition again in another writing', async () => {
      const { store, entry, stored } = fresh();
      const name = `noor${randomUUID()}`;
      const [email, other] = [`${name}@example.org`, `${name.replace('oo', 'o.O')}+2@example.org`];
      const [one, again] = [entry({ email }), entry({ email: other })];
      await store(one);
      // The same address may be that of a household; another edition is another matter.
      for (const next of [entry({ email }), entry({ email: other, edition: 'lente' }), again])
        await store(next);
      await store(entry({ email: other, replaces: [again.submissionId] }));
      assert.deepEqual(
        (await stored()).map(({ entry: { review } }) => review),
        [undefined, undefined, undefined, ['sameMailbox']],
      );
    });

    it('R26: marks another writing after more of one than it looks at', async () => {
      const { store, entry, stored } = fresh();
      const email = `noor${randomUUID()}@example.org`;
      await Promise.all(times(120, () => store(entry({ email }))));
      await store(entry({ email: email.replace('oo', 'o.o') }));
      const marked = (await stored()).filter(({ entry: { review } }) => review?.includes('sameMailbox'));
      assert.deepEqual(
        marked.map(({ entry: own }) => own.email),
        [email.replace('oo', 'o.o')],
      );
    });

    it('growth: keeps counts that are those of the rows, whatever happens', async () => {
      const { id, signUp, store, entry, service } = fresh({ editions: { lente: { capacity: 3 } } });
      const entries = times(12, (n) =>
        entry({ edition: n % 3 ? 'lente' : 'herfst', email: `${n}@example.org` }),
      );
      const receipts = await Promise.all(entries.map(store));
      await Promise.all([
        ...[0, 1, 2, 1].map((n) =>
          service.withdraw({ reference: receipts[n]!.reference, contact: `${n}@example.org` }),
        ),
        ...[4, 5, 6].map((n) =>
          signUp(entry({ edition: n % 2 ? 'lente' : 'herfst', replaces: [entries[n]!.submissionId] })),
        ),
        signUp(entry({ replaces: [randomUUID()], review: ['honeypot'] })),
        eraseSignups(database, id, { email: '7@example.org' }, RULES),
      ]);
      const { counted, rows } = await countsOf(database, id);
      assert.deepEqual(counted, rows);
      const all = await countSignups(database, id);
      assert.equal(all.find(({ status }) => status === 'doubtful')?.n, 1);
    });

    it('puts everybody on the waiting list where the feed says that it is full, and nobody moves up', async () => {
      const { store, entry, service } = fresh({ editions: { lente: { capacity: 9, status: 'full' } } });
      assert.equal((await store(entry({ edition: 'lente' }))).status, 'waiting-list');
      assert.equal((await store(entry({ edition: 'lente' }))).status, 'waiting-list');
      assert.deepEqual((await service.availability()).editions, [{ id: 'lente', free: 0 }]);
    });

    it('purges what was kept long enough after the end of its edition, or after it came', async () => {
      const ends = { lente: { capacity: undefined, end: '2027-08-31' } };
      const { id, signUp, entry, stored, state } = fresh({ editions: ends });
      await signUp(entry({ edition: 'lente', name: 'Lente' }));
      await signUp(entry({ edition: 'herfst', name: 'Herfst' }));
      await signUp(entry({ signup: 'vraag', edition: undefined, roles: undefined, name: 'Vraag' }));
      const names = async () => (await stored()).map((row) => row.entry.name);
      const noonOf = (day: string) => Date.parse(`${day}T12:00:00Z`);
      const received = new Date((await stored())[0]!.receivedAt);
      const inMonths = (months: number) => new Date(received).setUTCMonth(received.getUTCMonth() + months);
      const purgeAt = async (instant: number, defaultMonths?: number) => {
        const { removed, unlimited } = await purge(database, state.feed, { instant, defaultMonths });
        return { removed, unlimited };
      };

      assert.deepEqual(await purgeAt(received.getTime()), {
        removed: 0,
        unlimited: 1,
      });
      // No end is known: counted from the day itself.
      assert.equal((await purgeAt(inMonths(5))).removed, 0);
      assert.equal((await purgeAt(inMonths(7))).removed, 1);
      assert.deepEqual(await names(), ['Lente', 'Vraag']);
      // The last day of the edition counts to its end, and six months after August there is no 31st.
      assert.equal((await purgeAt(noonOf('2028-02-28'))).removed, 0);
      assert.equal((await purgeAt(noonOf('2028-03-02'))).removed, 1);
      assert.deepEqual(await purgeAt(noonOf('2099-01-01'), 3), { removed: 1, unlimited: 0 });
      assert.deepEqual(await names(), []);
      assert.deepEqual(
        (await countSignups(database)).filter(({ feed }) => feed === id),
        [],
      );
    });

    it('11: purges after a sign-up came where its edition has an open end, or one of which nothing is known', async () => {
      const ends = {
        lente: { capacity: undefined, end: 'XXXX' },
        herfst: { capacity: undefined, end: '2020/..' },
      };
      const { signUp, entry, stored, state } = fresh({ editions: ends });
      await signUp(entry({ edition: 'lente', name: 'Lente' }));
      await signUp(entry({ edition: 'herfst', name: 'Herfst' }));
      const received = new Date((await stored())[0]!.receivedAt);
      const removedAfter = async (months: number) => {
        const instant = new Date(received).setUTCMonth(received.getUTCMonth() + months);
        return (await purge(database, state.feed, { instant })).removed;
      };
      assert.equal(await removedAfter(5), 0);
      assert.equal(await removedAfter(7), 2);
    });

    it('tells of what happens, once, and not of what is gone', async () => {
      const { id, signUp, store, entry, service } = fresh({ editions: { lente: { capacity: 1 } } });
      const { reference } = await store(entry({ edition: 'lente', name: 'Een' }));
      await signUp(entry({ edition: 'lente', name: 'Twee' }));
      await service.withdraw({ reference, contact: 'noor@example.org' });
      const notices = await takeNotices(database, id, 10);
      assert.deepEqual(notices.map(({ event, entry: current }) => [event, current?.name]).sort(), [
        ['signup.offered', 'Twee'],
        ['signup.received', undefined],
        ['signup.received', 'Twee'],
        ['signup.withdrawn', undefined],
      ]);
      assert.deepEqual(await takeNotices(database, id, 10), []);
    });

    it('does not let one that the database cannot take keep the others from it', async () => {
      const { service, signUp, entry, stored } = fresh();
      const valid = parsed(entry());
      // No rule lets this through; it stands for what nobody thought of.
      const invalid = service.signUp(
        { ...valid, entry: { ...valid.entry, submissionId: 'no uuid' } },
        { requireKey: true },
      );
      const [, ...others] = await Promise.allSettled([invalid, ...times(5, () => signUp(entry()))]);
      await assert.rejects(invalid);
      assert.deepEqual(
        others.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.kind : undefined)),
        times(5, () => 'stored'),
      );
      assert.equal((await stored()).length, 5);
    });

    if (kind === 'PostgreSQL')
      describe('two instances on one database', () => {
        it('store each key once, and give each place once', async () => {
          const other = await opened.openAnother!();
          const feed = feedOf({ id: 'samen', editions: { lente: { capacity: 10 } } });
          const pair = [database, other].map((connection) => serviceOn(connection, { feed }));
          const entries = times(40, () => entryOf({ feed: 'samen', edition: 'lente' }));
          const results = await Promise.all(
            entries.flatMap((entry) => pair.map((instance) => instance.signUp(entry))),
          );
          assert.equal(results.filter(({ kind: result }) => result === 'stored').length, 40);
          assert.equal(results.filter(({ kind: result }) => result === 'replayed').length, 40);
          const rows = await storedOf('samen');
          assert.equal(rows.filter(({ status }) => status === 'accepted').length, 10);
          assert.equal(rows.length, 40);
          // The first ones are in.
          assert.ok(rows.slice(0, 10).every(({ status }) => status === 'accepted'));
          await other.close();
        });

        it('growth: count right what one stores while the other replaces it, for another edition', async () => {
          const other = await opened.openAnother!();
          const feed = feedOf({ id: 'tegelijk', editions: { lente: { capacity: 1_000 } } });
          const [one, two] = [database, other].map((connection) => serviceOn(connection, { feed }));
          for (let n = 0; n < 60; n++) {
            const first = entryOf({ feed: 'tegelijk', edition: 'lente' });
            const unknown = times(3, () => randomUUID());
            const replaces = [first.submissionId, ...unknown];
            const second = entryOf({ feed: 'tegelijk', edition: 'herfst', replaces });
            const third = entryOf({ feed: 'tegelijk', edition: 'lente', replaces: [...unknown].reverse() });
            await Promise.all([one!.signUp(first), two!.signUp(second), one!.signUp(third)]);
          }
          const { counted, rows } = await countsOf(database, 'tegelijk');
          assert.deepEqual(counted, rows);
          await other.close();
        });
      });
  });
