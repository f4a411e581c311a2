/** A feed that goes wrong under a running receiver: nobody gains by it, and the log says what to write. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { LIMITS } from '../../src/feed/fields.js';
import { remoteAdmin } from '../../src/receiver/admin/admin-client.js';
import { startReceiver, type Receiver } from '../../src/receiver/receiver.js';
import { findLockedSocket } from '../../src/receiver/storage/folder-lock.js';
import { keptLog } from '../support/node/log.js';
import { fillFolder } from '../support/node/pglite.js';
import { openFeedOf } from '../support/node/program.js';
import { entryOf, times } from '../support/node/receiver.js';
import { until } from '../support/node/until.js';

type Fields = Readonly<Record<string, unknown>>;

const { log, note, linesOf } = keptLog();
const seen = () => log;
let folder: string;
before(() => (folder = mkdtempSync(join(tmpdir(), 'ceal-slips-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('a slip in the feed of a running receiver', () => {
  let receiver: Receiver;
  const file = () => join(folder, 'feed.json');
  /** The feed with changes to its edition `lente` and its sign-up. */
  const feedWith = (lente: Fields, signup: Fields = {}) => {
    const feed = openFeedOf({ signupUntil: '2090-03-01' });
    const edition = { ...feed.editions.filter(({ id }) => id === 'lente')[0], ...lente };
    return { ...feed, editions: [edition], signups: [{ ...feed.signups[0], minimumAge: 16, ...signup }] };
  };
  const start = async () => {
    receiver = await startReceiver({
      feed: file(),
      folder: join(folder, 'data'),
      port: 0,
      perMinute: 10_000,
      log: note,
    });
  };
  /** Writes the feed, and settles when the receiver has looked at it. */
  const write = async (feed: unknown) => {
    log.length = 0;
    writeFileSync(file(), typeof feed === 'string' ? feed : JSON.stringify(feed));
    await until(() => log.some(({ event }) => event === 'feed-read' || event === 'feed-failed'), seen);
  };
  const signUp = async (changes: Fields = {}) => {
    const response = await fetch(`${receiver.url}/signups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(entryOf({ edition: 'lente', oldEnough: 'yes', ...changes })),
    });
    const { reference, status } = (await response.json()) as Fields;
    // A problem has a status too: a number.
    return { code: response.status, reference, status: typeof status === 'string' ? status : undefined };
  };
  const free = async () => {
    const response = await fetch(`${receiver.url}/availability`);
    return ((await response.json()) as { editions: { id: string; free: number }[] }).editions;
  };
  before(async () => {
    await fillFolder(join(folder, 'data'));
    writeFileSync(file(), JSON.stringify(feedWith({})));
    await start();
    // Two have a place, and three wait.
    for (const index of times(5, (n) => n))
      assert.equal(
        (await signUp({ name: `Nummer ${index} (voorbeeld)` })).status,
        index < 2 ? 'accepted' : 'waiting-list',
      );
  });
  after(() => receiver.stop());

  /** The people with a place, and those who wait. */
  const places = async () => {
    const socket = await findLockedSocket(join(folder, 'data'));
    assert.ok(socket);
    const counts = await remoteAdmin(socket).counts();
    const n = (status: string) => counts.filter((count) => count.status === status)[0]?.n;
    return { accepted: n('accepted'), waiting: n('waiting-list') };
  };

  for (const [name, expected, slip] of [
    ['a capacity that is no whole number', 201, feedWith({ capacity: 2.5 })],
    ['a capacity below nothing', 201, feedWith({ capacity: -1 })],
    ['no capacity', 201, feedWith({ capacity: null })],
    ['a misspelt capacity', 201, feedWith({ capacity: undefined, capcity: 2 })],
    ['a capacity and a status that are gone', 201, feedWith({ capacity: undefined, status: undefined })],
    [
      'a misspelt list of editions',
      409,
      { ...feedWith({}), editions: undefined, edtions: feedWith({}).editions },
    ],
    ['an edition that is gone', 409, { ...feedWith({}), editions: [] }],
    ['an edition under another id', 409, feedWith({ id: 'lenten' })],
    ['an id that is mended to another', 409, feedWith({ id: 'lente (vol)' })],
    ['no id', 409, feedWith({ id: undefined })],
    ['an edition that does not fit', 409, feedWith({ title: undefined })],
    ['a sign-up for an edition that there is not', 201, feedWith({}, { editions: ['lentee'] })],
    ['a sign-up that is gone', 409, { ...feedWith({}), signups: [] }],
  ] as const)
    it(`R8, R21: ${name} offers nobody a place, and stores nobody without a limit`, async () => {
      await write(slip);
      await until(() => /Write /.test(String(linesOf('feed-slip')[0]?.['message'])), seen);
      const before = await places();
      const { code, status } = await signUp({ name: `Bij ${name} (voorbeeld)` });
      assert.deepEqual([code, status], [expected, expected === 201 ? 'waiting-list' : undefined]);
      const waiting = (before.waiting ?? 0) + (code === 201 ? 1 : 0);
      assert.deepEqual(await places(), { accepted: 2, waiting });
      assert.deepEqual(await free(), [{ id: 'lente', free: 0 }]);
      assert.notEqual(
        (await signUp({ name: 'Zonder groep (voorbeeld)', edition: undefined })).status,
        'accepted',
      );
    });

  it('R8: an edition that the feed dropped is withdrawn from, and the places that it had stay', async () => {
    await write(feedWith({}));
    const { reference } = await signUp({ name: 'Terug (voorbeeld)', email: 'terug@example.org' });
    await write({ ...feedWith({}), editions: [], signups: [] });
    const before = await places();
    const response = await fetch(`${receiver.url}/withdrawals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ reference, contact: 'terug@example.org' }),
    });
    assert.ok(response.ok, String(response.status));
    assert.deepEqual(await places(), { accepted: 2, waiting: before.waiting! - 1 });
  });

  it('R10: no child is taken where the age cannot be read or is gone', async () => {
    for (const minimumAge of ['zestien', undefined]) {
      await write(feedWith({}, { minimumAge, ...(minimumAge === undefined && { minimumage: 16 }) }));
      const { code } = await signUp({ name: 'Kind (voorbeeld)', oldEnough: undefined });
      assert.equal(code, 422);
    }
  });

  it('R8, R21: half a file, a page, another id and none change nothing, and are told once with the reason', async () => {
    await write(feedWith({}));
    const whole = JSON.stringify(feedWith({ capacity: 50 }));
    for (const [text, reason] of [
      [whole.slice(0, whole.length / 2), /is no feed \(not-json\)/],
      ['<!doctype html><p>Onderhoud</p>', /is no feed \(web-page\)/],
      ['[]', /is no feed \(not-a-feed\)/],
      [
        JSON.stringify({ ...feedWith({ capacity: 50 }), id: 'anders' }),
        /another id, "anders".*write "id": "proef"/,
      ],
      [JSON.stringify({ ...feedWith({ capacity: 50 }), id: undefined }), /needs an "id"/],
    ] as const) {
      log.length = 0;
      writeFileSync(file(), text);
      await until(() => linesOf('feed-failed').some((line) => reason.test(String(line['reason']))), seen);
      assert.equal((await places()).accepted, 2);
    }
    rmSync(file());
    await until(
      () => linesOf('feed-failed').some((line) => /is not there/.test(String(line['reason']))),
      seen,
    );
    writeFileSync(file(), JSON.stringify(feedWith({})));
    await until(() => linesOf('feed-read').length === 1, seen);
    assert.equal(linesOf('feed-failed').length, 2);
  });

  it('R8: a feed that is no file or has no end is told, and the right one is read again', async () => {
    const whole = JSON.stringify(feedWith({}));
    for (const [replace, reason] of [
      [() => symlinkSync('/dev/zero', file()), /is no file/],
      [() => execFileSync('mkfifo', [file()]), /is no file/],
      [
        () => {
          writeFileSync(file(), whole);
          truncateSync(file(), LIMITS.bytes + 1);
        },
        /is too large/,
      ],
    ] as const) {
      log.length = 0;
      rmSync(file());
      replace();
      await until(() => linesOf('feed-failed').some((line) => reason.test(String(line['reason']))));
      assert.equal((await places()).accepted, 2);
      log.length = 0;
      rmSync(file());
      writeFileSync(file(), whole);
      await until(() => linesOf('feed-read').length === 1);
    }
  });

  it('R8: what was read last holds after a restart, and what can be read replaces it', async () => {
    await write(feedWith({ capacity: 'twee', status: 'open' }));
    await receiver.stop();
    assert.equal(log.at(-1)?.['event'], 'stopped');
    // Under another id the places that are taken would be free.
    writeFileSync(file(), JSON.stringify({ ...feedWith({}), id: 'anders' }));
    await assert.rejects(start(), /sign-ups of the feed "proef", and the id of this feed is "anders"/);
    writeFileSync(file(), JSON.stringify(feedWith({ capacity: 'twee', status: 'open' })));
    log.length = 0;
    await start();
    assert.match(
      String(linesOf('feed-slip')[0]?.['message']),
      /"capacity": "twee" cannot be read.*"capacity": 2/,
    );
    assert.match(String(linesOf('feed-issue')[0]?.['path']), /^\/editions\/0\/capacity$/);
    assert.equal((await places()).accepted, 2);
    await write(feedWith({ capacity: '4' }));
    await until(async () => (await places()).accepted === 4, seen);
  });
});
